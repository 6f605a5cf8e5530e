package dev.fermata.matrix;

import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A construct: the body of a method, in which <code>#{expression}</code> is a hole.
 *
 * <p>A hole is filled with an operand of that value that logs its number: either one that returns
 * or throws, or an awaitable, which is awaited.
 *
 * @param name what the construct is
 * @param since the first JDK whose language it needs
 * @param generator whether it is the body of a generator
 * @param body the text with its holes
 */
record Template(String name, int since, boolean generator, String body) {

  static final String PACKAGE = "matrix";

  boolean isSupportedHere() {
    return since <= Runtime.version().feature();
  }

  /** The name as that of a class. */
  String className() {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("\\W+")) {
      if (!word.isEmpty()) {
        camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return camel.toString();
  }

  /**
   * The names of the methods that are to be run: one per subset of the holes, with a bit per hole
   * that says if it is awaited.
   */
  List<String> entries() {
    return subsets().stream()
        .flatMap(
            subset ->
                generator
                    ? List.of("all" + subset, "two" + subset).stream()
                    : List.of("v" + subset).stream())
        .toList();
  }

  /** A class with a method for each subset of the holes. */
  Source source() {
    String members =
        subsets().stream()
            .map(subset -> generator ? generatorMembers(subset) : coroutine("v" + subset, subset))
            .collect(Collectors.joining());
    return Source.in(
        PACKAGE,
        "@SuppressWarnings({\"unused\", \"try\", \"finally\", \"fallthrough\", \"cast\", \"lossy-conversions\"})\n"
            + "class "
            + className()
            + " extends Scenery {\n"
            + members
            + "}\n");
  }

  private String coroutine(String method, String subset) {
    return "  @Async Coroutine<Object> "
        + method
        + "() throws Exception {\n"
        + fill(subset)
        + "  }\n";
  }

  private String generatorMembers(String subset) {
    return "  @Async AsyncGenerator<Object> g"
        + subset
        + "() throws Exception {\n"
        + fill(subset)
        + "  }\n"
        + "  @Async Coroutine<Object> all"
        + subset
        + "() throws Exception {\n"
        + "    for (Object o : awaitEach(g"
        + subset
        + "())) log(\"got \" + o);\n"
        + "    return done(\"all\");\n"
        + "  }\n"
        + "  @Async Coroutine<Object> two"
        + subset
        + "() throws Exception {\n"
        + "    int n = 0;\n"
        + "    for (Object o : awaitEach(g"
        + subset
        + "())) {\n"
        + "      log(\"got \" + o);\n"
        + "      if (++n == 2) break;\n"
        + "    }\n"
        + "    return done(\"two\");\n"
        + "  }\n";
  }

  private List<String> subsets() {
    int holes = body.split("#\\{", -1).length - 1;
    return IntStream.range(0, 1 << holes)
        .mapToObj(mask -> Integer.toBinaryString(mask | 1 << holes).substring(1))
        .toList();
  }

  /** The body with the holes filled, those with bit 1 awaited. */
  private String fill(String subset) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (int hole = 0; hole < subset.length(); hole++) {
      int start = body.indexOf("#{", done);
      int end = closingBrace(start + 1);
      String operands = "(\"h" + (hole + 1) + "\", " + body.substring(start + 2, end) + ")";
      text.append(body, done, start)
          .append(subset.charAt(hole) == '1' ? "await(at" + operands + ")" : "may" + operands);
      done = end + 1;
    }
    return text.append(body, done, body.length()).toString();
  }

  private int closingBrace(int opening) {
    int depth = 0;
    for (int i = opening; ; i++) {
      if (body.charAt(i) == '{') {
        depth++;
      } else if (body.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
  }
}
