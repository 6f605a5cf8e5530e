package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.INT;
import static dev.fermata.fuzz.program.JavaType.STRING;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;

/** Strings: concatenation, text blocks, methods of strings and builders. */
final class Strings extends Family implements ExpressionFamily {
  Strings(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    switch (type) {
      case STRING -> {
        menu.add(6, () -> concatenation(place));
        menu.add(2, () -> builder(place));
        menu.add(1, () -> textBlock());
        menu.add(2, () -> method(STRING, "String.valueOf(#argument)", argument(shown(), place)));
        menu.add(
            1,
            () ->
                method(
                    STRING,
                    "#receiver:16.concat(#argument)",
                    expression(STRING, place),
                    expression(STRING, place)));
        menu.add(
            1,
            () -> method(STRING, "#receiver:16.toUpperCase().trim()", expression(STRING, place)));
      }
      case INT -> {
        menu.add(2, () -> method(INT, "#receiver:16.length()", expression(STRING, place)));
        menu.add(
            1,
            () ->
                method(
                    INT,
                    "#receiver:16.indexOf(#argument)",
                    expression(STRING, place),
                    expression(STRING, place)));
      }
      case CHAR ->
          menu.add(
              2,
              () ->
                  method(
                      JavaType.CHAR,
                      "#receiver:16.charAt(#argument:8 & 1)",
                      expression(STRING, place),
                      expression(INT, place)));
      case BOOLEAN ->
          menu.add(
              2,
              () ->
                  method(
                      JavaType.BOOLEAN,
                      "#receiver:16.equals(#argument)",
                      expression(STRING, place),
                      expression(STRING, place)));
      default -> {}
    }
  }

  private static Node method(JavaType type, String template, Node... operands) {
    return Node.expression(Construct.STRING_METHOD, type, Precedence.PRIMARY, template, operands);
  }

  private JavaType shown() {
    return rand.pick(
        INT, JavaType.LONG, JavaType.BOOLEAN, JavaType.DOUBLE, JavaType.COLOR, JavaType.PAIR);
  }

  private Node concatenation(Place place) {
    Node string = expression(STRING, place);
    Node other =
        expression(
            rand.pick(INT, JavaType.CHAR, STRING, JavaType.BOXED_INT, JavaType.BYTE, JavaType.BOX),
            place);
    return rand.chance(60)
        ? concatenation("#left:11 + #right:12", string, other)
        : concatenation("#left:12 + #right:12", other, string);
  }

  private static Node concatenation(String template, Node left, Node right) {
    return Node.expression(Construct.CONCATENATION, STRING, Precedence.SUM, template, left, right);
  }

  private Node builder(Place place) {
    return Node.expression(
        Construct.STRING_BUILDER,
        STRING,
        Precedence.PRIMARY,
        "new StringBuilder().append(#first).append(#second).toString()",
        argument(rand.pick(INT, JavaType.CHAR, STRING), place),
        argument(rand.pick(INT, JavaType.BOOLEAN, STRING), place));
  }

  private Node textBlock() {
    return Node.expression(
        Construct.TEXT_BLOCK,
        STRING,
        Precedence.PRIMARY,
        "\"\"\"\n        text \\t " + site() + "\n          \\\"\\\"\\\" $s \\\n        end\"\"\"");
  }
}
