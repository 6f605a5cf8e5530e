package dev.fermata.processor.checks;

import com.sun.source.tree.VariableTree;

/** A coroutine in a local variable that is used up, and on some way used again. */
final class CoroutineAwaitedTwice {
  private CoroutineAwaitedTwice() {}

  /** What to say of it. */
  static String message(VariableTree variable) {
    return "%1$s may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(%1$s)"
        .formatted(variable.getName());
  }
}
