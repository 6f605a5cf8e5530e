package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.startEagerly;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Groups that are ended early, and tasks that take their first step at once. */
class GroupCancelTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);

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

  private Coroutine<Void> sleeper(String name, Duration cleanup) {
    return Programs.act(
        () -> {
          try {
            await(sleep(LONG));
          } finally {
            await(sleep(cleanup));
            log.add(name);
          }
        });
  }

  private static void assertNoRequest() {
    assertEquals(0, Tasks.current().cancelRequests());
    await(yieldNow());
  }

  @Test
  void aTaskEndsTheGroupForAll() {
    Programs.run(
        () -> {
          TaskGroup group = TaskGroup.open();
          with(
              group,
              () -> {
                group.start(sleeper("other", SECOND));
                group.start(
                    Programs.act(
                        () -> {
                          await(sleep(SECOND));
                          group.cancel();
                          assertTrue(group.isCancelled());
                          await(yieldNow());
                        }),
                    "finder");
                assertFalse(group.isCancelled());
              });
          log.add("after");
          assertNoRequest();
          group.cancel();
          assertThrows(IllegalStateException.class, () -> group.start(sleep(SECOND)));
        });
    assertEquals(List.of("other", "after"), log);
  }

  @Test
  void theBodyGoesOnAndCannotStartAnything() {
    Programs.run(
        () -> {
          TaskGroup group = TaskGroup.open();
          with(
              group,
              () -> {
                Task<Void> task = group.start(sleeper("task", Duration.ZERO), "task");
                await(yieldNow());
                group.cancel();
                await(sleep(SECOND));
                log.add("body");
                Cancellation request = task.cancellation();
                assertSame(Cancellation.Source.TASK_GROUP, request.source());
                assertEquals("task group cancelled by Task-1", request.getMessage());
                assertEquals(
                    GroupCancelTest.class.getName(),
                    request.getCause().getStackTrace()[0].getClassName());
                assertThrows(IllegalStateException.class, () -> group.start(sleep(SECOND)));
                assertThrows(
                    IllegalStateException.class, () -> group.startEagerly(sleep(SECOND), "n"));
              });
          assertNoRequest();
        });
    assertEquals(List.of("task", "body"), log);
  }

  @Test
  void whatFailsInItsCleanupIsAFailure() {
    IOException failure = new IOException("cleanup");
    Programs.run(
        () -> {
          TaskGroup group = TaskGroup.open();
          ExceptionGroup thrown =
              assertThrows(
                  ExceptionGroup.class,
                  () ->
                      with(
                          group,
                          () -> {
                            group.start(
                                Programs.act(
                                    () -> {
                                      try {
                                        await(sleep(LONG));
                                      } catch (CancelledError e) {
                                        throw failure;
                                      }
                                    }));
                            await(yieldNow());
                            group.cancel();
                          }));
          assertEquals(List.of(failure), thrown.exceptions());
          assertNoRequest();
        });
  }

  @Test
  @DisplayName(
      "python/cpython#155433: a group is cancelled, then a limit around it expires in the cleanup")
  void aLimitAroundACancelledGroup() {
    Programs.run(
        () -> {
          TaskGroup group = TaskGroup.open();
          assertThrows(
              AsyncTimeoutException.class,
              () ->
                  with(
                      timeout(SECOND.multipliedBy(2)),
                      () ->
                          with(
                              group,
                              () -> {
                                group.start(sleeper("cleaned up", SECOND.multipliedBy(5)));
                                EventLoop.current().callLater(SECOND, group::cancel);
                              })));
          assertEquals(SECOND.multipliedBy(6).toNanos(), EventLoop.current().time());
          assertNoRequest();
        });
    assertEquals(List.of("cleaned up"), log);
  }

  @Test
  void aCancellationFromOutsideOfACancelledGroup() {
    Programs.run(
        () -> {
          Task<Void> owner =
              start(
                  Programs.act(
                      () -> {
                        TaskGroup group = TaskGroup.open();
                        with(
                            group,
                            () -> {
                              group.start(sleeper("cleaned up", SECOND.multipliedBy(5)));
                              EventLoop.current().callLater(SECOND, group::cancel);
                            });
                      }));
          await(sleep(SECOND.multipliedBy(2)));
          owner.cancel("outside");
          CancelledError error = assertThrows(CancelledError.class, () -> await(owner));
          assertEquals("outside", error.getMessage());
        });
    assertEquals(List.of("cleaned up"), log);
  }

  @Test
  @DisplayName("python/cpython#155418: an eager task ends its own group before it waits")
  void anEagerTaskEndsItsOwnGroup() {
    Programs.run(
        () -> {
          TaskGroup group = TaskGroup.open();
          with(
              group,
              () -> {
                Task<Void> task =
                    group.startEagerly(
                        Programs.act(
                            () -> {
                              group.cancel();
                              await(sleep(LONG));
                            }));
                assertFalse(task.isDone());
              });
          assertEquals(0, EventLoop.current().time());
          assertNoRequest();
        });
  }

  @Test
  @DisplayName("python/cpython#128588: an eager task of an eager task fails at once")
  void anEagerTaskOfAnEagerTaskFails() {
    IOException failure = new IOException("inner");
    Programs.run(
        () -> {
          TaskGroup group = TaskGroup.open();
          ExceptionGroup thrown =
              assertThrows(
                  ExceptionGroup.class,
                  () ->
                      with(
                          group,
                          () -> {
                            group.startEagerly(
                                Programs.act(
                                    () -> {
                                      Task<Object> inner =
                                          group.startEagerly(
                                              Programs.co(
                                                  () -> {
                                                    throw failure;
                                                  }));
                                      assertTrue(inner.isDone());
                                      log.add("outer goes on");
                                      await(sleep(LONG));
                                    }),
                                "outer");
                            log.add("body goes on");
                          }));
          assertEquals(List.of(failure), thrown.exceptions());
          assertNoRequest();
        });
    assertEquals(List.of("outer goes on", "body goes on"), log);
  }

  @Test
  void anEagerTaskTakesItsFirstStepAtOnce() {
    Programs.run(
        () -> {
          Task<?> starter = Tasks.current();
          Promise<Void> promise = EventLoop.current().newPromise();
          Task<String> task =
              startEagerly(
                  Programs.co(
                      () -> {
                        log.add(Tasks.current().name());
                        await(promise);
                        return "done";
                      }),
                  "eager");
          log.add("started");
          assertSame(starter, Tasks.current());
          assertEquals(List.of(starter, task), Tasks.all());
          promise.complete(null);
          assertEquals("done", await(task));
          Task<Integer> atOnce = startEagerly(Programs.co(() -> 1));
          assertEquals(1, atOnce.result());
          assertEquals(List.of(starter), Tasks.all());
          EventLoop.current().callSoon(() -> log.add(startEagerly(Programs.co(() -> 2)).result()));
          await(yieldNow());
          Task<Object> cancelled =
              startEagerly(
                  Programs.co(
                      () -> {
                        throw new CancelledError("by hand");
                      }));
          assertTrue(cancelled.isCancelled());
        });
    assertEquals(List.of("eager", "started", 2), log);
  }

  /** Starts a task eagerly in an eager task, and so on. */
  private static Coroutine<Integer> nested(int depth) {
    return Programs.co(() -> depth == 0 ? 0 : 1 + await(startEagerly(nested(depth - 1))));
  }

  @Test
  void eagerTasksNestToAnyDepth() {
    Programs.run(() -> assertEquals(500, await(startEagerly(nested(500)))));
  }
}
