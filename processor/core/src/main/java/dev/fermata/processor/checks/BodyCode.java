package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/**
 * Tells the code that runs on the thread of an event loop, as a part of a transformed body, from
 * code that the body only gives to others.
 */
final class BodyCode {
  private static final String COLLECTIONS = "java.util.";
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String ITERABLE = "java.lang.Iterable";

  private final Symbols symbols;

  BodyCode(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether the tree of {@code path} is run by the body of an {@code @Async} method. */
  boolean has(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof MethodTree) {
        return symbols.isAsyncMethod(at);
      }
      if (at.getLeaf() instanceof ClassTree) {
        return false;
      }
      if (at.getLeaf() instanceof LambdaExpressionTree && !isCalledAtOnce(at)) {
        return symbols.isAsyncBlock(at);
      }
    }
    return false;
  }

  /** What collections, streams and optionals are given they call before they return. */
  private boolean isCalledAtOnce(TreePath lambda) {
    TreePath around = Symbols.withoutParentheses(lambda.getParentPath());
    if (!(around.getLeaf() instanceof MethodInvocationTree call)
        || !(symbols.elementOf(new TreePath(around, call.getMethodSelect()))
            instanceof ExecutableElement method)) {
      return false;
    }
    String owner = Symbols.ownerOf(method);
    return owner.equals(ITERABLE)
        || (owner.startsWith(COLLECTIONS) && !owner.startsWith(CONCURRENT));
  }
}
