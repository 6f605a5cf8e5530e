package dev.fermata.testing.explore;

import dev.fermata.testing.explore.Moments.Moment;
import dev.fermata.testing.explore.Strike.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Runs a {@link Scenario} once undisturbed, and then
 *
 * <ul>
 *   <li>once for each moment and each task, cancelling the task then. A moment is before each step
 *       of a turn, whenever the loop is about to let time pass, and at each {@link Stage#point}: so
 *       every task is cancelled in every wait, before and after what wakes it, in the same turn;
 *   <li>once for each moment and each participant, letting its time be over then; and once for each
 *       time at which something happens, and shortly after it, with a limit set from the start;
 *   <li>with two of these, on one task or two, in the same moment or soon after each other: of
 *       those a sample, if there are too many;
 *   <li>with the ready queue in a random order, undisturbed, and with a sample of the above.
 * </ul>
 *
 * <p>After each run has to hold: every task has ended, and each participant as is right for what
 * was done to it; no timer, callback or open generator is left; nothing was reported to the
 * exception handler; and the invariants of the scenario. What does not is told with a coordinate,
 * with which {@link #replay} runs the scenario in the same way again.
 *
 * <p>The system property {@code explore.effort} says how many times as many pairs and orders are to
 * be tried, 1 by default.
 */
public final class CancelEverywhere {
  private static final int EFFORT = Integer.getInteger("explore.effort", 1);
  private static final int PAIRS = 300 * EFFORT;
  private static final int SEEDS = 8 * EFFORT;
  private static final int PLANS_PER_SEED = 10;

  /** How many moments after a strike another one may follow. */
  private static final int REACH = 4;

  /** How many moments a run may have. */
  private static final int LIMIT = 2_000;

  private final Scenario scenario;
  private final Run undisturbed;
  private int runs;
  private int landed;

  private CancelEverywhere(Scenario scenario) {
    this.scenario = scenario;
    this.undisturbed = run(Plan.of(null), LIMIT);
  }

  /**
   * Explores a scenario.
   *
   * @throws AssertionError if there is a run in which something is wrong; the first one is told
   */
  public static Findings explore(Scenario scenario) {
    CancelEverywhere exploration = new CancelEverywhere(scenario);
    List<Strike> strikes = strikes(exploration.undisturbed);
    for (Strike strike : strikes) {
      exploration.run(Plan.of(null, strike));
    }
    exploration.pairs(strikes, new Random(1));
    for (long seed = 1; seed <= SEEDS; seed++) {
      exploration.shuffled(seed);
    }
    return exploration.findings();
  }

  /**
   * Runs a scenario once more as it was when it failed.
   *
   * @param coordinate from the message of the failure
   * @throws AssertionError if something is wrong
   */
  public static void replay(Scenario scenario, String coordinate) {
    Run run = new Run(scenario, Plan.parse(coordinate), LIMIT);
    run.go();
    run.verify();
  }

  private static List<Strike> strikes(Run run) {
    List<Strike> strikes = new ArrayList<>();
    List<Moment> moments = run.moments().seen();
    Set<Long> times = new LinkedHashSet<>();
    for (int i = 0; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      for (String task : moment.tasks()) {
        strikes.add(new Strike(Kind.CANCEL, task, i + 1));
      }
      for (String task : moment.limited()) {
        strikes.add(new Strike(Kind.EXPIRE, task, i + 1));
      }
      times.add(moment.time());
      times.add(moment.time() + 1);
    }
    for (Participant participant : run.participants()) {
      for (long time : times) {
        strikes.add(new Strike(Kind.DEADLINE, participant.name(), time));
      }
    }
    return strikes;
  }

  private void pairs(List<Strike> strikes, Random random) {
    List<Plan> pairs = new ArrayList<>();
    for (Strike first : strikes) {
      for (Strike second : strikes) {
        long after = second.at() - first.at();
        boolean soon = after >= 0 && after <= REACH;
        if (first.kind() == Kind.DEADLINE || (second.kind() != Kind.DEADLINE && soon)) {
          pairs.add(Plan.of(null, first, second));
        }
      }
    }
    sample(pairs, PAIRS, random).forEach(this::run);
  }

  private void shuffled(long seed) {
    Random random = new Random(seed);
    Run calm = run(Plan.of(seed), LIMIT);
    for (Strike strike : sample(strikes(calm), PLANS_PER_SEED, random)) {
      run(Plan.of(seed, strike));
    }
  }

  private static <T> List<T> sample(List<T> all, int size, Random random) {
    List<T> rest = new ArrayList<>(all);
    while (rest.size() > size) {
      int chosen = random.nextInt(rest.size());
      rest.set(chosen, rest.get(rest.size() - 1));
      rest.remove(rest.size() - 1);
    }
    return rest;
  }

  private void run(Plan plan) {
    run(plan, LIMIT);
  }

  private Run run(Plan plan, int limit) {
    Run run = new Run(scenario, plan, limit);
    run.go();
    run.verify();
    runs++;
    landed += run.landed();
    return run;
  }

  private Findings findings() {
    Moments moments = undisturbed.moments();
    return new Findings(moments.turns(), moments.seen().size(), runs, landed);
  }
}
