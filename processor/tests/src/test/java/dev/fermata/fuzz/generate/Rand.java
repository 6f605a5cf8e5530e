package dev.fermata.fuzz.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that depend on nothing but the seed. */
final class Rand {
  private final SplittableRandom random;

  Rand(long seed) {
    random = new SplittableRandom(mix(seed));
  }

  /**
   * Spreads neighbouring seeds: the sequences of seeds that differ by the generator's own step
   * overlap.
   */
  private static long mix(long seed) {
    long bits = (seed ^ (seed >>> 33)) * 0xff51afd7ed558ccdL;
    bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return bits ^ (bits >>> 33);
  }

  /** A number from 0 up to {@code bound}, which it never is. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number of the range, both ends included. */
  int between(int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }

  /** True in so many of a hundred cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** One of the elements. */
  <T> T pick(List<T> elements) {
    return elements.get(random.nextInt(elements.size()));
  }

  /** One of the elements. */
  @SafeVarargs
  final <T> T pick(T... elements) {
    return elements[random.nextInt(elements.length)];
  }
}
