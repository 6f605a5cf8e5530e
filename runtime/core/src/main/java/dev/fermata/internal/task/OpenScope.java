package dev.fermata.internal.task;

import dev.fermata.ExceptionContext;
import org.jspecify.annotations.Nullable;

/** A scope that a task has opened and not closed; known in debug mode only. */
public final class OpenScope {
  private final LoopTask<?> task;
  private final String kind;
  private final Throwable place;

  OpenScope(LoopTask<?> task, String kind) {
    this.task = task;
    this.kind = kind;
    this.place = new IllegalStateException(kind + " was opened here");
    place.setStackTrace(task.home().execution().traceOfRunning(place.getStackTrace()));
  }

  /** Returns where it was opened, in lines of the user's source, up to the task. */
  public StackTraceElement[] trace() {
    return place.getStackTrace();
  }

  LoopTask<?> task() {
    return task;
  }

  /** It is closed, or being closed. */
  public void close() {
    StepLog log = task.home().execution().log();
    if (log != null) {
      log.closed(this);
    }
  }

  /** Its task has ended. */
  void report() {
    String message = kind + " was not closed by the task that has opened it; open it in try (…)";
    task.home().report(new ExceptionContext(message, place, task));
  }

  /** Returns one that is watched; null if the loop of the task is not in debug mode. */
  public static @Nullable OpenScope of(LoopTask<?> task, String kind) {
    StepLog log = task.home().isDebug() ? task.home().execution().log() : null;
    if (log == null) {
      return null;
    }
    OpenScope scope = new OpenScope(task, kind);
    log.opened(scope);
    return scope;
  }
}
