package dev.fermata.samples.soak;

import java.time.Duration;
import java.time.Instant;

/**
 * Runs rounds until there were as many operations as wanted.
 *
 * <p>Its arguments are the number of operations, 10,000,000 by default; the seed of the first
 * round, whose successors have the seeds that follow; and the number of operations of a round.
 */
public final class Soak {
  private static final long OPERATIONS = 10_000_000;
  private static final long PER_ROUND = 50_000;
  private static final int ROUNDS_PER_LINE = 10;

  private final Counts counts = new Counts();
  private final long operations;
  private final long firstSeed;
  private final long perRound;

  /** Makes one of so many operations, from a seed on. */
  Soak(long operations, long firstSeed, long perRound) {
    this.operations = operations;
    this.firstSeed = firstSeed;
    this.perRound = perRound;
  }

  /**
   * Runs it, and says how far it is.
   *
   * @throws IllegalStateException if something is not as it has to be
   */
  public static void main(String... args) {
    Soak soak =
        new Soak(
            args.length > 0 ? Long.parseLong(args[0]) : OPERATIONS,
            args.length > 1 ? Long.parseLong(args[1]) : 1,
            args.length > 2 ? Long.parseLong(args[2]) : PER_ROUND);
    System.out.println(soak.run(true));
  }

  /** Runs all rounds and returns what has happened. */
  Counts run(boolean talking) {
    Instant start = Instant.now();
    for (long round = 0; counts.operations() < operations; round++) {
      long left = operations - counts.operations();
      counts.addAll(new Round(firstSeed + round, Math.min(left, perRound)).run());
      if (talking && (round + 1) % ROUNDS_PER_LINE == 0) {
        Duration passed = Duration.between(start, Instant.now());
        System.out.printf(
            "%,d operations in %,d rounds, %d s%n",
            counts.operations(), round + 1, passed.toSeconds());
      }
    }
    return counts;
  }
}
