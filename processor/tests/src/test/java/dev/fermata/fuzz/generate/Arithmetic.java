package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.BOXED_INT;
import static dev.fermata.fuzz.program.JavaType.BYTE;
import static dev.fermata.fuzz.program.JavaType.CHAR;
import static dev.fermata.fuzz.program.JavaType.DOUBLE;
import static dev.fermata.fuzz.program.JavaType.FLOAT;
import static dev.fermata.fuzz.program.JavaType.INT;
import static dev.fermata.fuzz.program.JavaType.LONG;
import static dev.fermata.fuzz.program.JavaType.SHORT;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.List;

/** Numbers out of numbers: operators, promotions, narrowing casts, faults of division. */
final class Arithmetic extends Family implements ExpressionFamily {
  private record Operator(String sign, int precedence) {}

  private static final List<Operator> SUMS =
      List.of(
          new Operator("+", Precedence.SUM),
          new Operator("-", Precedence.SUM),
          new Operator("*", Precedence.PRODUCT));
  private static final List<Operator> BITS =
      List.of(
          new Operator("&", Precedence.BIT_AND),
          new Operator("|", Precedence.BIT_OR),
          new Operator("^", Precedence.BIT_XOR));
  private static final List<Operator> SHIFTS =
      List.of(
          new Operator("<<", Precedence.SHIFT),
          new Operator(">>", Precedence.SHIFT),
          new Operator(">>>", Precedence.SHIFT));

  Arithmetic(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    switch (type) {
      case INT, LONG -> {
        menu.add(6, () -> binary(Construct.BINARY, rand.pick(SUMS), type, place));
        menu.add(2, () -> binary(Construct.BINARY, rand.pick(BITS), type, place));
        menu.add(2, () -> shift(rand.pick(SHIFTS), type, place));
        menu.add(3, () -> division(type, place));
        menu.add(2, () -> unary(rand.pick("-", "~", "+"), type, place));
        menu.add(2, () -> cast(type, place));
      }
      case FLOAT, DOUBLE -> {
        menu.add(6, () -> binary(Construct.BINARY, rand.pick(SUMS), type, place));
        menu.add(2, () -> division(type, place));
        menu.add(2, () -> unary(rand.pick("-", "+"), type, place));
        menu.add(2, () -> cast(type, place));
      }
      case SHORT, BYTE, CHAR -> menu.add(8, () -> cast(type, place));
      case BOXED_INT, BOXED_LONG, BOXED_DOUBLE ->
          menu.add(6, () -> expression(type.unboxed(), place));
      default -> {}
    }
  }

  private Node binary(Construct construct, Operator operator, JavaType type, Place place) {
    Node left = expression(operand(type), place);
    Node right = expression(operand(type), place);
    boolean exact = promotes(left, type) || promotes(right, type);
    Node first = exact ? left : expression(type, place);
    return Node.expression(
        construct,
        type,
        operator.precedence(),
        "#left:"
            + operator.precedence()
            + " "
            + operator.sign()
            + " #right:"
            + (operator.precedence() + 1),
        first,
        right);
  }

  private static boolean promotes(Node operand, JavaType type) {
    JavaType own = operand.type() == null ? type : operand.type().unboxed();
    return type == INT || own == type;
  }

  /** Some type that is promoted to {@code type} beside an operand that has it. */
  private JavaType operand(JavaType type) {
    return switch (type) {
      case INT -> rand.pick(INT, INT, INT, BOXED_INT, SHORT, BYTE, CHAR);
      case LONG -> rand.pick(LONG, LONG, INT, BYTE);
      case FLOAT -> rand.pick(FLOAT, FLOAT, INT, CHAR);
      default -> rand.pick(DOUBLE, DOUBLE, FLOAT, LONG, INT);
    };
  }

  private Node shift(Operator operator, JavaType type, Place place) {
    return Node.expression(
        Construct.SHIFT,
        type,
        operator.precedence(),
        "#left:10 " + operator.sign() + " #right:11",
        expression(type, place),
        expression(rand.pick(INT, LONG, BYTE), place));
  }

  /** Mostly by something that is not zero, so that programs get past it. */
  private Node division(JavaType type, Place place) {
    String sign = rand.pick("/", "%");
    boolean guarded = (type == INT || type == LONG) && rand.chance(75);
    return Node.expression(
        Construct.DIVISION,
        type,
        Precedence.PRODUCT,
        guarded ? "#left:12 " + sign + " (#right:6 | 1)" : "#left:12 " + sign + " #right:13",
        expression(type, place),
        expression(type, place));
  }

  private Node unary(String sign, JavaType type, Place place) {
    return Node.expression(
        Construct.UNARY, type, Precedence.UNARY, sign + " #operand:15", expression(type, place));
  }

  /** From any other number; a box has to be unboxed first. */
  private Node cast(JavaType type, Place place) {
    Node operand = expression(rand.pick(JavaType.NUMERIC), place);
    JavaType from = operand.type() == null ? type : operand.type();
    String unboxing = from.isBoxed() ? "(" + from.unboxed().source() + ") " : "";
    return Node.expression(
        Construct.CAST,
        type,
        Precedence.CAST,
        "(" + type.source() + ") " + unboxing + "#operand:15",
        operand);
  }
}
