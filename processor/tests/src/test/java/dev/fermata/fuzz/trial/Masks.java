package dev.fermata.fuzz.trial;

import dev.fermata.fuzz.world.World;
import java.util.Random;
import java.util.stream.IntStream;

/** The masks that a program is run under: all at once, all later, and some that mix and fail. */
public final class Masks {
  private static final int SIMPLE = 2;

  private Masks() {}

  /** So many masks for the program of that seed; always the same. */
  public static int[] of(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .map(i -> i < SIMPLE ? i : SIMPLE + random.nextInt(World.MASKS - SIMPLE))
        .toArray();
  }
}
