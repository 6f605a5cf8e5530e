package dev.fermata.processor.lowering;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Terminator;

/**
 * Lowers a boolean expression to branches.
 *
 * <pre>{@code
 * if (o instanceof A a && await(ok(a))) X else Y   =>   if (o instanceof A a) { await ok(a); if (awaited) X else Y } else Y
 * }</pre>
 */
final class Conditions {
  private final Lowering lowering;

  Conditions(Lowering lowering) {
    this.lowering = lowering;
  }

  /**
   * Ends the current block: at {@code then} where {@code tree} is true, at {@code otherwise} where
   * it is false.
   */
  void lower(ExpressionTree tree, Block then, Block otherwise) {
    ExpressionTree condition = Words.strip(tree);
    if (!lowering.marks().lowered(condition)) {
      leaf(condition, then, otherwise);
    } else if (condition instanceof BinaryTree binary
        && binary.getKind() == Tree.Kind.CONDITIONAL_AND) {
      Block right = lowering.block();
      lower(binary.getLeftOperand(), right, otherwise);
      lowering.begin(right);
      lower(binary.getRightOperand(), then, otherwise);
    } else if (condition instanceof BinaryTree binary
        && binary.getKind() == Tree.Kind.CONDITIONAL_OR) {
      Block right = lowering.block();
      lower(binary.getLeftOperand(), then, right);
      lowering.begin(right);
      lower(binary.getRightOperand(), then, otherwise);
    } else if (condition instanceof UnaryTree unary
        && unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      lower(unary.getExpression(), otherwise, then);
    } else if (condition instanceof ConditionalExpressionTree choice) {
      Block first = lowering.block();
      Block second = lowering.block();
      lower(choice.getCondition(), first, second);
      lowering.begin(first);
      lower(choice.getTrueExpression(), then, otherwise);
      lowering.begin(second);
      lower(choice.getFalseExpression(), then, otherwise);
    } else {
      lowering.expressions().ready(condition);
      leaf(condition, then, otherwise);
    }
  }

  private void leaf(ExpressionTree condition, Block then, Block otherwise) {
    if (condition instanceof LiteralTree literal) {
      lowering.end(new Terminator.Goto(Boolean.TRUE.equals(literal.getValue()) ? then : otherwise));
      return;
    }
    Bindings bindings = new Bindings(lowering.typed(), lowering.graph());
    lowering.end(
        new Terminator.Branch(
            Code.source(condition),
            bindings.whenTrue(condition),
            bindings.whenFalse(condition),
            then,
            otherwise));
  }
}
