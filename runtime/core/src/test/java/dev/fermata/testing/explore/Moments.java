package dev.fermata.testing.explore;

import dev.fermata.Clock;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.TurnOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Counts the moments of a run in which something can happen to a task: before each step of a turn;
 * when the loop has nothing to do and is about to let time pass; and where a participant says so
 * within a step. Between two of them, a task that waits, waits for the same thing. So these are all
 * suspension points of all tasks, as well as all turns.
 */
final class Moments implements TurnOrder, Clock {
  private final Clock clock = Clock.virtual();
  private final TurnOrder order;
  private final Outside outside;
  private final int limit;
  private final IntPredicate strikes;
  private final List<Moment> seen = new ArrayList<>();
  private boolean counts;
  private Set<Task<?>> spared = Set.of();
  private List<Participant> participants = List.of();
  private boolean beginsTurn = true;
  private int turns;
  private int passed;

  /**
   * What is known about a moment.
   *
   * @param time of the loop
   * @param tasks the names of those that are not done
   * @param limited the names of the participants that run within their time limit
   */
  record Moment(long time, List<String> tasks, List<String> limited) {}

  /**
   * Makes a count.
   *
   * @param limit how many there may be
   * @param strikes does what is to be done in a moment, and returns whether there was anything
   */
  Moments(TurnOrder order, Outside outside, int limit, IntPredicate strikes) {
    this.order = order;
    this.outside = outside;
    this.limit = limit;
    this.strikes = strikes;
  }

  /** Counts from now on, for all tasks but those that are to be spared. */
  void begin(Set<Task<?>> tasks, List<Participant> all) {
    counts = true;
    spared = tasks;
    participants = all;
  }

  /** Counts no more. */
  void end() {
    counts = false;
  }

  List<Moment> seen() {
    return seen;
  }

  int turns() {
    return turns;
  }

  /** It is a moment; returns whether something was done in it. */
  boolean arrive() {
    // What does not end, does not end when the loop is shut down, either: that is counted as well.
    if (++passed > limit) {
      passed = 0;
      end();
      throw new AssertionError("the run does not end: it has had " + limit + " moments");
    }
    if (!counts) {
      return false;
    }
    List<String> tasks =
        Tasks.all().stream().filter(task -> !spared.contains(task)).map(Task::name).toList();
    List<String> limited =
        participants.stream().filter(Participant::isLimited).map(Participant::name).toList();
    seen.add(new Moment(clock.nanoTime(), tasks, limited));
    return strikes.test(seen.size());
  }

  @Override
  public int next(int left) {
    if (beginsTurn && counts) {
      turns++;
    }
    beginsTurn = left == 1;
    arrive();
    return order.next(left);
  }

  @Override
  public void park(long deadline, boolean underWay) {
    if (arrive() || outside.runOne()) {
      return;
    }
    if (deadline == NEVER) {
      throw new AssertionError("the loop waits for something outside that never comes");
    }
    clock.park(deadline, false);
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  public boolean isVirtual() {
    return true;
  }
}
