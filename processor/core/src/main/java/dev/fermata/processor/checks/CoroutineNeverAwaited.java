package dev.fermata.processor.checks;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.Wording;

/**
 * A coroutine in a local variable that on some way is neither awaited, started, returned, stored
 * nor passed on, so that it never runs there.
 */
final class CoroutineNeverAwaited {
  private CoroutineNeverAwaited() {}

  /** What to say of it. */
  static String message(TreePath origin, VariableTree variable) {
    return "%1$s never runs where %2$s is not awaited, and that is not so on every way from here; write await(%2$s) or start(%2$s), or %2$s.discard() where it is not needed"
        .formatted(Wording.expression(origin.getLeaf()), variable.getName());
  }
}
