package dev.fermata.internal.scope;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.internal.task.LoopTask;
import org.jspecify.annotations.Nullable;

/**
 * Tells the requests for cancellation of a task that were made in a scope from those before it. A
 * request that was made before but that the task has not seen yet counts as made in the scope,
 * where it is going to be seen.
 */
final class Requests {
  private final LoopTask<?> task;
  private final int before;

  /** In debug mode, where the scope was opened. */
  private final @Nullable Throwable opened;

  Requests(LoopTask<?> task) {
    this.task = task;
    this.before = task.cancelRequests() - (task.isCancellationPending() ? 1 : 0);
    this.opened = task.home().isDebug() ? new Throwable() : null;
  }

  /**
   * Makes a request of the scope itself.
   *
   * @param by the name of the task on account of which it is made
   * @param cause the failure on account of which it is made
   */
  Cancellation make(Source source, @Nullable String by, @Nullable Throwable cause) {
    Cancellation made = Cancellation.of(source, by, null, cause);
    if (opened != null) {
      made.setStackTrace(opened.getStackTrace());
    }
    return made;
  }

  /** Takes back the one request of the scope itself, and returns whether there was no other. */
  boolean takeBack(Cancellation own) {
    return task.takeBack(own) <= before;
  }

  /** Returns whether there is a request from outside that was made in the scope. */
  boolean isAny() {
    return task.cancelRequests() > before;
  }
}
