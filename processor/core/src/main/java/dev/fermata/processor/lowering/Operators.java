package dev.fermata.processor.lowering;

import com.sun.source.tree.Tree;

/** Signs of operators. */
public final class Operators {
  private Operators() {}

  /** The binary operator of a compound assignment. */
  public static String binary(Tree.Kind kind) {
    return switch (kind) {
      case MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER_ASSIGNMENT -> "%";
      case PLUS_ASSIGNMENT -> "+";
      case MINUS_ASSIGNMENT -> "-";
      case LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      case AND_ASSIGNMENT -> "&";
      case XOR_ASSIGNMENT -> "^";
      case OR_ASSIGNMENT -> "|";
      default -> throw new IllegalArgumentException("not a compound assignment: " + kind);
    };
  }
}
