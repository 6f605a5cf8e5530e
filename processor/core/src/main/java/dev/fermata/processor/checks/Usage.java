package dev.fermata.processor.checks;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;

/**
 * What is done with an expression.
 *
 * @param kind what it is
 * @param by the tree that does it
 */
record Usage(Kind kind, TreePath by) {
  /** Kinds of usage. */
  enum Kind {
    /** It is passed to a method. */
    ARGUMENT,
    /** It is passed to a constructor. */
    CONSTRUCTION,
    /** A method of it is called. */
    RECEIVER,
    /** It is compared, asked for its type, or made part of a text. */
    TEST,
    /** It is thrown. */
    THROWN,
    /** It is the resource of a {@code try}. */
    RESOURCE,
    /** Something else, after which anybody may have it. */
    OTHER
  }

  /** What is done with the expression at {@code path}; parentheses and casts do nothing. */
  static Usage of(TreePath path) {
    TreePath at = path;
    TreePath by = path.getParentPath();
    while (by.getLeaf() instanceof ParenthesizedTree || by.getLeaf() instanceof TypeCastTree) {
      at = by;
      by = by.getParentPath();
    }
    Tree operand = at.getLeaf();
    Tree tree = by.getLeaf();
    if (tree instanceof MethodInvocationTree) {
      return new Usage(Kind.ARGUMENT, by);
    }
    if (tree instanceof NewClassTree creation) {
      boolean isOuter = creation.getEnclosingExpression() == operand;
      return new Usage(isOuter ? Kind.OTHER : Kind.CONSTRUCTION, by);
    }
    if (tree instanceof MemberSelectTree
        && by.getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == tree) {
      return new Usage(Kind.RECEIVER, by.getParentPath());
    }
    if (tree instanceof TryTree) {
      return new Usage(Kind.RESOURCE, by);
    }
    return new Usage(kind(tree), by);
  }

  private static Kind kind(Tree tree) {
    if (tree instanceof ThrowTree) {
      return Kind.THROWN;
    }
    return tree instanceof InstanceOfTree
            || tree instanceof BinaryTree
            || tree instanceof CompoundAssignmentTree
        ? Kind.TEST
        : Kind.OTHER;
  }

  /** The name of the method that is called. */
  String method() {
    ExpressionTree select = ((MethodInvocationTree) by.getLeaf()).getMethodSelect();
    return select instanceof MemberSelectTree member
        ? member.getIdentifier().toString()
        : select.toString();
  }
}
