package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends what is left in a loop: tasks, then generators. */
final class Shutdown {
  /** How often what was begun in the cleanup of others is ended in its turn. */
  private static final int ROUNDS = 10;

  private Shutdown() {}

  static void run(Loop loop) {
    cancelTasks(loop);
    closeGenerators(loop);
    cancelTasks(loop);
  }

  private static void cancelTasks(Loop loop) {
    for (int round = 0; round < ROUNDS; round++) {
      Map<LoopTask<?>, Object> left = new LinkedHashMap<>();
      Cancellation request = Cancellation.of(Source.SHUTDOWN, null, null, null);
      for (Task<?> task : loop.allTasks()) {
        left.put((LoopTask<?>) task, task.name());
        task.cancelWith(request);
      }
      runAll(loop, left, "a task failed while the event loop was shut down");
    }
  }

  private static void closeGenerators(Loop loop) {
    for (int round = 0; round < ROUNDS; round++) {
      runAll(loop, LeftGenerators.closeAll(loop), LeftGenerators.FAILED);
    }
  }

  /** Runs tasks to their end, and reports the failure of each as that of its source. */
  private static void runAll(Loop loop, Map<LoopTask<?>, Object> sources, String message) {
    if (sources.isEmpty()) {
      return;
    }
    LoopPromise<Void> allDone = new LoopPromise<>(loop);
    int[] pending = {sources.size()};
    for (LoopTask<?> task : sources.keySet()) {
      task.addWaiter(
          () -> {
            if (--pending[0] == 0) {
              allDone.complete(null);
            }
          });
    }
    LoopThread.runUntilDone(loop, allDone);
    sources.forEach(
        (task, source) -> {
          Throwable failure = task.isCancelled() ? null : task.exception();
          if (failure != null) {
            loop.report(new ExceptionContext(message, failure, source));
          }
        });
  }
}
