package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.BOOLEAN;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;

/** Conditions: short-circuiting and plain operators, comparisons. */
final class Logic extends Family implements ExpressionFamily {
  Logic(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    if (type == JavaType.BOXED_BOOLEAN) {
      menu.add(6, () -> expression(BOOLEAN, place));
    }
    if (type != BOOLEAN) {
      return;
    }
    menu.add(4, () -> operator(Construct.AND, "&&", Precedence.AND, place));
    menu.add(4, () -> operator(Construct.OR, "||", Precedence.OR, place));
    menu.add(2, () -> operator(Construct.BITWISE_LOGIC, "&", Precedence.BIT_AND, place));
    menu.add(2, () -> operator(Construct.BITWISE_LOGIC, "^", Precedence.BIT_XOR, place));
    menu.add(
        3,
        () ->
            Node.expression(
                Construct.NOT,
                BOOLEAN,
                Precedence.UNARY,
                "!#operand:14",
                expression(BOOLEAN, place)));
    menu.add(6, () -> comparison(place));
    menu.add(2, () -> sameReference(place));
  }

  private Node operator(Construct construct, String sign, int precedence, Place place) {
    return Node.expression(
        construct,
        BOOLEAN,
        precedence,
        "#left:" + precedence + " " + sign + " #right:" + (precedence + 1),
        expression(BOOLEAN, place),
        expression(BOOLEAN, place));
  }

  private Node comparison(Place place) {
    JavaType type =
        rand.pick(JavaType.INT, JavaType.INT, JavaType.LONG, JavaType.DOUBLE, JavaType.CHAR);
    return Node.expression(
        Construct.COMPARISON,
        BOOLEAN,
        Precedence.RELATION,
        "#left:10 " + rand.pick("<", "<=", ">", ">=") + " #right:10",
        expression(type, place),
        expression(rand.pick(type, JavaType.INT), place));
  }

  private Node sameReference(Place place) {
    JavaType type =
        rand.pick(JavaType.BOX, JavaType.COLOR, JavaType.OBJECT, JavaType.INT, JavaType.STRING);
    return Node.expression(
        Construct.REFERENCE_EQUALITY,
        BOOLEAN,
        Precedence.EQUALITY,
        "#left:9 " + rand.pick("==", "!=") + " #right:9",
        expression(type, place),
        rand.chance(30) && type == JavaType.BOX
            ? Node.fixed(Construct.FIXED, "null")
            : expression(type, place));
  }
}
