package dev.fermata.processor.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/** The meaning of {@code return} in the kinds of bodies. */
final class Returns {
  private Returns() {}

  /**
   * Whether a return gives its outcome over to another coroutine or stage, which is awaited when
   * the body has been left.
   */
  static boolean handsOver(Typed typed, @Nullable ExpressionTree returned, Tree body) {
    return !(body instanceof LambdaExpressionTree)
        && returned != null
        && !Words.isDone(typed, returned)
        && !Words.isEnd(typed, returned);
  }
}
