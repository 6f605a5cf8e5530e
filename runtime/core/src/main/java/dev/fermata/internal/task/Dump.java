package dev.fermata.internal.task;

import dev.fermata.internal.loop.Ready;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes down the tasks of a loop: a task stands below one that awaits it. */
public final class Dump {
  /** From this depth on, lines are not indented any more. */
  private static final int DEEPEST = 40;

  private final Appendable out;
  private final Loop loop;
  private final WaitGraph graph;
  private final Set<Ready> ready;
  private final Set<LoopTask<?>> written = new HashSet<>();
  private final Deque<Line> left = new ArrayDeque<>();

  private record Line(LoopTask<?> task, int depth) {}

  private Dump(Loop loop, Appendable out) {
    this.loop = loop;
    this.out = out;
    this.graph = WaitGraph.of(loop.allTasks());
    this.ready = loop.scheduler().ready();
  }

  /** Writes what the loop has now. It is called on the thread of the loop. */
  public static void write(Loop loop, Appendable out) throws IOException {
    new Dump(loop, out).write();
  }

  private void write() throws IOException {
    Set<LoopTask<?>> all = new LinkedHashSet<>();
    loop.allTasks().forEach(task -> all.add((LoopTask<?>) task));
    out.append(loop + ", tasks: " + all.size() + "\n");
    Set<LoopTask<?>> roots = new LinkedHashSet<>(all);
    all.forEach(task -> graph.awaitedBy(task).forEach(roots::remove));
    for (LoopTask<?> root : roots) {
      writeTree(root);
    }
    for (LoopTask<?> inCircle : all) {
      if (!written.contains(inCircle)) {
        writeTree(inCircle);
      }
    }
    List<LoopTask<?>> circle = graph.circle();
    if (!circle.isEmpty()) {
      out.append("in a circle: " + graph.describe(circle) + "\n");
    }
  }

  private void writeTree(LoopTask<?> root) throws IOException {
    left.push(new Line(root, 0));
    while (!left.isEmpty()) {
      Line line = left.pop();
      String indent = "  ".repeat(Math.min(line.depth, DEEPEST));
      if (written.add(line.task)) {
        write(line.task, indent);
        List<? extends LoopTask<?>> below = graph.awaitedBy(line.task);
        for (int i = below.size() - 1; i >= 0; i--) {
          left.push(new Line(below.get(i), line.depth + 1));
        }
      } else {
        out.append(indent + line.task.name() + ": see above\n");
      }
    }
  }

  private void write(LoopTask<?> task, String indent) throws IOException {
    out.append(indent + task.name() + ": " + state(task) + "\n");
    for (StackTraceElement place : task.stack()) {
      out.append(indent + "    at " + place + "\n");
    }
  }

  private String state(LoopTask<?> task) {
    if (loop.execution().current() == task) {
      return "runs";
    }
    if (!task.hasBegun()) {
      return "has not begun";
    }
    return ready.contains(task) ? "is ready" : "waits for " + graph.describe(task);
  }
}
