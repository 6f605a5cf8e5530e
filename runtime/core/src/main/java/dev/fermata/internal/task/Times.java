package dev.fermata.internal.task;

import dev.fermata.Clock;
import java.time.Duration;

/** Arithmetic with nanoseconds that ends at the end of time instead of overflowing. */
public final class Times {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Times() {}

  /** Returns a duration in nanoseconds, {@link Clock#NEVER} if it is longer than that can say. */
  public static long nanos(Duration duration) {
    if (duration.compareTo(LONGEST) >= 0) {
      return Clock.NEVER;
    }
    return duration.isNegative() ? -1 : duration.toNanos();
  }

  /** Returns the time that comes {@code delay} after {@code now}. */
  public static long after(long now, long delay) {
    long sum = now + delay;
    return delay == Clock.NEVER || (now > 0 && delay > 0 && sum < 0) ? Clock.NEVER : sum;
  }
}
