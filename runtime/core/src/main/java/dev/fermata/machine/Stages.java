package dev.fermata.machine;

import dev.fermata.Coroutine;
import dev.fermata.internal.task.StageStart;
import java.util.concurrent.CompletableFuture;

/** What a method that returns a stage becomes. */
public final class Stages {
  private Stages() {}

  /**
   * Starts a coroutine at once, and returns a future of its outcome.
   *
   * <p>In a thread that runs a loop, the coroutine is run as a task of that loop until it first
   * waits, before this returns. In any other thread, it is started on a loop that all of those
   * share and that lives as long as the JVM. Cancelling the future cancels the task.
   */
  public static <T> CompletableFuture<T> start(Coroutine<T> coroutine) {
    return StageStart.start(coroutine);
  }
}
