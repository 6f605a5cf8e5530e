package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends what is left in a loop, one thing after the other: tasks, generators, threads. The loop goes
 * on meanwhile.
 */
final class Shutdown {
  /** How often what was begun in the cleanup of others is ended in its turn. */
  private static final int ROUNDS = 10;

  private final Loop loop;
  private final Deque<Step> steps =
      new ArrayDeque<>(
          List.of(
              this::cancelTasks,
              this::closeGenerators,
              this::cancelTasks,
              this::endThreads,
              this::cancelTasks,
              this::reportTasks));

  /** How often the step was made. */
  private int round;

  /** The tasks that end, each with what it is to be called in a report. */
  private Map<LoopTask<?>, Object> ending = Map.of();

  private String failed = "";
  private boolean hurried;

  Shutdown(Loop loop) {
    this.loop = loop;
  }

  /** Returns what has to be done before this is called again; null if all is done. */
  @Nullable LoopPromise<Void> next() {
    reportFailures();
    for (Step step = steps.peek(); step != null; step = steps.peek()) {
      LoopPromise<Void> wait = step.make();
      round++;
      if (wait != null) {
        return wait;
      }
      steps.remove();
      round = 0;
    }
    return null;
  }

  /** Does not wait for threads. */
  void hurry() {
    hurried = true;
    loop.blockingCalls().interrupt();
  }

  private @Nullable LoopPromise<Void> cancelTasks() {
    if (round == ROUNDS) {
      return null;
    }
    Map<LoopTask<?>, Object> left = new LinkedHashMap<>();
    Cancellation request = Cancellation.of(Source.SHUTDOWN, null, null, null);
    for (Task<?> task : loop.allTasks()) {
      left.put((LoopTask<?>) task, task.name());
      task.cancelWith(request);
    }
    return end(left, "a task failed while the event loop was shut down");
  }

  private @Nullable LoopPromise<Void> closeGenerators() {
    return round == ROUNDS ? null : end(LeftGenerators.closeAll(loop), LeftGenerators.FAILED);
  }

  private @Nullable LoopPromise<Void> endThreads() {
    if (round > 0) {
      return null;
    }
    LoopPromise<Void> ended = loop.blockingCalls().end(loop);
    if (hurried) {
      loop.blockingCalls().interrupt();
    }
    return ended;
  }

  private @Nullable LoopPromise<Void> reportTasks() {
    for (Task<?> task : loop.allTasks()) {
      Throwable left = new IllegalStateException(task + " goes on when the event loop is closed");
      loop.report(new ExceptionContext("a task could not be ended", left, task.name()));
    }
    return null;
  }

  private @Nullable LoopPromise<Void> end(Map<LoopTask<?>, Object> tasks, String ifOneFails) {
    if (tasks.isEmpty()) {
      return null;
    }
    ending = tasks;
    failed = ifOneFails;
    LoopPromise<Void> allDone = new LoopPromise<>(loop);
    int[] pending = {tasks.size()};
    for (LoopTask<?> task : tasks.keySet()) {
      task.addWaiter(
          () -> {
            if (--pending[0] == 0) {
              allDone.complete(null);
            }
          });
    }
    return allDone;
  }

  private void reportFailures() {
    Map<LoopTask<?>, Object> ended = ending;
    ending = Map.of();
    ended.forEach(
        (task, source) -> {
          Throwable failure = task.isCancelled() ? null : task.exception();
          if (failure != null) {
            loop.report(new ExceptionContext(failed, failure, source));
          }
        });
  }

  /** Something that is to be ended; again and again until there is nothing to wait for. */
  private interface Step {
    @Nullable LoopPromise<Void> make();
  }
}
