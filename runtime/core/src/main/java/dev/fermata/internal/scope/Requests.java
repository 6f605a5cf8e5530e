package dev.fermata.internal.scope;

import dev.fermata.internal.task.LoopTask;

/**
 * Tells the requests for cancellation of a task that were made in a scope from those before it. A
 * request that was made before but that the task has not seen yet counts as made in the scope,
 * where it is going to be seen.
 */
final class Requests {
  private final LoopTask<?> task;
  private final int before;

  Requests(LoopTask<?> task) {
    this.task = task;
    this.before = task.cancelRequests() - (task.isCancellationPending() ? 1 : 0);
  }

  /** Takes back the one request of the scope itself, and returns whether there was no other. */
  boolean takeBackOne() {
    return task.uncancel() <= before;
  }

  /** Returns whether there is a request from outside that was made in the scope. */
  boolean isAny() {
    return task.cancelRequests() > before;
  }
}
