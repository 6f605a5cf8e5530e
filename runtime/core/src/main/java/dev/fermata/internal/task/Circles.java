package dev.fermata.internal.task;

import dev.fermata.Clock;
import dev.fermata.DeadlockException;
import dev.fermata.ExceptionContext;
import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.loop.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks now and then for tasks that wait for each other in a circle, and reports them. Something
 * could still cancel one of them, and the loop may have other things to do; so it is not the end of
 * the loop, but nobody else would tell of it.
 *
 * <p>A circle is reported when it is found again some time later, and no time limit is set that
 * will cut it. Looking costs a thousandth of the time at most.
 */
final class Circles {
  private static final String FOUND = "tasks wait for each other in a circle";
  private static final long PERIOD = 10_000_000_000L;
  private static final long PERIOD_IN_DEBUG = 1_000_000_000L;
  private static final int COST = 1000;

  /** After how many turns a loop that is never idle looks at its clock. */
  private static final int TURNS = 64;

  private final Loop loop;
  private final Scheduler scheduler;
  private long lookedAt;
  private long longest;

  /** How many turns there were since it has looked. */
  private int turns;

  /** What was found the last time. */
  private List<LoopTask<?>> found = List.of();

  /** The last circle that was reported. */
  private List<LoopTask<?>> known = List.of();

  Circles(Loop loop) {
    this.loop = loop;
    this.scheduler = loop.scheduler();
    this.lookedAt = loop.time();
  }

  /** The loop has taken a turn. */
  void afterTurn() {
    turns++;
    boolean looks = turns % TURNS == 0;
    if (!looks && scheduler.hasReady()) {
      return;
    }
    long now = looks ? loop.time() : scheduler.lastTime();
    long next = lookedAt + period();
    if (scheduler.isVirtual()) {
      // Such time takes no time: there, looking is to cost no more than the turns do.
      if (now >= next && turns >= loop.load()) {
        look();
      }
    } else if (now >= next) {
      look();
      boolean isDone = found.isEmpty() || found.equals(known);
      scheduler.wakeBy(isDone ? Clock.NEVER : lookedAt + period());
    } else {
      scheduler.wakeBy(next); // there may be no turn any more before that
    }
  }

  private long period() {
    return Math.max(loop.isDebug() ? PERIOD_IN_DEBUG : PERIOD, longest);
  }

  private void look() {
    lookedAt = loop.time();
    List<LoopTask<?>> circle = WaitGraph.ofNeeds(loop).circle();
    turns = 0;
    longest = COST * (loop.time() - lookedAt);
    if (!circle.isEmpty() && circle.equals(found) && !circle.equals(known) && !isCut(circle)) {
      report(circle);
    }
    found = circle;
  }

  /** The loop is idle, and in debug mode: what is found now is for certain. */
  void atRest() {
    List<LoopTask<?>> circle = WaitGraph.ofNeeds(loop).circle();
    if (!circle.isEmpty() && !circle.equals(known)) {
      report(circle);
    }
  }

  private void report(List<LoopTask<?>> circle) {
    known = circle;
    DeadlockException exception = Deadlock.exception(loop, FOUND);
    loop.report(new ExceptionContext(FOUND, exception, loop.name()));
  }

  /** Returns whether one of a circle is about to go on, or will be cancelled by a time limit. */
  private boolean isCut(List<LoopTask<?>> circle) {
    Set<Ready> ready = scheduler.ready();
    WaitGraph graph = WaitGraph.ofNeeds(loop);
    return circle.stream().anyMatch(ready::contains)
        || scheduler.hasTimer(
            timer ->
                timer instanceof TimeLimit limit && isAwaited(circle, limit.limitedTask(), graph));
  }

  /** Returns whether a cancellation of {@code task} gets to one of a circle. */
  private static boolean isAwaited(List<LoopTask<?>> circle, LoopTask<?> task, WaitGraph graph) {
    Set<LoopTask<?>> seen = new HashSet<>(Set.of(task));
    Deque<LoopTask<?>> left = new ArrayDeque<>(seen);
    while (!left.isEmpty()) {
      LoopTask<?> next = left.pop();
      if (circle.contains(next)) {
        return true;
      }
      graph.awaitedBy(next).stream().filter(seen::add).forEach(left::push);
    }
    return false;
  }
}
