package dev.fermata.internal.task;

import dev.fermata.Coroutine;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;

/** Starts coroutines for code that knows futures only. */
public final class StageStart {
  private StageStart() {}

  /** Starts a coroutine on the loop of this thread, at once, or else on the shared one. */
  public static <T> CompletableFuture<T> start(Coroutine<T> coroutine) {
    Loop loop = Running.onThisThread().loop;
    Task<T> task =
        loop == null ? SharedLoop.get().start(coroutine) : loop.startEagerly(coroutine, null);
    return task.toCompletableFuture();
  }
}
