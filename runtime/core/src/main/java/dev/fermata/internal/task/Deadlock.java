package dev.fermata.internal.task;

import dev.fermata.DeadlockException;
import dev.fermata.DeadlockException.Waiting;
import dev.fermata.ExceptionContext;
import java.util.ArrayList;
import java.util.List;

/** Looks for tasks that will wait for ever. */
final class Deadlock {
  /** How many tasks are listed in a message. */
  private static final int MOST = 100;

  private final Loop loop;

  /** The last circle that was reported. */
  private List<LoopTask<?>> known = List.of();

  Deadlock(Loop loop) {
    this.loop = loop;
  }

  /**
   * Looks at a loop that has nothing to do.
   *
   * @throws DeadlockException if nothing can wake it
   */
  void look() {
    if (loop.isStuck()) {
      throw exception("the event loop has nothing to do, and nothing can wake it");
    }
    if (loop.isDebug()) {
      reportCircle();
    }
  }

  /** Somebody may come and cut a circle, so it is not the end of the loop; but it is no good. */
  private void reportCircle() {
    List<LoopTask<?>> circle = WaitGraph.of(loop.allTasks()).circle();
    if (!circle.isEmpty() && !circle.equals(known)) {
      known = circle;
      String message = "tasks wait for each other in a circle";
      loop.report(new ExceptionContext(message, exception(message), loop.name()));
    }
  }

  private DeadlockException exception(String what) {
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
