package dev.fermata.internal.task;

import dev.fermata.DeadlockException;
import dev.fermata.DeadlockException.Waiting;
import java.util.ArrayList;
import java.util.List;

/** Says who waits for what in a loop in which tasks will wait for ever. */
final class Deadlock {
  /** How many tasks are listed in a message. */
  private static final int MOST = 100;

  private Deadlock() {}

  /**
   * Looks at a loop that has nothing to do.
   *
   * @throws DeadlockException if nothing can wake it
   */
  static void look(Loop loop) {
    if (loop.isStuck()) {
      throw exception(loop, "the event loop has nothing to do, and nothing can wake it");
    }
    if (loop.isDebug()) {
      loop.circles().atRest();
    }
  }

  /**
   * Returns what says who waits now.
   *
   * @param what what has happened
   */
  static DeadlockException exception(Loop loop, String what) {
    WaitGraph graph = WaitGraph.of(loop.allTasks());
    List<Waiting> all = new ArrayList<>();
    StringBuilder text = new StringBuilder(what).append("; tasks that wait: ");
    text.append(graph.waiting().size());
    List<LoopTask<?>> circle = graph.circle();
    if (!circle.isEmpty()) {
      text.append("\n  in a circle: ").append(graph.describe(circle));
    }
    for (LoopTask<?> task : graph.waiting()) {
      String awaited = graph.describe(task);
      Waiting waiting = new Waiting(task, awaited, List.copyOf(graph.needs(task)), task.stack());
      all.add(waiting);
      if (all.size() <= MOST) {
        append(waiting, text);
      }
    }
    if (all.size() > MOST) {
      text.append("\n  and ").append(all.size() - MOST).append(" more");
    }
    return new DeadlockException(text.toString(), all, List.copyOf(circle));
  }

  private static void append(Waiting waiting, StringBuilder text) {
    text.append("\n  ").append(waiting.task().name());
    text.append(" waits for ").append(waiting.awaited());
    for (StackTraceElement place : waiting.stack()) {
      text.append("\n    at ").append(place);
    }
  }
}
