package dev.fermata.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.patterns.Backoff.Jitter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static List<Duration> pauses(Backoff backoff, int count) {
    return Stream.generate(backoff.pauses()).limit(count).toList();
  }

  private static List<Duration> seconds(long... seconds) {
    return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
  }

  @Test
  void exponentialDoublesUpToTheMaximum() {
    Backoff backoff = Backoff.exponential(SECOND).jitter(Jitter.NONE);
    assertEquals(seconds(1, 2, 4, 8, 16, 30, 30), pauses(backoff, 7));
    assertEquals(seconds(1, 2, 3, 3), pauses(backoff.max(Duration.ofSeconds(3)), 4));
  }

  @Test
  void theFactorIsAnyFromOneOn() {
    assertEquals(seconds(1, 3, 9), pauses(Backoff.exponential(SECOND, 3).jitter(Jitter.NONE), 3));
    assertEquals(
        List.of(Duration.ofMillis(1000), Duration.ofMillis(1500), Duration.ofMillis(2250)),
        pauses(Backoff.exponential(SECOND, 1.5).jitter(Jitter.NONE), 3));
    assertThrows(IllegalArgumentException.class, () -> Backoff.exponential(SECOND, 0.9));
    assertThrows(IllegalArgumentException.class, () -> Backoff.exponential(SECOND, Double.NaN));
  }

  @Test
  void constantIsConstant() {
    assertEquals(seconds(60, 60, 60), pauses(Backoff.constant(Duration.ofMinutes(1)), 3));
  }

  @Test
  void eachSequenceBeginsAnew() {
    Backoff backoff = Backoff.exponential(SECOND).jitter(Jitter.NONE);
    pauses(backoff, 5);
    assertEquals(seconds(1, 2), pauses(backoff, 2));
  }

  @Test
  void negativeTimesAreRefused() {
    Duration negative = Duration.ofNanos(-1);
    assertThrows(IllegalArgumentException.class, () -> Backoff.exponential(negative));
    assertThrows(IllegalArgumentException.class, () -> Backoff.constant(negative));
    assertThrows(IllegalArgumentException.class, () -> Backoff.exponential(SECOND).max(negative));
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSamePauses(Jitter jitter) {
    Backoff backoff = Backoff.exponential(SECOND).jitter(jitter);
    assertEquals(
        pauses(backoff.random(new Random(1)), 20), pauses(backoff.random(new Random(1)), 20));
    if (jitter != Jitter.NONE) {
      assertNotEquals(
          pauses(backoff.random(new Random(1)), 20), pauses(backoff.random(new Random(2)), 20));
    }
  }

  @Test
  void fullJitterIsBetweenNothingAndThePause() {
    assertSpread(Jitter.FULL, new long[] {0, 0, 0, 0}, new long[] {1000, 2000, 4000, 5000});
  }

  @Test
  void equalJitterIsAtLeastHalfThePause() {
    assertSpread(
        Jitter.EQUAL, new long[] {500, 1000, 2000, 2500}, new long[] {1000, 2000, 4000, 5000});
  }

  /** Each pause is in its range of milliseconds, and comes near to both ends of it. */
  private static void assertSpread(Jitter jitter, long[] from, long[] to) {
    Backoff backoff =
        Backoff.exponential(SECOND).max(Duration.ofSeconds(5)).jitter(jitter).random(new Random(1));
    for (int i = 0; i < from.length; i++) {
      int skipped = i;
      double[] shares = new double[1000];
      for (int round = 0; round < shares.length; round++) {
        Duration pause = Stream.generate(backoff.pauses()).skip(skipped).findFirst().orElseThrow();
        shares[round] = (pause.toNanos() / 1e6 - from[i]) / (to[i] - from[i]);
      }
      Arrays.sort(shares);
      assertTrue(shares[0] >= 0 && shares[0] < 0.01, "least: " + shares[0]);
      assertTrue(shares[999] <= 1 && shares[999] > 0.99, "most: " + shares[999]);
    }
  }

  @Test
  void decorrelatedJitterDependsOnThePauseBefore() {
    Supplier<Duration> pauses =
        Backoff.exponential(SECOND)
            .max(Duration.ofSeconds(20))
            .jitter(Jitter.DECORRELATED)
            .random(new Random(1))
            .pauses();
    Duration last = SECOND;
    boolean shorter = false;
    for (int i = 0; i < 1000; i++) {
      Duration next = pauses.get();
      assertTrue(next.compareTo(SECOND) >= 0 && next.compareTo(Duration.ofSeconds(20)) <= 0);
      assertTrue(next.compareTo(last.multipliedBy(3)) <= 0, last + " and then " + next);
      shorter |= next.compareTo(last) < 0;
      last = next;
    }
    assertTrue(shorter);
  }

  @Test
  void withoutAMaximumThereIsTheEndOfTime() {
    Backoff backoff = Backoff.exponential(SECOND, 1e6).max(Duration.ofSeconds(Long.MAX_VALUE));
    Supplier<Duration> plain = backoff.jitter(Jitter.NONE).pauses();
    Supplier<Duration> decorrelated = backoff.jitter(Jitter.DECORRELATED).pauses();
    Duration previous = Duration.ZERO;
    for (int i = 0; i < 100; i++) {
      Duration next = plain.get();
      assertTrue(next.compareTo(previous) >= 0, previous + " and then " + next);
      assertTrue(decorrelated.get().compareTo(SECOND) >= 0);
      previous = next;
    }
  }
}
