package dev.fermata.internal.task;

import dev.fermata.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the tasks of a loop: a task stands below one that awaits or owns it. Those that are
 * alike are written once.
 */
final class Dump {
  /** From this depth on, lines are not indented any more. */
  private static final int DEEPEST = 40;

  /** From how many tasks on they are written as one. */
  private static final int MANY = 3;

  /** How many tasks are written, those that are alike counting as one. */
  private static final int MOST = 2000;

  /** How much is shown of what another thread does for a task. */
  private static final int MOST_OF_THREAD = 10;

  private final LoopView view;
  private final Alike alike;
  private final WaitGraph graph;
  private final long now;
  private final StringBuilder out = new StringBuilder();
  private final Set<LoopTask<?>> written = new HashSet<>();
  private final Deque<Line> left = new ArrayDeque<>();
  private int lines;

  private record Line(List<LoopTask<?>> tasks, int depth) {}

  private Dump(LoopView view) {
    this.view = view;
    this.alike = new Alike(view);
    this.graph = view.graph();
    this.now = view.loop.time();
  }

  /** Returns what a loop has now. It is called on the thread of the loop. */
  static String of(Loop loop) {
    Thread owner = loop.owner();
    String thread = owner == null ? "" : " in thread " + nameOf(owner);
    LoopView view = new LoopView(loop, false, new Throwable().getStackTrace());
    return new Dump(view).write(loop + thread, "");
  }

  /**
   * Returns what another thread sees of a loop that does not answer.
   *
   * @param why says why it is looked at from outside
   */
  static String fromOutside(Loop loop, String why) {
    Thread owner = loop.thread();
    StackTraceElement[] trace = owner == null ? new StackTraceElement[0] : owner.getStackTrace();
    StringBuilder doing = new StringBuilder();
    if (owner != null) {
      String last = loop.isOwnerIn() ? "" : "has run it last, ";
      doing.append("  thread ").append(nameOf(owner)).append(", ").append(last);
      doing.append(owner.getState()).append('\n');
      for (String place : LoopView.shortened(loop.execution().traceOfRunning(trace))) {
        doing.append("      ").append(place).append('\n');
      }
    }
    return new Dump(new LoopView(loop, true, trace)).write(loop + " " + why, doing.toString());
  }

  private static String nameOf(Thread thread) {
    return thread.getName().isEmpty() ? "#" + thread.getId() : thread.getName();
  }

  private String write(String head, String doing) {
    List<LoopTask<?>> all = new ArrayList<>(view.tasks.keySet());
    out.append(head).append(", tasks: ").append(all.size()).append('\n').append(doing);
    List<LoopTask<?>> roots = new ArrayList<>(all);
    roots.removeIf(task -> !alike.isRoot(task));
    push(roots, 0);
    writeTrees();
    for (LoopTask<?> inCircle : all) {
      if (!written.contains(inCircle)) {
        left.push(new Line(List.of(inCircle), 0));
        writeTrees();
      }
    }
    if (lines > MOST) {
      out.append("and ").append(lines - MOST).append(" more\n");
    }
    List<LoopTask<?>> circle = graph.circle();
    if (!circle.isEmpty()) {
      out.append("in a circle: ").append(graph.describe(circle)).append('\n');
    }
    return out.toString();
  }

  private void push(List<LoopTask<?>> tasks, int depth) {
    List<Line> pushed = new ArrayList<>();
    for (List<LoopTask<?>> group : alike.groups(tasks)) {
      if (group.size() >= MANY) {
        pushed.add(new Line(group, depth));
      } else {
        group.forEach(task -> pushed.add(new Line(List.of(task), depth)));
      }
    }
    for (int i = pushed.size() - 1; i >= 0; i--) {
      left.push(pushed.get(i));
    }
  }

  private void writeTrees() {
    while (!left.isEmpty()) {
      Line line = left.pop();
      String indent = "  ".repeat(Math.min(line.depth, DEEPEST));
      TaskView first = view.of(line.tasks.get(0));
      if (written.add(first.task())) {
        lines++;
        if (lines <= MOST) {
          write(line.tasks, first, indent);
        }
        line.tasks.stream().skip(1).forEach(this::markTree);
        push(first.below(), line.depth + 1);
      } else if (lines <= MOST) {
        out.append(indent).append(first.task().name()).append(": see above\n");
      }
    }
  }

  /** What is below one of those that are alike is not written. */
  private void markTree(LoopTask<?> root) {
    Deque<LoopTask<?>> marked = new ArrayDeque<>();
    marked.push(root);
    while (!marked.isEmpty()) {
      LoopTask<?> task = marked.pop();
      if (written.add(task)) {
        view.of(task).below().forEach(marked::push);
      }
    }
  }

  private void write(List<LoopTask<?>> tasks, TaskView first, String indent) {
    out.append(indent);
    if (tasks.size() > 1) {
      out.append(String.format("%,d tasks alike, ", tasks.size())).append(first.task().name());
      out.append(" to ").append(tasks.get(tasks.size() - 1).name());
    } else {
      out.append(first.task().name());
    }
    out.append(": ").append(first.waits() ? waiting(tasks, first) : first.state());
    if (!first.asked().isEmpty()) {
      out.append(", is to end (").append(first.asked()).append(')');
    }
    appendTime(", a time limit in ", tasks, TaskView::limit);
    out.append('\n');
    first.places().forEach(place -> out.append(indent).append("    ").append(place).append('\n'));
    Obstacle obstacle = first.obstacle();
    if (obstacle != null && obstacle.thread() != null) {
      writeThread(obstacle.thread(), indent);
    }
  }

  private String waiting(List<LoopTask<?>> tasks, TaskView first) {
    Obstacle obstacle = first.obstacle();
    Object thing = obstacle == null ? null : obstacle.thing();
    int start = out.length();
    if (tasks.size() > 1 && thing != null && !alike.isShared(thing)) {
      String text = obstacle == null ? "" : obstacle.text() + " ";
      out.append(text.isBlank() ? "" : text)
          .append("one ")
          .append(thing.getClass().getSimpleName())
          .append(" each");
    } else {
      out.append(graph.describe(first.task()));
    }
    appendTime(", ", tasks, Dump::due);
    String text = out.substring(start);
    out.setLength(start);
    return "waits for " + text + (text.length() > 0 && hasDue(first) ? " left" : "");
  }

  private static boolean hasDue(TaskView view) {
    return due(view) != Clock.NEVER;
  }

  private static long due(TaskView view) {
    Obstacle obstacle = view.obstacle();
    return obstacle == null ? Clock.NEVER : obstacle.due();
  }

  private void appendTime(String text, List<LoopTask<?>> tasks, ToLongFunction<TaskView> time) {
    long shortest = Clock.NEVER;
    long longest = Clock.NEVER;
    for (LoopTask<?> task : tasks) {
      long due = time.applyAsLong(view.of(task));
      if (due != Clock.NEVER) {
        shortest = Math.min(shortest, due);
        longest = longest == Clock.NEVER ? due : Math.max(longest, due);
      }
    }
    if (shortest != Clock.NEVER) {
      out.append(text).append(Spans.text(shortest - now, longest - now));
    }
  }

  private void writeThread(@Nullable Thread thread, String indent) {
    if (thread != null) {
      out.append(indent).append("    in thread ").append(nameOf(thread)).append('\n');
      for (String place :
          TaskExecution.lines(
              TaskExecution.traceOfCall(thread.getStackTrace(), null), MOST_OF_THREAD)) {
        out.append(indent).append("        ").append(place).append('\n');
      }
    }
  }
}
