package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncScope;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ExceptionGroup;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Object> log = new ArrayList<>();

  private static void with(AsyncCloseable resource, AsyncAction body) throws Throwable {
    Throwable failure = null;
    try {
      body.run();
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      Bodies.exit(resource, failure);
    }
  }

  private static void failAfterASecond() throws IOException {
    await(sleep(SECOND));
    throw new IOException("child");
  }

  /**
   * asyncio takes any earlier request for one that has just come from outside, and so interrupts
   * the cleanup once more.
   */
  @Test
  void aGroupInACleanupDoesNotRepeatTheCancellation() {
    Programs.run(
        () -> {
          Task<Void> task =
              start(
                  Programs.act(
                      () -> {
                        try {
                          await(sleep(Duration.ofHours(1)));
                        } finally {
                          TaskGroup group = TaskGroup.open();
                          assertThrows(
                              ExceptionGroup.class,
                              () ->
                                  with(
                                      group,
                                      () ->
                                          group.start(Programs.act(ScopesTest::failAfterASecond))));
                          await(sleep(SECOND));
                          log.add("cleaned up, requests " + Tasks.current().cancelRequests());
                        }
                      }));
          await(yieldNow());
          task.cancel();
          assertThrows(CancelledError.class, () -> await(task));
        });
    assertEquals(List.of("cleaned up, requests 1"), log);
  }

  @Test
  void aLimitInACleanupExpires() {
    Programs.run(
        () -> {
          Task<Void> task =
              start(
                  Programs.act(
                      () -> {
                        try {
                          await(sleep(Duration.ofHours(1)));
                        } finally {
                          assertThrows(
                              AsyncTimeoutException.class,
                              () -> with(timeout(SECOND), () -> await(sleep(Duration.ofHours(1)))));
                          log.add("cleaned up");
                        }
                      }));
          await(yieldNow());
          task.cancel();
          assertThrows(CancelledError.class, () -> await(task));
        });
    assertEquals(List.of("cleaned up"), log);
  }

  @Test
  void aGatherThatIsAboutToFailDoesNotSwallowACancellation() {
    Programs.run(
        () -> {
          Promise<Void> failing = EventLoop.current().newPromise();
          Promise<Void> other = EventLoop.current().newPromise();
          Task<?> task = start(Programs.act(() -> await(gather(failing, other))));
          await(yieldNow());
          IOException lost = new IOException("lost");
          failing.fail(lost);
          task.cancel();
          CancelledError error = assertThrows(CancelledError.class, () -> await(task));
          assertSame(lost, error.getSuppressed()[0]);
          assertFalse(other.isDone());
        });
  }

  @Test
  void whatACancellationTakesThePlaceOfIsSuppressed() {
    Programs.run(
        () -> {
          Promise<Void> promise = EventLoop.current().newPromise();
          Task<Void> task = start(Programs.act(() -> await(promise)));
          await(yieldNow());
          IOException lost = new IOException("lost");
          promise.fail(lost);
          task.cancel();
          CancelledError error = assertThrows(CancelledError.class, () -> await(task));
          assertSame(lost, error.getSuppressed()[0]);
        });
  }

  @Test
  void theFailureOfABodyIsNotLostToACancellation() {
    Programs.run(
        () -> {
          IOException ofBody = new IOException("body");
          Task<Void> task =
              start(
                  Programs.act(
                      () -> {
                        TaskGroup group = TaskGroup.open();
                        with(
                            group,
                            () -> {
                              group.start(
                                  Programs.act(
                                      () -> {
                                        try {
                                          await(sleep(Duration.ofHours(1)));
                                        } finally {
                                          await(sleep(SECOND));
                                        }
                                      }));
                              await(yieldNow());
                              throw ofBody;
                            });
                      }));
          await(yieldNow());
          await(yieldNow());
          await(yieldNow());
          task.cancel();
          Throwable failure = assertThrows(Throwable.class, () -> await(task));
          assertTrue(failure instanceof ExceptionGroup, failure.toString());
          assertEquals(List.of(ofBody), ((ExceptionGroup) failure).exceptions());
        });
  }

  @Test
  void failuresBesideAFatalOneAreReported() {
    List<ExceptionContext> reports = new ArrayList<>();
    OutOfMemoryError fatal = new OutOfMemoryError("not really");
    OutOfMemoryError thrown =
        assertThrows(
            OutOfMemoryError.class,
            () ->
                Programs.run(
                    Programs.act(
                        () -> {
                          TaskGroup group = TaskGroup.open();
                          with(
                              group,
                              () -> {
                                group.start(
                                    Programs.act(
                                        () -> {
                                          throw new IOException("beside");
                                        }));
                                group.start(
                                    Programs.act(
                                        () -> {
                                          throw fatal;
                                        }));
                                await(sleep(SECOND));
                              });
                        }),
                    reports));
    assertSame(fatal, thrown);
    assertEquals(
        List.of("beside"),
        reports.stream().map(report -> report.exception().getMessage()).toList());
  }

  @Test
  void scopesAreForTasks() {
    assertThrows(IllegalStateException.class, TaskGroup::open);
    assertThrows(IllegalStateException.class, () -> timeout(SECOND));
    Programs.run(
        () -> {
          EventLoop.current()
              .callSoon(() -> log.add(assertThrows(IllegalStateException.class, TaskGroup::open)));
          await(yieldNow());
        });
    assertEquals(1, log.size());
  }

  @Test
  void aScopeIsToldOfTheFailureAndMayReplaceIt() {
    IOException replacement = new IOException("replacement");
    AsyncScope scope =
        failure ->
            Programs.act(
                () -> {
                  log.add(failure);
                  throw replacement;
                });
    IllegalArgumentException ofBody = new IllegalArgumentException("body");
    Programs.run(
        () -> {
          IOException thrown =
              assertThrows(
                  IOException.class,
                  () ->
                      with(
                          scope,
                          () -> {
                            throw ofBody;
                          }));
          assertSame(replacement, thrown);
        });
    assertEquals(List.of(ofBody), log);
  }

  @Test
  void aResourceThatFailsToCloseIsSuppressed() {
    AsyncCloseable resource =
        () ->
            Programs.act(
                () -> {
                  await(yieldNow());
                  throw new IOException("close");
                });
    IllegalArgumentException ofBody = new IllegalArgumentException("body");
    Programs.run(
        () -> {
          IllegalArgumentException thrown =
              assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      with(
                          resource,
                          () -> {
                            throw ofBody;
                          }));
          assertEquals("close", thrown.getSuppressed()[0].getMessage());
          assertThrows(IOException.class, () -> with(resource, () -> log.add("body")));
          with(null, () -> log.add("no resource"));
        });
    assertEquals(List.of("body", "no resource"), log);
  }

  @Test
  void nothingRunsOfSeveralOfWhichOneIsRefused() {
    List<String> log = new ArrayList<>();
    Programs.run(
        () -> {
          Coroutine<Void> used = Programs.act(() -> {});
          await(used);
          Task<Void> given = start(Programs.act(() -> log.add("given")));
          for (int kind = 0; kind < 3; kind++) {
            List<Awaitable<Void>> all = List.of(given, Programs.act(() -> log.add("never")), used);
            switch (kind) {
              case 0 -> assertThrows(IllegalStateException.class, () -> gather(all));
              case 1 -> assertThrows(IllegalStateException.class, () -> gatherSettled(all));
              default -> assertThrows(IllegalStateException.class, () -> Tasks.asCompleted(all));
            }
          }
          await(given);
          await(yieldNow());
          assertEquals(List.of("given"), log);
          assertEquals(1, Tasks.all().size());
        });
  }
}
