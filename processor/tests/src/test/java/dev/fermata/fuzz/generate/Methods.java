package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The async methods of a program: their signatures first, so that they can call each other, then
 * their bodies.
 */
final class Methods {
  private static final int DEPTH = 3;
  private static final List<JavaType> RESULTS =
      List.of(
          JavaType.INT,
          JavaType.INT,
          JavaType.INT,
          JavaType.STRING,
          JavaType.LONG,
          JavaType.BOOLEAN,
          JavaType.INTEGERS,
          JavaType.BOX,
          JavaType.DOUBLE,
          JavaType.OBJECT,
          JavaType.INT_ARRAY);

  private final Workshop workshop;
  private final Rand rand;
  private final Jumps jumps;
  private final Size size;

  Methods(Workshop workshop) {
    this.workshop = workshop;
    this.rand = workshop.rand();
    this.size = Size.random(rand);
    this.jumps = new Jumps(workshop);
  }

  /** Makes up the signatures of a program. */
  void declare() {
    for (int i = rand.between(1, size.methods()); i > 0; i--) {
      declare(Body.Kind.COROUTINE);
    }
    for (int i = rand.between(0, size.methods() - 1); i > 0; i--) {
      declare(Body.Kind.GENERATOR);
    }
    if (rand.chance(15)) {
      declare(Body.Kind.STAGE);
    }
  }

  private void declare(Body.Kind kind) {
    boolean generic = rand.chance(20);
    List<JavaType> parameters = new ArrayList<>();
    if (generic) {
      parameters.add(JavaType.TYPE_VARIABLE);
    }
    for (int i = rand.below(3); i > 0; i--) {
      parameters.add(publicType());
    }
    boolean isStatic = rand.chance(25);
    JavaType result = generic && rand.chance(70) ? JavaType.TYPE_VARIABLE : result(isStatic);
    workshop
        .members()
        .add(
            new Signature(
                name(parameters), kind, result, parameters, isStatic, generic, rand.chance(60)));
  }

  /** A parameter of a private type has no erasure that the generated class could say. */
  private JavaType publicType() {
    JavaType type = workshop.anyType();
    while (workshop.members().privateTypes().contains(type)) {
      type = workshop.anyType();
    }
    return type;
  }

  /** Who calls a static method through the generated class sees private types no more. */
  private JavaType result(boolean isStatic) {
    JavaType type = rand.pick(RESULTS);
    while (isStatic && workshop.members().privateTypes().contains(type)) {
      type = rand.pick(RESULTS);
    }
    return type;
  }

  /** Sometimes the name of another method with more or fewer parameters. */
  private String name(List<JavaType> parameters) {
    List<Signature> all = workshop.members().signatures(s -> true);
    if (!all.isEmpty() && rand.chance(25)) {
      String name = rand.pick(all).name();
      if (all.stream()
          .noneMatch(s -> s.name().equals(name) && s.parameters().size() == parameters.size())) {
        return name;
      }
    }
    return rand.pick("fetch", "walk", "load", "run", "step") + all.size();
  }

  /** The methods, each a member of the class. */
  List<Node> make() {
    return workshop.members().signatures(s -> true).stream().map(this::method).toList();
  }

  private Node method(Signature signature) {
    workshop.allow(size.pieces());
    Scope scope = Scope.ofMethod();
    scope.declare(Variable.constant("n", JavaType.INT));
    StringBuilder parameters = new StringBuilder("int n");
    String first = "";
    for (JavaType type : signature.parameters()) {
      String name = scope.freshName(rand);
      first = first.isEmpty() ? name : first;
      boolean constant = rand.chance(50);
      scope.declare(constant ? Variable.constant(name, type) : Variable.mutable(name, type));
      parameters
          .append(", ")
          .append(constant && rand.chance(30) ? "final " : "")
          .append(type.source())
          .append(' ')
          .append(name);
    }
    Body body =
        new Body(
            signature.kind(),
            signature.result(),
            signature.isStatic() ? "" : "this",
            signature.generic());
    Place place = Place.ofMethod(scope, body, signature.throwsChecked(), DEPTH);
    String head =
        "@Async\n"
            + head(signature, parameters.toString())
            + " {\nif (n <= 0 || !fuel()) {\n"
            + early(signature, first)
            + "\n}\n";
    Node statements = workshop.statements(place, 3, 6);
    Node end = statements.completes() ? jumps.result(place) : Node.list(List.of(), true);
    return Node.statement(construct(signature), head + "#statements#end\n}\n", statements, end);
  }

  private static Construct construct(Signature signature) {
    return switch (signature.kind()) {
      case GENERATOR -> Construct.METHOD_GENERATOR;
      case STAGE -> Construct.METHOD_STAGE;
      default -> Construct.METHOD_COROUTINE;
    };
  }

  private String head(Signature signature, String parameters) {
    String modifiers =
        rand.pick("", "", "protected ", "public ") + (signature.isStatic() ? "static " : "");
    return modifiers
        + (signature.generic() ? "<T> " : "")
        + signature.returnType()
        + " "
        + signature.name()
        + "("
        + parameters
        + ")"
        + (signature.throwsChecked() ? " throws Exception" : "");
  }

  /** What ends a recursion. */
  private static String early(Signature signature, String firstParameter) {
    String constant =
        signature.result() == JavaType.TYPE_VARIABLE
            ? firstParameter
            : signature.result().constant();
    return switch (signature.kind()) {
      case GENERATOR -> "return end();";
      case STAGE -> "return CompletableFuture.completedFuture(" + constant + ");";
      default -> "return done(" + constant + ");";
    };
  }

  /** Calls each method once, and writes down what it does. */
  Node entry() {
    List<Node> calls = new ArrayList<>();
    for (Signature signature : workshop.members().signatures(s -> true)) {
      calls.add(call(signature));
    }
    return Node.fixed(
        Construct.METHOD_COROUTINE,
        "@Async\nCoroutine<Object> entry() {\nbegin();\nreset();\n#calls return done(\"end\");\n}\n",
        Node.list(calls, true));
  }

  private Node call(Signature signature) {
    StringBuilder call =
        new StringBuilder(signature.isStatic() ? workshop.members().generatedName() + "." : "");
    call.append(signature.name()).append("(").append(rand.between(2, 3));
    for (JavaType type : signature.parameters()) {
      call.append(", ").append(type == JavaType.TYPE_VARIABLE ? "\"t\"" : type.constant());
    }
    call.append(")");
    String failure = "t" + workshop.site();
    String body =
        signature.kind() == Body.Kind.GENERATOR
            ? "for (var x : awaitEach(" + call + ")) {\nlog(" + workshop.site() + ", x, 0);\n}\n"
            : "log(" + workshop.site() + ", await(" + call + "), 0);\n";
    return Node.statement(
        Construct.TRY,
        "try {\n"
            + body
            + "} catch (Throwable "
            + failure
            + ") {\nlog("
            + workshop.site()
            + ", "
            + failure
            + ", 0);\n}");
  }
}
