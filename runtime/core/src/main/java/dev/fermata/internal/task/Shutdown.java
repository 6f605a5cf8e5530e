package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.machine.GeneratorMachine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends what is left in a loop: tasks, then generators. */
final class Shutdown {
  private Shutdown() {}

  static void run(Loop loop) {
    Map<LoopTask<?>, Object> left = new LinkedHashMap<>();
    for (Task<?> task : loop.allTasks()) {
      left.put((LoopTask<?>) task, task.name());
      task.cancel();
    }
    runAll(loop, left, "a task failed while the event loop was shut down");

    Map<LoopTask<?>, Object> closing = new LinkedHashMap<>();
    for (GeneratorMachine<?> generator : loop.execution().generators()) {
      closing.put(loop.start(generator.closeAsync(), Context.current(), null), generator);
    }
    runAll(loop, closing, "an async generator failed while it was closed");
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
    loop.runUntilDone(allDone);
    sources.forEach(
        (task, source) -> {
          Throwable failure = task.isCancelled() ? null : task.exception();
          if (failure != null) {
            loop.report(new ExceptionContext(message, failure, source));
          }
        });
  }
}
