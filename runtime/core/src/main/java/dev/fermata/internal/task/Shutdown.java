package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.machine.OpenGenerator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends what is left in a loop, one thing after the other: tasks, generators, threads. The loop goes
 * on meanwhile.
 *
 * <p>Loops of a group do so in lockstep: none ends anything before all have looked for what they
 * have left. So what the cleanup of one begins in another one is not taken for something that was
 * left there, as long as that cleanup lasts.
 */
final class Shutdown {
  /** How often what was begun in the cleanup of others is ended in its turn. */
  private static final int ROUNDS = 10;

  private final Loop loop;
  private final @Nullable Lockstep group;
  private final Deque<Step> steps =
      new ArrayDeque<>(
          List.of(
              this::cancelTasks,
              this::closeGenerators,
              this::cancelTasks,
              this::endThreads,
              this::cancelTasks,
              this::reportTasks));

  private Phase phase = Phase.LOOK;

  /** How often the step was made. */
  private int round;

  /** Ends what the step has found; null if that is nothing. */
  private @Nullable Action action;

  /** Whether a loop of the group has found something; null without a group. */
  private @Nullable LoopPromise<Boolean> anyFound;

  /** The tasks that end, each with what it is to be called in a report. */
  private Map<LoopTask<?>, Object> ending = Map.of();

  private String failed = "";
  private boolean hurried;

  /**
   * Begins with nothing yet.
   *
   * @param group what goes on together with this; null if the loop ends alone
   */
  Shutdown(Loop loop, @Nullable Lockstep group) {
    this.loop = loop;
    this.group = group;
  }

  /** Returns what has to be done before this is called again; null if all is done. */
  @Nullable LoopPromise<?> next() {
    LoopPromise<?> wait = null;
    while (wait == null && !steps.isEmpty()) {
      wait =
          switch (phase) {
            case LOOK -> look();
            case ACT -> act();
            case MEET -> meet();
          };
    }
    return wait;
  }

  private @Nullable LoopPromise<Boolean> look() {
    reportFailures();
    action = steps.element().look();
    round++;
    phase = Phase.ACT;
    anyFound = group == null ? null : group.arrive(loop, action != null);
    return anyFound;
  }

  private @Nullable LoopPromise<Void> act() {
    Action found = action;
    action = null;
    if (anyFound == null ? found == null : !anyFound.result()) {
      steps.remove();
      round = 0;
      phase = Phase.LOOK;
      return null;
    }
    phase = Phase.MEET;
    return found == null ? null : found.begin();
  }

  private @Nullable LoopPromise<Boolean> meet() {
    phase = Phase.LOOK;
    return group == null ? null : group.arrive(loop, false);
  }

  /** Does not wait for threads. */
  void hurry() {
    hurried = true;
    loop.blockingCalls().interrupt();
  }

  private @Nullable Action cancelTasks() {
    List<Task<?>> left = loop.allTasks();
    return round == ROUNDS || left.isEmpty() ? null : () -> cancel(left);
  }

  private @Nullable LoopPromise<Void> cancel(List<Task<?>> left) {
    Map<LoopTask<?>, Object> named = new LinkedHashMap<>();
    Cancellation request = Cancellation.of(Source.SHUTDOWN, null, null, null);
    for (Task<?> task : left) {
      if (!task.isDone()) {
        named.put((LoopTask<?>) task, task.name());
        task.cancelWith(request);
      }
    }
    return end(named, "a task failed while the event loop was shut down");
  }

  private @Nullable Action closeGenerators() {
    List<OpenGenerator> left = loop.execution().generators();
    return round == ROUNDS || left.isEmpty()
        ? null
        : () -> end(LeftGenerators.close(left, loop), LeftGenerators.FAILED);
  }

  private @Nullable Action endThreads() {
    return round > 0
        ? null
        : () -> {
          LoopPromise<Void> ended = loop.blockingCalls().end(loop);
          if (hurried) {
            loop.blockingCalls().interrupt();
          }
          return ended;
        };
  }

  private @Nullable Action reportTasks() {
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

  /** What comes next in a round. */
  private enum Phase {
    /** To look for what is left. */
    LOOK,
    /** To end it, when all others have looked. */
    ACT,
    /** To wait until all others have ended what they have found. */
    MEET
  }

  /** Something that is to be ended; again and again until nothing is left. */
  private interface Step {
    /** Looks without touching anything; returns how to end what is left, null if nothing is. */
    @Nullable Action look();
  }

  /** Ends what a step has found. */
  private interface Action {
    /** Returns what is done when it has ended; null if it has. */
    @Nullable LoopPromise<Void> begin();
  }
}
