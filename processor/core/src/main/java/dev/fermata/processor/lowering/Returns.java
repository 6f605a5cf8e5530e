package dev.fermata.processor.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;

/** The meaning of {@code return} in the kinds of bodies. */
final class Returns {
  private Returns() {}

  /**
   * Whether a return gives its outcome over to another coroutine or stage, which is awaited when
   * the body has been left.
   */
  static boolean handsOver(Typed typed, Tree tree, Tree body) {
    if (body instanceof LambdaExpressionTree || !(tree instanceof ReturnTree returned)) {
      return false;
    }
    ExpressionTree value = returned.getExpression();
    String word = Words.word(typed, value);
    return value != null && !word.equals("done") && !word.equals("end");
  }
}
