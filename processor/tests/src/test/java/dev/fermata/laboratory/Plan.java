package dev.fermata.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What each choice point of a run does: first what a given prefix says, then either always the
 * first option or a random one.
 *
 * <p>A plan remembers what was chosen of how many options, so that a run can be replayed and the
 * next plan found.
 */
final class Plan implements IntBinaryOperator {

  /** One in so many random choices is among all options; the others are no failures. */
  private static final int RANDOM_FAILURES = 4;

  private final int[] prefix;
  private final @Nullable Random further;
  private final List<Integer> choices = new ArrayList<>();
  private final List<Integer> options = new ArrayList<>();
  private boolean benign = true;

  private Plan(int[] prefix, @Nullable Random further) {
    this.prefix = prefix;
    this.further = further;
  }

  /** The plan that starts with the prefix and takes the first option from there on. */
  static Plan startingWith(int... prefix) {
    return new Plan(prefix, null);
  }

  /** A plan of random choices, most of which are no failures. */
  static Plan random(long seed) {
    return new Plan(new int[0], new Random(seed));
  }

  /** A plan that chooses as this one did, for another run of the same program. */
  Plan again() {
    return startingWith(prefixUsed());
  }

  /**
   * The plan after this one in the depth-first order of all plans, or null if this was the last.
   */
  @Nullable Plan next() {
    for (int i = choices.size() - 1; i >= 0; i--) {
      if (choices.get(i) + 1 < options.get(i)) {
        int[] next = Arrays.copyOf(prefixUsed(), i + 1);
        next[i]++;
        return startingWith(next);
      }
    }
    return null;
  }

  @Override
  public int applyAsInt(int harmless, int all) {
    int choice = Math.min(choose(harmless, all), all - 1);
    benign &= choice < harmless;
    choices.add(choice);
    options.add(all);
    return choice;
  }

  private int choose(int harmless, int all) {
    int point = choices.size();
    if (point < prefix.length) {
      return prefix[point];
    }
    if (further == null) {
      return 0;
    }
    return further.nextInt(RANDOM_FAILURES) > 0 ? further.nextInt(harmless) : further.nextInt(all);
  }

  /** Whether none of the choices made was a failure. */
  boolean isBenign() {
    return benign;
  }

  private int[] prefixUsed() {
    return choices.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The choices made, by number. */
  @Override
  public String toString() {
    return choices.toString();
  }
}
