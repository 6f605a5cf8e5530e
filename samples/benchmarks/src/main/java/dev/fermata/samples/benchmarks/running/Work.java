package dev.fermata.samples.benchmarks.running;

import java.time.Duration;

/** How much is done in one invocation of a benchmark, and the values in it. */
final class Work {
  /** Calls, suspensions or elements: enough for the cost of starting a loop to vanish. */
  static final int COUNT = 1_000;

  /** How deep recursion goes. */
  static final int DEPTH = 10;

  /** A mask for numbers that {@link Integer#valueOf(int)} allocates nothing for. */
  static final int SMALL = 63;

  /** How often each task of a crowd lets others go first. */
  static final int YIELDS = 100;

  /** A time that does not come. */
  static final Duration NEVER = Duration.ofDays(1);

  private Work() {}
}
