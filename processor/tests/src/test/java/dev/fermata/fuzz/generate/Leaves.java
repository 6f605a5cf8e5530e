package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.List;

/** Expressions without operands: literals, constants, variables, fields. */
final class Leaves implements ExpressionFamily {
  private final Workshop workshop;

  Leaves(Workshop workshop) {
    this.workshop = workshop;
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    List<Variable> variables = place.scope().visible(v -> reads(v.type(), type));
    menu.addIf(!variables.isEmpty(), 12, () -> local(workshop.rand().pick(variables)));
    List<Field> fields =
        workshop.members().fields(f -> reads(f.type(), type) && f.isReadableAt(place));
    menu.addIf(
        !fields.isEmpty(),
        5,
        () -> workshop.members().read(workshop.rand().pick(fields), place, workshop.rand()));
    menu.add(variables.isEmpty() ? 6 : 3, () -> literal(type));
  }

  private static boolean reads(JavaType stored, JavaType wanted) {
    return stored == wanted || (stored.isBoxed() && stored.unboxed() == wanted);
  }

  static Node local(Variable variable) {
    return Node.expression(
        Construct.LOCAL_READ, variable.type(), Precedence.PRIMARY, variable.name());
  }

  /** The constant that the type names. */
  Node constant(JavaType type) {
    String text = type.constant();
    int precedence = text.startsWith("(") ? castPrecedence(type) : Precedence.PRIMARY;
    return Node.expression(Construct.LITERAL, type, precedence, text);
  }

  private static int castPrecedence(JavaType type) {
    return switch (type) {
      case SUPPLIER, FUNCTION, RUNNABLE -> Precedence.LAMBDA;
      default -> Precedence.CAST;
    };
  }

  private Node literal(JavaType type) {
    Rand rand = workshop.rand();
    if (!type.isPrimitive() && type != JavaType.TYPE_VARIABLE && rand.chance(4)) {
      return Node.expression(Construct.NULL, type, Precedence.CAST, "(" + type.source() + ") null");
    }
    return switch (type) {
      case INT ->
          signed(
              type,
              rand.chance(90)
                  ? rand.between(-2, 9) + ""
                  : rand.pick("0x7fffffff", "1_000", "'x' + 1"));
      case LONG -> signed(type, rand.chance(90) ? rand.between(-2, 9) + "L" : "0x7fffffffffffL");
      case SHORT ->
          Node.expression(
              Construct.LITERAL, type, Precedence.CAST, "(short) " + rand.between(0, 99));
      case BYTE ->
          Node.expression(
              Construct.LITERAL, type, Precedence.CAST, "(byte) " + rand.between(0, 200));
      case CHAR -> primary(type, rand.pick("'a'", "'z'", "'\\''", "'\\u0041'", "'$'"));
      case BOOLEAN -> primary(type, rand.pick("true", "false", "flag(" + workshop.site() + ")"));
      case FLOAT -> primary(type, rand.pick("0f", "1.5f", "3e3f"));
      case DOUBLE -> primary(type, rand.pick("0d", "2.25", "1e9", "Double.NaN"));
      case STRING ->
          primary(
              type,
              rand.pick("\"\"", "\"p\"", "\"q$r\"", "\"// no\"", "\"/* \\\" */\"", "\"t\\tab\""));
      case COLOR -> primary(type, rand.pick("Color.RED", "Color.GREEN", "Color.BLUE"));
      default -> constant(type);
    };
  }

  private static Node signed(JavaType type, String text) {
    int precedence =
        text.startsWith("-")
            ? Precedence.UNARY
            : text.contains("+") ? Precedence.SUM : Precedence.PRIMARY;
    return Node.expression(Construct.LITERAL, type, precedence, text);
  }

  private static Node primary(JavaType type, String text) {
    return Node.expression(Construct.LITERAL, type, Precedence.PRIMARY, text);
  }
}
