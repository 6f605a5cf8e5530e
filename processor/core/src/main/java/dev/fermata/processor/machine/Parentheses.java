package dev.fermata.processor.machine;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.lowering.Typed;

/** Where an expression that takes the place of another one needs parentheses. */
final class Parentheses {
  private Parentheses() {}

  /** Whether a member or element of {@code tree} is named. */
  static boolean isSelected(Typed typed, Tree tree) {
    Tree parent = typed.parent(tree);
    return switch (parent.getKind()) {
      case MEMBER_SELECT, MEMBER_REFERENCE, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      case ARRAY_ACCESS -> ((ArrayAccessTree) parent).getExpression() == tree;
      default -> false;
    };
  }

  /** Whether none are needed, as {@code tree} is an argument or a whole initialiser. */
  static boolean standsAlone(Typed typed, Tree tree) {
    Tree parent = typed.parent(tree);
    return switch (parent.getKind()) {
      case METHOD_INVOCATION -> ((MethodInvocationTree) parent).getArguments().contains(tree);
      case NEW_CLASS -> ((NewClassTree) parent).getArguments().contains(tree);
      case VARIABLE, PARENTHESIZED, RETURN, EXPRESSION_STATEMENT, NEW_ARRAY -> true;
      case ASSIGNMENT -> ((AssignmentTree) parent).getExpression() == tree;
      default -> false;
    };
  }
}
