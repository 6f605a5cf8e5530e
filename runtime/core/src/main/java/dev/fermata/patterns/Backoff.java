package dev.fermata.patterns;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to pause before trying again: longer each time, up to a maximum, and not all callers at
 * the same moment.
 *
 * <p>It does not change; each method returns another one. It may be shared by loops and threads.
 */
public final class Backoff {
  private static final long MAX_DELAY = Duration.ofSeconds(30).toNanos();

  private final long first;
  private final double factor;
  private final long max;
  private final Jitter jitter;
  private final @Nullable RandomGenerator random;

  private Backoff(
      long first, double factor, long max, Jitter jitter, @Nullable RandomGenerator random) {
    this.first = first;
    this.factor = factor;
    this.max = max;
    this.jitter = jitter;
    this.random = random;
  }

  /**
   * Pauses that double each time, up to 30 seconds, with {@link Jitter#FULL full jitter}.
   *
   * @param first the first pause, before jitter
   * @throws IllegalArgumentException if it is negative
   */
  public static Backoff exponential(Duration first) {
    return exponential(first, 2);
  }

  /**
   * Pauses that grow by a factor each time, up to 30 seconds, with {@link Jitter#FULL full jitter}.
   *
   * @param first the first pause, before jitter
   * @param factor how many times as long each is as the one before; at least 1
   * @throws IllegalArgumentException if {@code first} is negative or {@code factor} less than 1
   */
  public static Backoff exponential(Duration first, double factor) {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("a factor less than 1: " + factor);
    }
    return new Backoff(Nanos.notNegative(first), factor, MAX_DELAY, Jitter.FULL, null);
  }

  /**
   * Pauses that are all the same, without jitter.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static Backoff constant(Duration pause) {
    long nanos = Nanos.notNegative(pause);
    return new Backoff(nanos, 1, nanos, Jitter.NONE, null);
  }

  /**
   * Limits each pause.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Backoff max(Duration longest) {
    return new Backoff(first, factor, Nanos.notNegative(longest), jitter, random);
  }

  /** Spreads the pauses in this way. */
  public Backoff jitter(Jitter kind) {
    return new Backoff(first, factor, max, kind, random);
  }

  /**
   * Takes chance from {@code source}, which is to be used on one thread at a time: one with a seed
   * makes a test repeatable.
   */
  public Backoff random(RandomGenerator source) {
    return new Backoff(first, factor, max, jitter, source);
  }

  /** Returns a new sequence of pauses, from the first one on. It never ends. */
  public Supplier<Duration> pauses() {
    return new Pauses();
  }

  @Override
  public String toString() {
    return "Backoff[first=%s, factor=%s, max=%s, jitter=%s]"
        .formatted(Duration.ofNanos(first), factor, Duration.ofNanos(max), jitter);
  }

  /** How pauses are spread, so that those who failed together do not come back together. */
  public enum Jitter {
    /** Not at all. */
    NONE,
    /** Anything from nothing to the whole pause. */
    FULL,
    /** Anything from half of the pause to the whole. */
    EQUAL,
    /**
     * Anything from the first pause to three times the previous one, up to the maximum. The factor
     * does not matter.
     */
    DECORRELATED
  }

  private final class Pauses implements Supplier<Duration> {
    private long last = first;
    private double grown = (double) first;

    @Override
    public Duration get() {
      long pause = Math.min((long) grown, max);
      grown = Math.min(grown * factor, (double) max);
      last =
          switch (jitter) {
            case NONE -> pause;
            case FULL -> between(0, pause);
            case EQUAL -> between(pause / 2, pause);
            case DECORRELATED -> Math.min(between(first, tripled(last)), max);
          };
      return Duration.ofNanos(last);
    }

    private static long tripled(long nanos) {
      return nanos > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : nanos * 3;
    }

    private long between(long from, long to) {
      RandomGenerator source = random != null ? random : ThreadLocalRandom.current();
      return to > from ? source.nextLong(from, to) : from;
    }
  }
}
