package dev.fermata.recalled;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.co;
import static dev.fermata.testing.Programs.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ExceptionGroup;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.machine.Stages;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tasks, cancellation, scopes and time limits. */
class TaskIssuesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Coroutine<Void> failing(String message, Duration after) {
    return act(
        () -> {
          await(sleep(after));
          throw new IllegalStateException(message);
        });
  }

  private static List<String> messages(ExceptionGroup group) {
    return group.exceptions().stream().map(Throwable::getMessage).toList();
  }

  @Test
  @DisplayName("python/cpython#86296: waitFor is not deaf when its source ends in the same turn")
  void waitForIsCancelledWhenItsSourceEnds() {
    Programs.run(
        () -> {
          Promise<String> source = EventLoop.current().newPromise();
          Task<String> waiter = start(waitFor(source, SECOND));
          await(yieldNow());
          source.complete("value");
          assertTrue(waiter.cancel());
          assertThrows(CancelledError.class, () -> await(waiter));
        });
  }

  @Test
  @DisplayName("python/cpython#116720: groups that fail at both levels at once end by both")
  void nestedGroupsFailAtOnce() {
    Programs.run(
        () -> {
          List<String> seen = new ArrayList<>();
          ExceptionGroup outer =
              assertThrows(
                  ExceptionGroup.class,
                  () ->
                      with(
                          TaskGroup.open(),
                          group -> {
                            group.start(failing("outer", SECOND));
                            try {
                              with(
                                  TaskGroup.open(), inner -> inner.start(failing("inner", SECOND)));
                            } catch (ExceptionGroup expected) {
                              seen.addAll(messages(expected));
                            }
                            // The request of the outer group has outlived the inner one.
                            assertThrows(CancelledError.class, () -> await(sleep(SECOND)));
                            seen.add("cancelled");
                          }));
          assertEquals(List.of("outer"), messages(outer));
          assertEquals(List.of("inner", "cancelled"), seen);
          assertEquals(0, Tasks.current().cancelRequests());
          await(yieldNow());
        });
  }

  @Test
  @DisplayName(
      "python/cpython#95289: a body that swallows the cancellation of its group loses none")
  void aBodyThatSwallowsTheCancellationOfItsGroup() {
    for (boolean replaces : new boolean[] {false, true}) {
      Programs.run(
          () -> {
            ExceptionGroup failure =
                assertThrows(
                    ExceptionGroup.class,
                    () ->
                        with(
                            TaskGroup.open(),
                            group -> {
                              group.start(failing("child", SECOND));
                              try {
                                await(sleep(SECOND.multipliedBy(9)));
                              } catch (CancelledError swallowed) {
                                if (replaces) {
                                  throw new IllegalStateException("body", swallowed);
                                }
                              }
                            }));
            assertEquals(replaces ? List.of("child", "body") : List.of("child"), messages(failure));
            assertEquals(0, Tasks.current().cancelRequests());
            await(yieldNow());
          });
    }
  }

  private static Coroutine<Void> cleaningFor(Duration time) {
    return act(
        () -> {
          try {
            await(sleep(Duration.ofDays(1)));
          } finally {
            await(sleep(time));
          }
        });
  }

  @Test
  @DisplayName("python/cpython#155433: a time limit that ends while a group cleans up is not lost")
  void aLimitThatEndsWhileAGroupCleansUp() {
    Programs.run(
        () -> {
          assertThrows(
              AsyncTimeoutException.class,
              () ->
                  with(
                      timeout(SECOND.multipliedBy(3)),
                      limit ->
                          with(
                              TaskGroup.open(),
                              group -> {
                                group.start(cleaningFor(SECOND.multipliedBy(9)));
                                Task<Void> child = group.start(cleaningFor(Duration.ZERO));
                                await(sleep(SECOND));
                                child.cancel();
                                await(child); // the group ends itself, as nobody has failed
                              })));
          assertEquals(0, Tasks.current().cancelRequests());
        });
  }

  @Test
  @DisplayName("python/cpython#155433: nor where a child has failed, which goes first")
  void aLimitThatEndsWhileAFailedGroupCleansUp() {
    Programs.run(
        () -> {
          boolean[] expired = {false};
          assertThrows(
              ExceptionGroup.class,
              () ->
                  with(
                      timeout(SECOND.multipliedBy(3)),
                      limit -> {
                        try {
                          with(
                              TaskGroup.open(),
                              group -> {
                                group.start(cleaningFor(SECOND.multipliedBy(9)));
                                group.start(failing("child", SECOND));
                              });
                        } finally {
                          expired[0] = limit.expired();
                        }
                      }));
          assertTrue(expired[0]);
          assertEquals(0, Tasks.current().cancelRequests());
          await(yieldNow());
        });
  }

  /** Takes its first step at once, as methods do that return a stage. */
  private static CompletionStage<Void> eagerly(Coroutine<Void> coroutine) {
    return Stages.start(coroutine);
  }

  @Test
  @DisplayName(
      "python/cpython#128550, #128588: what fails at its start, in its start, ends the group")
  void anEagerTaskThatFailsAtOnce() {
    Programs.run(
        () -> {
          ExceptionGroup failure =
              assertThrows(
                  ExceptionGroup.class,
                  () ->
                      with(
                          TaskGroup.open(),
                          group -> {
                            group.start(
                                act(
                                    () ->
                                        await(
                                            eagerly(
                                                act(
                                                    () ->
                                                        await(
                                                            eagerly(
                                                                failing(
                                                                    "grandchild",
                                                                    Duration.ZERO))))))));
                            await(sleep(Duration.ofDays(1)));
                          }));
          assertEquals(List.of("grandchild"), messages(failure));
          assertEquals(0, Tasks.current().cancelRequests());
          await(yieldNow());
        });
  }

  @Test
  @DisplayName(
      "python/cpython#155418: an eager task that cancels the owner of a group ends the group")
  void anEagerTaskThatCancelsTheOwner() {
    Programs.run(
        () -> {
          List<Task<Void>> children = new ArrayList<>();
          Task<Void> owner =
              start(
                  act(
                      () ->
                          with(
                              TaskGroup.open(),
                              group -> {
                                Task<?> me = Tasks.current();
                                children.add(group.start(cleaningFor(SECOND)));
                                await(eagerly(act(() -> me.cancel())));
                                children.add(group.start(cleaningFor(SECOND)));
                                await(sleep(Duration.ofDays(1)));
                              })));
          assertThrows(CancelledError.class, () -> await(owner));
          for (Task<Void> child : children) {
            assertTrue(child.isCancelled());
          }
          assertEquals(SECOND.toNanos() * (children.size() - 1), EventLoop.current().time());
        });
  }

  @Test
  @DisplayName("python/cpython#134471: timeout(0) does not swallow an earlier cancellation")
  void aLimitOfNothingAfterACancellation() {
    Programs.run(
        () -> {
          Task<Void> task =
              start(
                  act(
                      () -> {
                        Tasks.current().cancel();
                        with(timeout(Duration.ZERO), limit -> await(sleep(SECOND)));
                      }));
          assertThrows(CancelledError.class, () -> await(task));
        });
  }

  @Test
  @DisplayName("python/cpython#76865: a cancelled gatherSettled is cancelled, and gives no list")
  void aCancelledGatherSettled() {
    Programs.run(
        () -> {
          Task<?> child = start(cleaningFor(SECOND));
          Task<Void> gathering = start(act(() -> await(gatherSettled(child))));
          await(yieldNow());
          await(yieldNow());
          gathering.cancel();
          assertThrows(CancelledError.class, () -> await(gathering));
          assertTrue(child.isCancelled());
        });
  }

  private static List<ExceptionContext> reportsOf(Coroutine<Void> main) {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(main, reports);
    return reports;
  }

  @Test
  @DisplayName(
      "python/cpython#86802: a shielded failure that nobody is left to see is reported once")
  void aFailureBehindCancelledShields() {
    List<ExceptionContext> reports =
        reportsOf(
            act(
                () -> {
                  Task<Void> inner = start(failing("inner", SECOND));
                  for (int i = 0; i < 3; i++) {
                    shield(inner).cancel();
                  }
                  await(sleep(SECOND.multipliedBy(2)));
                }));
    assertEquals(1, reports.size(), reports.toString());
    assertEquals("inner", reports.get(0).exception().getMessage());
  }

  @Test
  @DisplayName("python/cpython#156321: a shielded failure that somebody awaits is not reported")
  void aFailureBehindAShieldThatIsAwaited() {
    List<ExceptionContext> reports =
        reportsOf(
            act(
                () -> {
                  Task<Void> inner = start(failing("inner", SECOND));
                  shield(inner).cancel();
                  assertThrows(IllegalStateException.class, () -> await(inner));
                }));
    assertEquals(List.of(), reports);
  }

  @Test
  @DisplayName(
      "python/cpython#79306: shields that are gone leave nothing behind what they shielded")
  void manyShieldsOfOne() {
    int[] steps = {0};
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .order(
                left -> {
                  steps[0]++;
                  return 0;
                })
            .open()) {
      runner.run(
          act(
              () -> {
                Promise<Void> inner = EventLoop.current().newPromise();
                for (int i = 0; i < 10_000; i++) {
                  shield(inner).cancel();
                }
                inner.complete(null);
              }));
    }
    assertTrue(steps[0] < 10, "callbacks: " + steps[0]);
  }

  @Test
  @DisplayName(
      "agronholm/anyio#1214, #606: who is out of time and cancelled in one turn is cancelled")
  void outOfTimeAndCancelledInOneTurn() {
    for (boolean cancelledFirst : new boolean[] {true, false}) {
      Programs.run(
          () -> {
            Task<Void> task =
                start(act(() -> with(timeout(SECOND), limit -> await(sleep(Duration.ofDays(1))))));
            if (cancelledFirst) {
              EventLoop.current().callAt(SECOND.toNanos(), task::cancel);
            }
            await(yieldNow());
            EventLoop.current().callAt(SECOND.toNanos(), task::cancel);
            assertThrows(CancelledError.class, () -> await(task));
          });
    }
  }

  @Test
  @DisplayName("python/cpython#112182: a task can fail with anything, and is never just stuck")
  void aTaskMayFailWithAnything() {
    Programs.run(
        () -> {
          for (Throwable failure :
              List.of(
                  new NoSuchElementException(),
                  new IOException(),
                  new AssertionError(),
                  new Throwable("any"))) {
            Task<Void> task =
                start(
                    act(
                        () -> {
                          await(yieldNow());
                          throw failure;
                        }));
            assertSame(failure, assertThrows(Throwable.class, () -> await(task)));
          }
        });
  }

  @Test
  @DisplayName(
      "python/cpython#95051: a time limit of nothing strikes at the first wait, not before")
  void aLimitOfNothing() {
    Programs.run(
        () -> {
          with(timeout(Duration.ZERO), limit -> assertFalse(limit.expired()));
          with(timeout(Duration.ofSeconds(-1)), limit -> await(co(() -> 1)));
          assertThrows(
              AsyncTimeoutException.class,
              () -> with(timeout(Duration.ZERO), limit -> await(sleep(SECOND))));
          assertEquals(0, EventLoop.current().time());
        });
  }

  @Test
  @DisplayName("Kotlin/kotlinx.coroutines#67: of nested limits, the one that ended says so")
  void nestedLimitsAreToldApart() {
    Programs.run(
        () -> {
          List<String> seen = new ArrayList<>();
          try {
            with(
                timeout(SECOND),
                outer -> {
                  try {
                    with(
                        timeout(SECOND.multipliedBy(2)), inner -> await(sleep(Duration.ofDays(1))));
                  } catch (AsyncTimeoutException wrong) {
                    seen.add("inner");
                  }
                });
          } catch (AsyncTimeoutException right) {
            seen.add("outer");
          }
          assertEquals(List.of("outer"), seen);
        });
  }

  @Test
  @DisplayName("Kotlin/kotlinx.coroutines#4382: a limit strikes though all threads are taken")
  void aLimitOverThreadsThatAreTaken() {
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      EventLoop.run(
          act(
              () -> {
                Task<Void> first = start(waitingFor(pool, release));
                assertThrows(
                    AsyncTimeoutException.class,
                    () -> await(waitFor(waitingFor(pool, release), Duration.ofMillis(1))));
                assertFalse(first.isDone());
                release.countDown();
                await(first);
              }));
    } finally {
      release.countDown();
      pool.shutdown();
    }
  }

  private static Coroutine<Void> waitingFor(Executor pool, CountDownLatch latch) {
    return toThread(
        pool,
        () -> {
          latch.await();
          return null;
        });
  }
}
