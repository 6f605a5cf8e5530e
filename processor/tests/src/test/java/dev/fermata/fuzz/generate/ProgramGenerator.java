package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.ProgramTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes one program from a seed. */
public final class ProgramGenerator {
  private final Language language;

  /** A generator of programs in that language. */
  public ProgramGenerator(Language language) {
    this.language = language;
  }

  /** The program of that seed: always the same. */
  public ProgramTree generate(long seed) {
    Rand rand = new Rand(seed);
    String name = "P" + (seed < 0 ? "m" + -seed : seed);
    Members members = new Members(name, rand, language);
    Workshop workshop = new Workshop(rand, members, language);
    Methods methods = new Methods(workshop);
    methods.declare();
    List<Node> bodies = new ArrayList<>(methods.make());
    bodies.add(methods.entry());
    List<Helpers.Helper> helpers = new Helpers(rand, name, language).make();
    List<Node> all = used(helpers, bodies);
    List<Field> fields = usedFields(members, all);
    for (int i = 0; i < fields.size(); i++) {
      all.add(i, Node.statement(Construct.FIXED, fields.get(i).declaration()));
    }
    all.add(reset(fields));
    members.privateTypes().declarations().forEach(type -> all.add(type.member()));
    Node root =
        Node.fixed(
            Construct.CLASS,
            "class " + name + " extends Base {\n#members}\n",
            Node.list(all, true));
    return new ProgramTree(name, root, stub(members));
  }

  /**
   * The bodies, after those helpers that they name: all of them together would cost most of the
   * time of the compiler.
   */
  private static List<Node> used(List<Helpers.Helper> helpers, List<Node> bodies) {
    String text = Node.list(bodies, true).source();
    List<Node> members = new ArrayList<>();
    for (Helpers.Helper helper : helpers) {
      if (Pattern.compile("\\b" + helper.name() + "\\b").matcher(text).find()) {
        members.add(helper.member());
      }
    }
    members.addAll(bodies);
    return members;
  }

  private static List<Field> usedFields(Members members, List<Node> all) {
    String text = Node.list(all, true).source();
    return members.fields(
        f -> !f.inherited() && Pattern.compile("\\b" + f.name() + "\\b").matcher(text).find());
  }

  /** Statics would carry over from one run to the next. */
  private static Node reset(List<Field> fields) {
    StringBuilder body = new StringBuilder("static void reset() {\nresetBase();\n");
    for (Field field : fields) {
      if (field.isStatic() && !field.isFinal()) {
        body.append(field.name()).append(" = ").append(field.initial()).append(";\n");
      }
    }
    return Node.fixed(Construct.FIXED, body.append("}\n").toString());
  }

  /**
   * The generated class as far as the program names it, for a compilation without the processor.
   */
  private static String stub(Members members) {
    StringBuilder stub =
        new StringBuilder(
            "class " + members.generatedName() + " extends " + members.className() + " {\n");
    for (Signature signature : members.signatures(Signature::isStatic)) {
      stub.append("public static ")
          .append(signature.generic() ? "<T> " : "")
          .append(signature.returnType());
      stub.append(' ').append(signature.name()).append("(int n");
      for (int i = 0; i < signature.parameters().size(); i++) {
        stub.append(", ").append(signature.parameters().get(i).source()).append(" p").append(i);
      }
      stub.append(")").append(signature.throwsChecked() ? " throws Exception" : "");
      stub.append(" { return ")
          .append(members.className())
          .append('.')
          .append(signature.name())
          .append("(n");
      for (int i = 0; i < signature.parameters().size(); i++) {
        stub.append(", p").append(i);
      }
      stub.append("); }\n");
    }
    return stub.append("}\n").toString();
  }
}
