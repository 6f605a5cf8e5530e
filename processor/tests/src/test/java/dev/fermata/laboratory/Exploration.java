package dev.fermata.laboratory;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which plans a program is run under: all of them in depth-first order while they are few; of many,
 * the first half of the limit in that order, the rest at random from a seed.
 *
 * @param limit the greatest number of runs
 * @param seed of the random plans
 */
public record Exploration(int limit, long seed) {

  /** Every plan, up to this many. */
  public static Exploration upTo(int limit) {
    return new Exploration(limit, 1);
  }

  /**
   * Runs each plan until one gives a result.
   *
   * @return the first result, or nothing if no plan gave one
   */
  <R> Optional<R> firstResult(Function<Plan, Optional<R>> run) {
    Plan plan = Plan.startingWith();
    for (int runs = 0; runs < limit && plan != null; runs++) {
      Optional<R> result = run.apply(plan);
      if (result.isPresent()) {
        return result;
      }
      plan = runs < limit / 2 ? plan.next() : Plan.random(seed + runs);
    }
    return Optional.empty();
  }
}
