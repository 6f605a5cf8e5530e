package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> log = new ArrayList<>();

  private static long millis() {
    return Duration.ofNanos(EventLoop.current().time()).toMillis();
  }

  private static void pause(long millis) {
    await(sleep(Duration.ofMillis(millis)));
  }

  private Coroutine<Void> show(String text) {
    return Programs.act(() -> log.add(text + " at " + millis()));
  }

  private Coroutine<Void> showSlowly(String text) {
    return Programs.act(
        () -> {
          log.add(text + " at " + millis());
          pause(1800);
        });
  }

  /** Submits 0, 1, … every 400 milliseconds. */
  private void submit(Throttle<String> throttle, int count) {
    for (int i = 0; i < count; i++) {
      throttle.submit("" + i);
      pause(400);
    }
  }

  @Test
  void theFirstAtOnceAndTheLastAtTheEndOfEachPeriod() {
    Throttle<String> throttle = Throttle.of(SECOND, this::show);
    Programs.run(
        () -> {
          submit(throttle, 7);
          pause(5000);
          submit(throttle, 1);
        });
    assertEquals(List.of("0 at 0", "2 at 1000", "4 at 2000", "6 at 3000", "0 at 7800"), log);
  }

  @Test
  void theFirstOfSeveralInOneTurnIsTheFirst() {
    Throttle<String> throttle = Throttle.of(SECOND, this::show);
    Programs.run(
        () -> {
          throttle.submit("a");
          throttle.submit("b");
          throttle.submit("c");
          assertTrue(throttle.isPending());
          pause(1001);
          assertFalse(throttle.isPending());
        });
    assertEquals(List.of("a at 0", "c at 1000"), log);
  }

  @Test
  void leadingDropsTheRest() {
    Throttle<String> throttle = Throttle.leading(SECOND, this::show);
    Programs.run(
        () -> {
          submit(throttle, 7);
          pause(5000);
        });
    assertEquals(List.of("0 at 0", "3 at 1200", "6 at 2400"), log);
  }

  @Test
  void trailingWaitsForTheEnd() {
    Throttle<String> throttle = Throttle.trailing(SECOND, this::show);
    Programs.run(
        () -> {
          submit(throttle, 7);
          pause(5000);
        });
    assertEquals(List.of("2 at 1000", "5 at 2200", "6 at 3400"), log);
  }

  @Test
  void oneRunAtATime() {
    Throttle<String> throttle = Throttle.of(SECOND, this::showSlowly);
    Programs.run(
        () -> {
          submit(throttle, 7);
          pause(5000);
        });
    assertEquals(List.of("0 at 0", "4 at 1800", "6 at 3600"), log);
  }

  @Test
  void closingShowsTheLast() {
    Throttle<String> throttle = Throttle.of(SECOND, this::show);
    Programs.run(
        () -> {
          throttle.submit("a");
          throttle.submit("b");
          await(throttle.closeAsync());
          assertThrows(IllegalStateException.class, () -> throttle.submit("c"));
        });
    assertEquals(List.of("a at 0", "b at 0"), log);
  }

  @Test
  void closingAfterAFailureDrops() {
    Throttle<String> throttle = Throttle.of(SECOND, this::show);
    Programs.run(
        () -> {
          throttle.submit("a");
          throttle.submit("b");
          pause(100);
          await(throttle.exit(new IOException()));
          pause(5000);
        });
    assertEquals(List.of("a at 0"), log);
  }

  @Test
  void droppingAndFlushing() {
    Throttle<String> throttle = Throttle.of(SECOND, this::show);
    Programs.run(
        () -> {
          throttle.submit("a");
          throttle.submit("b");
          throttle.drop();
          pause(500);
          throttle.submit("c");
          await(throttle.flush());
          throttle.submit("d");
          pause(5000);
        });
    assertEquals(List.of("a at 0", "c at 500", "d at 1500"), log);
  }
}
