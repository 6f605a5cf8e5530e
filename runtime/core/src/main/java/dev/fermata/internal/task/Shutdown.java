package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.machine.GeneratorMachine;
import java.util.ArrayList;
import java.util.List;

/** Ends what is left in a loop: tasks, then generators. */
final class Shutdown {
  private Shutdown() {}

  static void run(Loop loop) {
    List<LoopTask<?>> left = new ArrayList<>();
    for (Task<?> task : loop.allTasks()) {
      left.add((LoopTask<?>) task);
      task.cancel();
    }
    runAll(loop, left, "a task failed while the event loop was shut down");

    List<LoopTask<?>> closing = new ArrayList<>();
    for (GeneratorMachine<?> generator : loop.execution().generators()) {
      closing.add(loop.start(generator.closeAsync(), Context.current(), null));
    }
    runAll(loop, closing, "an async generator failed while it was closed");
  }

  private static void runAll(Loop loop, List<LoopTask<?>> tasks, String message) {
    if (tasks.isEmpty()) {
      return;
    }
    LoopPromise<Void> allDone = new LoopPromise<>(loop);
    int[] pending = {tasks.size()};
    for (LoopTask<?> task : tasks) {
      task.addWaiter(
          () -> {
            if (--pending[0] == 0) {
              allDone.complete(null);
            }
          });
    }
    loop.runUntilDone(allDone);
    for (LoopTask<?> task : tasks) {
      Throwable failure = task.isCancelled() ? null : task.exception();
      if (failure != null) {
        loop.report(new ExceptionContext(message, failure, task.name()));
      }
    }
  }
}
