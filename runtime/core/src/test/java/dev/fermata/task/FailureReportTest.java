package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.testing.Garbage;
import dev.fermata.testing.Programs;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A failure is never lost: what nobody asks for is reported, once. */
class FailureReportTest {
  private final List<ExceptionContext> reports = new ArrayList<>();

  private static Coroutine<Void> failing(String message) {
    return Programs.act(
        () -> {
          throw new IllegalArgumentException(message);
        });
  }

  private List<String> messages() {
    return reports.stream().map(report -> report.exception().getMessage()).toList();
  }

  @Test
  void whatNobodyAskedForIsReportedWhenTheLoopEnds() {
    Programs.run(
        Programs.act(
            () -> {
              Task<Void> asked = start(failing("asked"));
              Task<Void> unasked = start(failing("unasked"), "worker");
              Task<Void> cancelled = start(failing("cancelled"));
              cancelled.cancel();
              await(sleep(Duration.ofSeconds(1)));
              assertNotNull(asked.exception());
              assertNotNull(unasked);
            }),
        reports);
    assertEquals(List.of("unasked"), messages());
    assertEquals(
        "Task worker failed, and nobody asked for its exception", reports.get(0).message());
  }

  @Test
  void whatIsForgottenIsReportedWhenItIsCollected() {
    Programs.run(
        Programs.act(
            () -> {
              WeakReference<?> task = startAndForget();
              await(yieldNow());
              await(yieldNow());
              Garbage.isCollected(task);
              // The loop looks after each turn; the collector may take a while to tell it.
              while (reports.isEmpty()) {
                System.gc();
                await(yieldNow());
              }
            }),
        reports);
    assertEquals(List.of("forgotten"), messages());
  }

  private static WeakReference<?> startAndForget() {
    return new WeakReference<>(start(failing("forgotten")));
  }

  @Test
  void aPromiseThatNobodyAwaitsIsReported() {
    Programs.run(
        Programs.act(
            () -> EventLoop.current().newPromise().fail(new IllegalArgumentException("alone"))),
        reports);
    assertEquals(List.of("alone"), messages());
  }

  @Test
  void whatWasAwaitedIsNotReported() {
    Programs.run(
        Programs.act(
            () -> {
              Task<Void> first = start(failing("first"));
              assertThrows(IllegalArgumentException.class, () -> await(first));
              await(gatherSettled(start(failing("second"))));
            }),
        reports);
    assertEquals(List.of(), messages());
  }

  @Test
  void aHandlerThatFailsDoesNotStopTheLoop() {
    EventLoop.Runner runner =
        EventLoop.builder()
            .exceptionHandler(
                (loop, context) -> {
                  reports.add(context);
                  throw new IllegalStateException("handler");
                })
            .open();
    try (runner) {
      runner.run(
          Programs.act(
              () -> {
                EventLoop.current()
                    .callSoon(
                        () -> {
                          throw new IllegalArgumentException("callback");
                        });
                await(yieldNow());
                await(yieldNow());
              }));
    }
    assertEquals(List.of("callback"), messages());
  }

  @Test
  void aLogThatFailsDoesNotStopTheLoop() {
    List<String> logged = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.fermata");
    Handler broken =
        new Handler() {
          @Override
          public void publish(LogRecord logRecord) {
            logged.add(logRecord.getThrown().getMessage());
            throw new IllegalStateException("log");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(broken);
    logger.setUseParentHandlers(false);
    try (EventLoop.Runner runner = EventLoop.builder().open()) {
      runner.run(
          Programs.act(
              () -> {
                for (String message : List.of("first", "second")) {
                  EventLoop.current()
                      .callSoon(
                          () -> {
                            throw new IllegalArgumentException(message);
                          });
                }
                await(yieldNow());
                await(yieldNow());
              }));
    } finally {
      logger.removeHandler(broken);
      logger.setUseParentHandlers(true);
    }
    assertTrue(logged.containsAll(List.of("first", "second")), logged::toString);
  }
}
