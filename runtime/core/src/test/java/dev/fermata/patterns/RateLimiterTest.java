package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> log = new ArrayList<>();

  private static long millis() {
    return Duration.ofNanos(EventLoop.current().time()).toMillis();
  }

  private Coroutine<Void> pass(RateLimiter limiter, String name) {
    return Programs.act(
        () -> {
          await(limiter.acquire());
          log.add(name + " " + millis());
        });
  }

  @Test
  void soManyInAnyPeriodInTheOrderInWhichTheyCame() {
    RateLimiter limiter = RateLimiter.of(2, SECOND);
    Programs.run(
        () ->
            await(
                gather(
                    pass(limiter, "a"),
                    pass(limiter, "b"),
                    pass(limiter, "c"),
                    pass(limiter, "d"),
                    pass(limiter, "e"))));
    assertEquals(List.of("a 0", "b 0", "c 1000", "d 1000", "e 2000"), log);
  }

  @Test
  void theWindowSlides() {
    RateLimiter limiter = RateLimiter.of(2, SECOND);
    Programs.run(
        () -> {
          await(pass(limiter, "a"));
          await(sleep(Duration.ofMillis(600)));
          await(pass(limiter, "b"));
          await(pass(limiter, "c"));
          await(pass(limiter, "d"));
          await(sleep(Duration.ofSeconds(5)));
          await(pass(limiter, "e"));
          await(pass(limiter, "f"));
          await(pass(limiter, "g"));
        });
    assertEquals(List.of("a 0", "b 600", "c 1000", "d 1600", "e 6600", "f 6600", "g 7600"), log);
  }

  @Test
  void neverMoreThanThatInAnyWindow() {
    Random random = new Random(1);
    RateLimiter limiter = RateLimiter.of(5, SECOND);
    List<Long> times = new ArrayList<>();
    Programs.run(
        () -> {
          List<Task<Void>> tasks = new ArrayList<>();
          for (int i = 0; i < 300; i++) {
            await(sleep(Duration.ofMillis(random.nextInt(250))));
            tasks.add(
                start(
                    Programs.act(
                        () -> {
                          await(limiter.acquire());
                          times.add(EventLoop.current().time());
                        })));
          }
          await(gather(tasks));
        });
    assertEquals(300, times.size());
    for (int i = 5; i < times.size(); i++) {
      assertTrue(times.get(i) - times.get(i - 5) >= SECOND.toNanos(), "window at " + i);
    }
  }

  @Test
  void whatMayGoOnGivesNoWay() {
    RateLimiter limiter = RateLimiter.of(1, SECOND);
    Programs.run(
        () -> {
          Task<Void> other = start(Programs.act(() -> log.add("other")));
          await(pass(limiter, "a"));
          await(other);
        });
    assertEquals(List.of("a 0", "other"), log);
  }

  @Test
  void tryingDoesNotWaitAndDoesNotOvertake() {
    RateLimiter limiter = RateLimiter.of(2, SECOND);
    Programs.run(
        () -> {
          assertTrue(limiter.tryAcquire());
          assertTrue(limiter.tryAcquire());
          assertFalse(limiter.tryAcquire());
          Task<Void> waiter = start(pass(limiter, "a"));
          await(sleep(SECOND));
          // It is time, and there is room for two, but the one who waits comes first.
          assertEquals(1, limiter.waiting());
          assertFalse(limiter.tryAcquire());
          await(waiter);
          assertTrue(limiter.tryAcquire());
          assertFalse(limiter.tryAcquire());
        });
    assertEquals(List.of("a 1000"), log);
  }

  @Test
  void whoIsCancelledHasAcquiredNothing() {
    RateLimiter limiter = RateLimiter.of(1, SECOND);
    Programs.run(
        () -> {
          await(limiter.acquire());
          Task<Void> first = start(pass(limiter, "first"));
          Task<Void> second = start(pass(limiter, "second"));
          Task<Void> third = start(pass(limiter, "third"));
          await(sleep(Duration.ofMillis(500)));
          first.cancel();
          second.cancel();
          await(yieldNow());
          await(third);
          assertTrue(first.isCancelled() && second.isCancelled());
          assertEquals(0, limiter.waiting());
        });
    assertEquals(List.of("third 1000"), log);
  }

  @Test
  void aCancellationInTheTurnOfTheTimer() {
    RateLimiter limiter = RateLimiter.of(1, SECOND);
    Programs.run(
        () -> {
          await(limiter.acquire());
          Task<Void> first = start(pass(limiter, "first"));
          Task<Void> second = start(pass(limiter, "second"));
          await(yieldNow());
          EventLoop.current().callAt(SECOND.toNanos(), first::cancel);
          assertThrows(CancelledError.class, () -> await(first));
          await(second);
        });
    assertEquals(List.of("second 1000"), log);
  }

  @Test
  void callsAreMadeInTurn() {
    RateLimiter limiter = RateLimiter.of(1, SECOND);
    Programs.run(
        () -> {
          assertEquals("x", await(limiter.call(() -> Programs.co(() -> "x"))));
          IOException failure =
              assertThrows(
                  IOException.class,
                  () ->
                      await(
                          limiter.call(
                              () ->
                                  Programs.co(
                                      () -> {
                                        throw new IOException("at " + millis());
                                      }))));
          assertEquals("at 1000", failure.getMessage());
        });
  }

  @Test
  void itBeginsAnewWithTheNextLoop() {
    RateLimiter limiter = RateLimiter.of(1, Duration.ofHours(1));
    Programs.run(() -> await(pass(limiter, "a")));
    Programs.run(() -> await(pass(limiter, "b")));
    assertEquals(List.of("a 0", "b 0"), log);
    assertThrows(IllegalStateException.class, limiter::tryAcquire);
  }

  @Test
  void nothingIsNoRate() {
    assertThrows(IllegalArgumentException.class, () -> RateLimiter.of(0, SECOND));
    assertThrows(IllegalArgumentException.class, () -> RateLimiter.of(1, Duration.ZERO));
    assertEquals("RateLimiter[3 per PT1S, 0 waiting]", RateLimiter.of(3, SECOND).toString());
  }
}
