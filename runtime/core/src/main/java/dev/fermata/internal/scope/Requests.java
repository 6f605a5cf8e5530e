package dev.fermata.internal.scope;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.internal.task.LoopTask;
import dev.fermata.internal.task.OpenScope;
import org.jspecify.annotations.Nullable;

/**
 * Tells the requests for cancellation of a task that were made in a scope from those before it. A
 * request that was made before but that the task has not seen yet counts as made in the scope,
 * where it is going to be seen.
 */
final class Requests {
  private final LoopTask<?> task;
  private final int before;

  /** In debug mode, the scope as one that is open. */
  private final @Nullable OpenScope opened;

  private Requests(LoopTask<?> task, @Nullable OpenScope opened) {
    this.task = task;
    this.before = task.cancelRequests() - (task.isCancellationPending() ? 1 : 0);
    this.opened = opened;
  }

  /** Returns those of what begins and ends by itself. */
  static Requests from(LoopTask<?> task) {
    return new Requests(task, null);
  }

  /**
   * Returns those of a scope, which has to be {@linkplain #close closed} before its task ends.
   *
   * @param kind what to call it in a report
   */
  static Requests ofScope(LoopTask<?> task, String kind) {
    return new Requests(task, OpenScope.of(task, kind));
  }

  /** The scope is being closed. */
  void close() {
    if (opened != null) {
      opened.close();
    }
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
      made.setStackTrace(opened.trace());
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
