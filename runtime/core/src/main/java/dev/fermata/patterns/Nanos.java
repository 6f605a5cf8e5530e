package dev.fermata.patterns;

import java.time.Duration;

/** Durations in nanoseconds: those that make sense, and short enough to be added to a time. */
final class Nanos {
  static final long LONGEST = Long.MAX_VALUE / 4;
  private static final Duration LONGEST_DURATION = Duration.ofNanos(LONGEST);

  private Nanos() {}

  static long notNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a negative time: " + duration);
    }
    return duration.compareTo(LONGEST_DURATION) > 0 ? LONGEST : duration.toNanos();
  }

  static long positive(Duration duration) {
    if (duration.isZero()) {
      throw new IllegalArgumentException("no time: " + duration);
    }
    return notNegative(duration);
  }
}
