package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTasksTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> log = new ArrayList<>();

  private static long seconds() {
    return Duration.ofNanos(EventLoop.current().time()).toSeconds();
  }

  private Coroutine<Void> work(String name, int seconds) {
    return Programs.act(
        () -> {
          try {
            await(sleep(Duration.ofSeconds(seconds)));
            log.add(name + " done at " + seconds());
          } catch (CancelledError cancelled) {
            await(sleep(SECOND));
            log.add(name + " cleaned up at " + seconds());
            throw cancelled;
          }
        });
  }

  private static Coroutine<Void> failing(Throwable failure) {
    return Programs.act(
        () -> {
          throw failure;
        });
  }

  @Test
  void closingWaitsForAll() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          background.start(work("a", 5));
          background.start(work("b", 3));
          assertEquals(2, background.size());
          await(background.closeAsync());
          assertEquals(0, background.size());
        });
    assertEquals(List.of("b done at 3", "a done at 5"), log);
  }

  @Test
  void closingWaitsForItsTimeAndThenCancels() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open(Duration.ofSeconds(2));
          Task<Void> late = background.start(work("a", 5));
          background.start(work("b", 1));
          await(background.closeAsync());
          assertTrue(late.isCancelled());
        });
    assertEquals(List.of("b done at 1", "a cleaned up at 3"), log);
  }

  @Test
  void closingWithoutTimeCancelsAtOnce() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open(Duration.ZERO);
          background.start(work("a", 5));
          await(yieldNow());
          await(background.closeAsync());
        });
    assertEquals(List.of("a cleaned up at 1"), log);
    assertThrows(IllegalArgumentException.class, () -> BackgroundTasks.open(Duration.ofNanos(-1)));
  }

  @Test
  void whatHasNotBegunIsCancelledToo() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open(Duration.ZERO);
          Task<Void> task = background.start(work("a", 5));
          await(background.closeAsync());
          assertTrue(task.isCancelled());
          assertEquals(0, background.size());
        });
    assertEquals(List.of(), log);
  }

  @Test
  void aFailureOfTheBodyCancelsAtOnceAndIsTheCause() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          Task<Void> task = background.start(work("a", 5));
          await(yieldNow());
          IOException failure = new IOException("body");
          await(background.exit(failure));
          assertTrue(task.isCancelled());
          assertSame(failure, task.cancellation().getCause());
        });
    assertEquals(List.of("a cleaned up at 1"), log);
  }

  @Test
  void failuresAreReportedAtOnceAndOthersGoOn() {
    List<ExceptionContext> reports = new ArrayList<>();
    IOException failure = new IOException("no mail");
    Programs.run(
        Programs.act(
            () -> {
              BackgroundTasks background = BackgroundTasks.open();
              background.start(work("a", 5));
              Task<Void> failed = background.start(failing(failure), "mail");
              await(sleep(SECOND));
              assertEquals(1, reports.size());
              assertSame(failed, reports.get(0).source());
              await(background.closeAsync());
            }),
        reports);
    assertEquals(List.of("a done at 5"), log);
    assertEquals("the background task mail failed", reports.get(0).message());
    assertSame(failure, reports.get(0).exception());
    assertEquals(1, reports.size());
  }

  @Test
  void aFailureDuringCleanupIsReported() {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(
        Programs.act(
            () -> {
              BackgroundTasks background = BackgroundTasks.open(Duration.ZERO);
              background.start(
                  Programs.act(
                      () -> {
                        try {
                          await(sleep(SECOND));
                        } finally {
                          await(failing(new IOException("cleanup")));
                        }
                      }));
              await(yieldNow());
              await(background.closeAsync());
              assertEquals(1, reports.size());
            }),
        reports);
  }

  @Test
  void aCancellationWhileItDrainsIsHandedOnAndThrownInTheEnd() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          Task<Void> child = background.start(work("a", 5));
          Task<Void> closer = start(background.closeAsync());
          await(sleep(SECOND));
          closer.cancel("enough");
          CancelledError error = assertThrows(CancelledError.class, () -> await(closer));
          assertEquals("enough", error.getMessage());
          assertSame(error.cancellation(), child.cancellation());
        });
    assertEquals(List.of("a cleaned up at 2"), log);
  }

  @Test
  void aSecondCancellationIsHandedOnToCleanups() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          Task<Void> child = background.start(work("a", 5));
          Task<Void> closer = start(background.closeAsync());
          await(sleep(SECOND));
          closer.cancel();
          await(yieldNow());
          await(yieldNow());
          closer.cancel("now");
          CancelledError error = assertThrows(CancelledError.class, () -> await(closer));
          assertEquals("now", error.getMessage());
          assertTrue(child.isCancelled());
          assertEquals(1, seconds());
        });
    assertEquals(List.of(), log);
  }

  @Test
  void tasksOfItsOwnMayStartOthersWhileItDrains() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          background.start(
              Programs.act(
                  () -> {
                    await(sleep(SECOND));
                    background.start(work("child", 2));
                  }));
          Task<Void> closer = start(background.closeAsync());
          await(yieldNow());
          Coroutine<Void> stranger = work("stranger", 1);
          assertThrows(IllegalStateException.class, () -> background.start(stranger));
          await(closer);
          assertThrows(IllegalStateException.class, () -> background.start(stranger));
        });
    assertEquals(List.of("child done at 3"), log);
  }

  @Test
  void whoIsCancelledMayNotStartOthers() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open(Duration.ZERO);
          background.start(
              Programs.act(
                  () -> {
                    try {
                      await(sleep(SECOND));
                    } finally {
                      assertThrows(
                          IllegalStateException.class, () -> background.start(work("child", 2)));
                      log.add("refused");
                    }
                  }));
          await(yieldNow());
          await(background.closeAsync());
        });
    assertEquals(List.of("refused"), log);
  }

  @Test
  void whatIsStartedEagerlyHasBegun() {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(
        Programs.act(
            () -> {
              BackgroundTasks background = BackgroundTasks.open(Duration.ZERO);
              background.startEagerly(work("a", 5));
              Task<Void> failed = background.startEagerly(failing(new IOException()), "b");
              assertTrue(failed.isDone());
              assertEquals(1, background.size());
              await(background.closeAsync());
              assertEquals(List.of(failed), reports.stream().map(r -> r.source()).toList());
            }),
        reports);
    assertEquals(List.of("a cleaned up at 1"), log);
  }

  @Test
  void drainingLeavesItOpen() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          background.start(work("a", 5));
          Task<Void> drainer = start(background.drain());
          await(sleep(SECOND));
          drainer.cancel();
          assertThrows(CancelledError.class, () -> await(drainer));
          await(background.drain());
          background.start(work("b", 1));
          await(background.closeAsync());
        });
    assertEquals(List.of("a done at 5", "b done at 6"), log);
  }

  @Test
  void cancellingAllLeavesItOpen() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          background.start(work("a", 5));
          await(yieldNow());
          background.cancelAll();
          background.start(work("b", 2));
          await(background.closeAsync());
        });
    assertEquals(List.of("a cleaned up at 1", "b done at 2"), log);
  }

  @Test
  void itMayBeClosedTwice() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          background.start(work("a", 5));
          Task<Void> first = start(background.closeAsync());
          await(background.closeAsync());
          assertEquals(5, seconds());
          await(first);
          await(background.closeAsync());
        });
  }

  @Test
  void itBelongsToOneLoop() {
    BackgroundTasks background = BackgroundTasks.open();
    Programs.run(
        () -> {
          background.start(work("a", 1));
          await(background.drain());
          Thread other =
              new Thread(
                  () ->
                      Programs.run(
                          () ->
                              assertThrows(
                                  IllegalStateException.class,
                                  () -> background.start(work("b", 1)))));
          List<Throwable> failures = new ArrayList<>();
          other.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
          other.start();
          other.join();
          assertEquals(List.of(), failures);
        });
    Programs.run(() -> await(background.start(work("c", 1))));
    assertEquals(List.of("a done at 1", "c done at 1"), log);
  }

  @Test
  void itKeepsNoTaskThatIsDone() {
    Programs.run(
        () -> {
          BackgroundTasks background = BackgroundTasks.open();
          for (int i = 0; i < 1000; i++) {
            background.start(work("a", 0));
          }
          assertEquals(1000, background.size());
          await(background.drain());
          assertFalse(background.toString().contains("1000"), background.toString());
          assertEquals("BackgroundTasks[0 running]", background.toString());
        });
  }
}
