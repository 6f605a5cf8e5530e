package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Clock;
import dev.fermata.internal.loop.Ready;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks of a loop at one moment.
 *
 * <p>The thread of the loop sees them as they are. Another one may look as well when that thread
 * does not come to answer; as nothing is locked, what changes in that moment may be missing or
 * torn, but whatever stands still is seen as it is.
 */
final class LoopView {
  /** How many places of a stack are shown: the innermost, and those where the task has begun. */
  static final int INNERMOST = 40;

  static final int OUTERMOST = 10;

  final Loop loop;

  /** The tasks in the order in which they were started. */
  final Map<LoopTask<?>, TaskView> tasks = new LinkedHashMap<>();

  private final boolean outside;
  private final Set<Ready> ready;
  private final IdentityHashMap<LoopTask<?>, Long> limits = new IdentityHashMap<>();
  private final IdentityHashMap<LoopTask<?>, List<LoopTask<?>>> owned = new IdentityHashMap<>();
  private final Map<List<String>, List<String>> stacks = new HashMap<>();
  private final StackTraceElement[] nativeTrace;

  /**
   * Looks at a loop.
   *
   * @param outside whether this is another thread than that of the loop
   * @param nativeTrace what the thread of the loop is doing
   */
  LoopView(Loop loop, boolean outside, StackTraceElement[] nativeTrace) {
    this.loop = loop;
    this.outside = outside;
    this.nativeTrace = nativeTrace;
    List<LoopTask<?>> all = outside ? loop.tasks().seenFromOutside() : loop.tasks().all();
    this.ready = look(() -> loop.scheduler().ready(), Set.of());
    look(this::findLimits, false);
    for (LoopTask<?> task : all) {
      look(() -> addToOwner(task), false);
    }
    for (LoopTask<?> task : all) {
      tasks.put(task, look(() -> view(task), TaskView.untold(task)));
    }
  }

  private boolean addToOwner(LoopTask<?> task) {
    LoopTask<?> owner = task.owner();
    return owner != null
        && owner != task
        && owner.home() == loop
        && !owner.isDone()
        && owned.computeIfAbsent(owner, any -> new ArrayList<>()).add(task);
  }

  private interface Look<T> {
    T at();
  }

  /** Nothing can be relied on from outside. */
  private <T> T look(Look<T> look, T otherwise) {
    if (!outside) {
      return look.at();
    }
    try {
      return look.at();
    } catch (RuntimeException torn) {
      return otherwise;
    }
  }

  private boolean findLimits() {
    return loop.scheduler()
        .hasTimer(
            timer -> {
              if (timer instanceof TimeLimit limit) {
                long due = loop.scheduler().deadline(timer);
                limits.merge(limit.limitedTask(), due, Math::min);
              }
              return false;
            });
  }

  private TaskView view(LoopTask<?> task) {
    boolean runs = task.isStepped();
    Obstacle obstacle = task.awaited();
    String state = "";
    if (runs) {
      state = "runs";
    } else if (!task.hasBegun()) {
      state = "has not begun";
    } else if (obstacle == null || ready.contains(task)) {
      state = "is ready";
    }
    Set<LoopTask<?>> below = new LinkedHashSet<>();
    if (obstacle != null && !obstacle.isHeld() && state.isEmpty()) {
      below.addAll(obstacle.tasks());
    }
    below.addAll(owned.getOrDefault(task, List.of()));
    Cancellation request = task.cancelRequests() == 0 ? null : task.cancellation();
    return new TaskView(
        task,
        state,
        obstacle,
        stack(task, runs),
        List.copyOf(below),
        request == null ? "" : request.getMessage(),
        limits.getOrDefault(task, Clock.NEVER));
  }

  private List<String> stack(LoopTask<?> task, boolean runs) {
    List<String> places =
        runs && loop.execution().current() == task
            ? shortened(loop.execution().traceOfRunning(nativeTrace))
            : task.places(INNERMOST, OUTERMOST);
    return stacks.computeIfAbsent(places, same -> same);
  }

  /** Returns the lines for what a thread does. */
  static List<String> shortened(StackTraceElement[] trace) {
    return TaskExecution.lines(trace, INNERMOST);
  }

  /** Returns who waits for what. */
  WaitGraph graph() {
    Map<LoopTask<?>, Obstacle> obstacles = new LinkedHashMap<>();
    for (TaskView view : tasks.values()) {
      if (view.obstacle() != null) {
        obstacles.put(view.task(), view.obstacle());
      }
    }
    return WaitGraph.of(obstacles);
  }

  /** Returns what is known of a task, be it of those that were listed or not. */
  TaskView of(LoopTask<?> task) {
    TaskView known = tasks.get(task);
    return known == null ? TaskView.untold(task) : known;
  }
}
