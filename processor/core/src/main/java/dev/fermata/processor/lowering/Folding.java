package dev.fermata.processor.lowering;

import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * The operators of constant expressions (JLS 15.29), as javac folds them: on boxed values, with
 * numeric promotion. What is no constant gives null.
 */
final class Folding {
  private Folding() {}

  static @Nullable Object unary(Tree.Kind operator, @Nullable Object operand) {
    if (operand instanceof Boolean known) {
      return operator == Tree.Kind.LOGICAL_COMPLEMENT ? !known : null;
    }
    if (operand == null || number(operand) == null) {
      return null;
    }
    return switch (operator) {
      case UNARY_PLUS -> binary(Tree.Kind.MULTIPLY, 1, operand);
      case UNARY_MINUS -> binary(Tree.Kind.MULTIPLY, -1, operand);
      case BITWISE_COMPLEMENT -> binary(Tree.Kind.XOR, -1, operand);
      default -> null;
    };
  }

  static @Nullable Object binary(
      Tree.Kind operator, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return logic(operator, a, b);
    }
    if (left instanceof String || right instanceof String) {
      return switch (operator) {
        case PLUS -> "" + left + right;
        case EQUAL_TO -> left.equals(right);
        case NOT_EQUAL_TO -> !left.equals(right);
        default -> null;
      };
    }
    Number a = number(left);
    Number b = number(right);
    if (a == null || b == null) {
      return null;
    }
    if (operator == Tree.Kind.LEFT_SHIFT
        || operator == Tree.Kind.RIGHT_SHIFT
        || operator == Tree.Kind.UNSIGNED_RIGHT_SHIFT) {
      return shift(operator, a, b.intValue());
    }
    if (a instanceof Double || b instanceof Double) {
      return fractions(operator, a.doubleValue(), b.doubleValue());
    }
    if (a instanceof Float || b instanceof Float) {
      Object exact = fractions(operator, a.floatValue(), b.floatValue());
      return exact instanceof Double wide ? (Object) (float) (double) wide : exact;
    }
    Object wide = integers(operator, a.longValue(), b.longValue());
    boolean isLong = a instanceof Long || b instanceof Long;
    return wide instanceof Long whole && !isLong ? (Object) (int) (long) whole : wide;
  }

  static @Nullable Object cast(TypeKind type, @Nullable Object value) {
    if (value instanceof Boolean && type == TypeKind.BOOLEAN) {
      return value;
    }
    Number number = value == null ? null : number(value);
    if (number == null) {
      return null;
    }
    boolean fraction = number instanceof Double || number instanceof Float;
    int narrow = fraction ? (int) number.doubleValue() : number.intValue();
    return switch (type) {
      case BYTE -> (byte) narrow;
      case SHORT -> (short) narrow;
      case CHAR -> (char) narrow;
      case INT -> narrow;
      case LONG -> fraction ? (long) number.doubleValue() : number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      default -> null;
    };
  }

  private static @Nullable Number number(Object value) {
    return value instanceof Character letter
        ? Integer.valueOf(letter)
        : value instanceof Number number ? number : null;
  }

  private static @Nullable Object logic(Tree.Kind operator, boolean a, boolean b) {
    return switch (operator) {
      case CONDITIONAL_AND, AND -> a && b;
      case CONDITIONAL_OR, OR -> a || b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO, XOR -> a != b;
      default -> null;
    };
  }

  private static @Nullable Object shift(Tree.Kind operator, Number value, int distance) {
    if (value instanceof Long wide) {
      return switch (operator) {
        case LEFT_SHIFT -> wide << distance;
        case RIGHT_SHIFT -> wide >> distance;
        default -> wide >>> distance;
      };
    }
    int narrow = value.intValue();
    return switch (operator) {
      case LEFT_SHIFT -> narrow << distance;
      case RIGHT_SHIFT -> narrow >> distance;
      default -> narrow >>> distance;
    };
  }

  private static @Nullable Object fractions(Tree.Kind operator, double a, double b) {
    return switch (operator) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      case LESS_THAN -> a < b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN -> a > b;
      case GREATER_THAN_EQUAL -> a >= b;
      default -> null;
    };
  }

  private static @Nullable Object integers(Tree.Kind operator, long a, long b) {
    return switch (operator) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : (Object) (a / b);
      case REMAINDER -> b == 0 ? null : (Object) (a % b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      case LESS_THAN -> a < b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN -> a > b;
      case GREATER_THAN_EQUAL -> a >= b;
      default -> null;
    };
  }
}
