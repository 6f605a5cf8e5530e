package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The plain methods that every program has and calls; how visible they are differs. */
final class Helpers {
  /** A member by name. */
  record Helper(String name, String text) {
    Node member() {
      return Node.statement(Construct.FIXED, text);
    }
  }

  /** What method references name. */
  private static final Set<String> REFERRED_TO = Set.of("nothing", "secret", "twice");

  private final Language language;
  private final Rand rand;
  private final String className;
  private final List<Helper> members = new ArrayList<>();

  Helpers(Rand rand, String className, Language language) {
    this.language = language;
    this.rand = rand;
    this.className = className;
  }

  List<Helper> make() {
    add("int plus(int x, int y)", "log(-1, x, y);\nreturn x + y;");
    add("long wide(long x)", "log(-2, x, 0);\nreturn x + 1;");
    add("static int twice(int x)", "log(-3, x, 0);\nreturn 2 * x;");
    add(
        "static String mix(int x, long y, String z)",
        "log(-4, x, y);\nreturn cut(x + \":\" + y + z);");
    add("int over(int x)", "log(-5, x, \"int\");\nreturn 1;");
    add("int over(long x)", "log(-5, x, \"long\");\nreturn 2;");
    add("int over(Integer x)", "log(-5, x, \"Integer\");\nreturn 3;");
    add("int over(String x)", "log(-5, x, \"String\");\nreturn 4;");
    add("int over(Object x)", "log(-5, x, \"Object\");\nreturn 5;");
    add(
        "int sum(int... xs)",
        "log(-6, xs, 0);\nint r = 0;\nfor (int x : xs) {\nr += x;\n}\nreturn r;");
    add("String join(Object... xs)", "log(-7, xs, 0);\nreturn \"j\" + xs.length;");
    add("<U> U same(U x)", "log(-8, x, 0);\nreturn x;");
    add(className + " self(int site)", "log(-9, site, 0);\nreturn this;");
    add(className + " maybe(int site)", "return flag(site) ? this : null;");
    add(
        "Box boxAt(int site)",
        "log(-10, site, box);\nreturn flag(site) || flag(site) ? box : null;");
    add("int[] intsAt(int site)", "log(-11, site, p);\nreturn p;");
    add(
        "int[] made(IntFunction<int[]> f, int x)",
        "log(-17, x, 0);\nint[] r = f.apply(4);\nr[1] = x;\nreturn r;");
    add("Integer nothing()", "return k;");
    add("int secret(Integer x)", "log(-12, x, 0);\nreturn x + a;");
    add("int applyTo(IntUnaryOperator f, int x)", "log(-13, x, 0);\nreturn f.applyAsInt(x);");
    add("int applyAfter(int x, IntUnaryOperator f)", "log(-14, x, 0);\nreturn f.applyAsInt(x);");
    String inner =
        rand.pick("", language.has(Language.Feature.PRIVATE_TYPES) ? "private " : "", "protected ");
    members.add(
        new Helper(
            "Inner",
            inner
                + "class Inner {\nfinal int v;\n"
                + inner
                + "Inner(int v) {\nlog(-15, v, a);\nthis.v = v;\n}\nint get() {\n"
                + "return v + a;\n}\n}\n"));
    members.add(
        new Helper(
            "describe",
            "@Override\nprotected String describe(int x) {\nlog(-16, x, 0);\nreturn \"own\" + super.describe(x);\n}\n"));
    return members;
  }

  private void add(String signature, String body) {
    String hidden = language.has(Language.Feature.PRIVATE_MEMBERS) ? "private " : "";
    String name = signature.substring(0, signature.indexOf('(')).replaceAll(".* ", "");
    boolean open =
        REFERRED_TO.contains(name) && !language.has(Language.Feature.PRIVATE_METHOD_REFERENCES);
    String modifier = open ? "" : rand.pick("", hidden, "protected ", hidden);
    members.add(new Helper(name, modifier + signature + " {\n" + body + "\n}\n"));
  }
}
