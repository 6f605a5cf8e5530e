package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;

/**
 * Assignments, plain and compound, increments and decrements: as operands and, as statements, by
 * {@link Effects}.
 */
final class Assignments extends Family implements ExpressionFamily {
  private final Lvalues lvalues;

  Assignments(Workshop workshop) {
    super(workshop);
    lvalues = new Lvalues(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    if (!lvalues.exist(type, place)) {
      return;
    }
    menu.add(4, () -> assign(type, place));
    menu.addIf(type.isNumeric() || type == JavaType.BOXED_INT, 5, () -> compound(type, place));
    menu.addIf(type.isNumeric() || type == JavaType.BOXED_INT, 4, () -> increment(type, place));
    menu.addIf(type == JavaType.BOOLEAN, 3, () -> logical(place));
    menu.addIf(type == JavaType.STRING, 3, () -> append(place));
  }

  private Node assign(JavaType type, Place place) {
    Node target = lvalues.make(type, place);
    Node value = expression(type, place);
    boolean bounded = type == JavaType.STRING && value.construct() != Construct.LITERAL;
    return Node.expression(
        Construct.ASSIGN,
        type,
        Precedence.ASSIGNMENT,
        bounded ? "#target = cut(#value)" : "#target = #value:1",
        target,
        value);
  }

  private Node compound(JavaType type, Place place) {
    boolean integral = type != JavaType.FLOAT && type != JavaType.DOUBLE;
    String sign =
        integral
            ? rand.pick("+", "-", "*", "&", "|", "^", "<<", ">>", ">>>")
            : rand.pick("+", "-", "*");
    boolean bits = integral && !"+-*".contains(sign);
    Node target = lvalues.make(type, place);
    JavaType operand =
        type == JavaType.BOXED_INT
            ? JavaType.INT
            : bits ? rand.pick(type, JavaType.INT, JavaType.LONG) : any(type);
    if (rand.chance(12)) {
      String divide = rand.pick("/", "%");
      return Node.expression(
          Construct.COMPOUND_ASSIGN,
          type,
          Precedence.ASSIGNMENT,
          "#target " + divide + "= #value:1",
          target,
          expression(operand, place));
    }
    return Node.expression(
        Construct.COMPOUND_ASSIGN,
        type,
        Precedence.ASSIGNMENT,
        "#target " + sign + "= #value:1",
        target,
        expression(operand, place));
  }

  private JavaType any(JavaType type) {
    return rand.chance(60) ? type : rand.pick(JavaType.NUMERIC);
  }

  private Node increment(JavaType type, Place place) {
    Node target = lvalues.make(type, place);
    boolean prefix = rand.chance(40);
    String sign = rand.pick("++", "--");
    return Node.expression(
        Construct.INCREMENT,
        type,
        prefix ? Precedence.UNARY : Precedence.POSTFIX,
        prefix ? sign + "#target" : "#target" + sign,
        target);
  }

  private Node logical(Place place) {
    return Node.expression(
        Construct.COMPOUND_ASSIGN,
        JavaType.BOOLEAN,
        Precedence.ASSIGNMENT,
        "#target " + rand.pick("&", "|", "^") + "= #value:1",
        lvalues.make(JavaType.BOOLEAN, place),
        expression(JavaType.BOOLEAN, place));
  }

  private Node append(Place place) {
    Node target = lvalues.make(JavaType.STRING, place);
    JavaType type =
        rand.pick(
            JavaType.INT, JavaType.CHAR, JavaType.BOXED_INT, JavaType.OBJECT, JavaType.STRING);
    String value = type == JavaType.STRING || type == JavaType.OBJECT ? "cut(#value)" : "#value:1";
    return Node.expression(
        Construct.STRING_COMPOUND_ASSIGN,
        JavaType.STRING,
        Precedence.ASSIGNMENT,
        "#target += " + value,
        target,
        expression(type, place));
  }
}
