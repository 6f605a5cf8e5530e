package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.TaskGroup;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Debug mode tells of coroutines that are made and never used. */
class UnusedCoroutineTest {
  private static final int ATTEMPTS = 500;

  private final List<ExceptionContext> reports = new ArrayList<>();

  private void run(boolean debug, AsyncAction program) {
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .debug(debug)
            .exceptionHandler((loop, context) -> reports.add(context))
            .open()) {
      runner.run(Programs.act(program));
    }
  }

  private static void forget() {
    Coroutine<Void> forgotten = sleep(Duration.ofSeconds(1));
    assertFalse(forgotten.toString().isEmpty());
  }

  @Test
  void isReportedWhenItIsCollected() {
    run(
        true,
        () -> {
          forget();
          for (int i = 0; i < ATTEMPTS && reports.isEmpty(); i++) {
            System.gc();
            await(yieldNow());
          }
          assertEquals(1, reports.size());
        });
    assertEquals(1, reports.size());
    assertEquals("dev.fermata.Coroutines.sleep was never awaited", reports.get(0).message());
    List<StackTraceElement> trace = List.of(reports.get(0).exception().getStackTrace());
    assertEquals("forget", trace.get(0).getMethodName());
  }

  @Test
  void isReportedWhenTheLoopIsClosed() {
    List<Coroutine<?>> kept = new ArrayList<>();
    run(
        true,
        () -> {
          kept.add(sleep(Duration.ofSeconds(1)));
          kept.add(sleep(Duration.ofSeconds(1)));
        });
    assertEquals(2, reports.size());
    assertTrue(kept.get(0).toString().endsWith("not started]"), kept.get(0).toString());
  }

  @Test
  void isOfNoConcernWithoutDebugMode() {
    run(false, UnusedCoroutineTest::forget);
    assertEquals(List.of(), reports);
  }

  @Test
  void whatIsUsedInAnyWayIsNotReported() {
    run(
        true,
        () -> {
          await(sleep(Duration.ofSeconds(1)));
          await(start(sleep(Duration.ofSeconds(1))));
          await(yieldNow());
          await(Programs.co(() -> 1));
          Coroutine<Integer> later = done(1);
          await(yieldNow());
          assertEquals(1, await(later));
          assertThrows(IllegalStateException.class, () -> await(later));
          EventLoop loop = EventLoop.current();
          Coroutine<Integer> elsewhere = done(2);
          assertEquals(2, await(CompletableFuture.supplyAsync(() -> loop.start(elsewhere).join())));
          start(sleep(Duration.ofSeconds(1))).cancel();
        });
    assertEquals(List.of(), reports);
  }

  @Test
  void whatAGroupRefusesIsNotReported() {
    run(
        true,
        () -> {
          TaskGroup group = TaskGroup.open();
          await(group.closeAsync());
          Coroutine<Void> refused = sleep(Duration.ofSeconds(1));
          assertThrows(IllegalStateException.class, () -> group.start(refused));
          assertThrows(IllegalStateException.class, () -> await(refused));
        });
    assertEquals(List.of(), reports);
  }
}
