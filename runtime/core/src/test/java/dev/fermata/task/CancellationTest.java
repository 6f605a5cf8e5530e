package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Execution;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * A cancellation tells who has asked for it, why and where, through everything that hands it on.
 */
class CancellationTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);

  private final List<Object> log = new ArrayList<>();

  /** A task that notes the cancellation that it sees. */
  private Task<Void> sleeper() {
    return start(noting(sleep(LONG)), "sleeper");
  }

  private Coroutine<Void> noting(Awaitable<?> awaited) {
    return Programs.act(
        () -> {
          try {
            await(awaited);
          } catch (CancelledError e) {
            log.add(e);
            throw e;
          }
        });
  }

  private CancelledError noted(int index) {
    return (CancelledError) log.get(index);
  }

  private static Cancellation of(CancelledError error) {
    Cancellation request = error.cancellation();
    assertNotNull(request, "no request in " + error);
    return request;
  }

  private static void with(dev.fermata.AsyncCloseable resource, AsyncAction body) throws Throwable {
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

  @Test
  void aTaskThatCancelsIsNamedWithThePlace() {
    Programs.run(
        () -> {
          Task<Void> task = sleeper();
          await(yieldNow());
          Tasks.current().setName("asker");
          task.cancel("enough");
          CancelledError error = assertThrows(CancelledError.class, () -> await(task));
          Cancellation request = of(error);
          assertSame(Source.CALL, request.source());
          assertEquals("enough", request.reason());
          assertEquals("asker", request.task());
          assertEquals("asked for by asker", request.getMessage());
          assertNull(request.getCause());
          StackTraceElement[] place = request.getStackTrace();
          assertEquals(CancellationTest.class.getName(), place[0].getClassName());
          assertTrue(place[0].getMethodName().contains("aTaskThatCancels"), place[0].toString());
          for (StackTraceElement element : place) {
            assertFalse(
                element.getClassName().startsWith("dev.fermata.internal"), element::toString);
          }
          assertSame(request, task.cancellation());
        });
  }

  @Test
  void anyOtherCodeIsNamedByItsThread() throws Exception {
    try (EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).open()) {
      runner.run(
          Programs.act(
              () -> {
                Task<Void> task = sleeper();
                CompletableFuture<Void> future = task.toCompletableFuture();
                Thread asker = new Thread(() -> future.cancel(true), "outsider");
                await(
                    toThread(
                        () -> {
                          asker.start();
                          asker.join();
                          return null;
                        }));
                Cancellation request = of(assertThrows(CancelledError.class, () -> await(task)));
                assertNull(request.task());
                assertEquals("outsider", request.thread());
                assertEquals("asked for in thread outsider", request.getMessage());

                Task<Void> other = sleeper();
                EventLoop.current().callSoon(() -> other.cancel());
                request = of(assertThrows(CancelledError.class, () -> await(other)));
                assertNull(request.task());
                assertEquals(
                    Thread.currentThread().getName().isEmpty(), request.thread().isEmpty());
              }));
    }
  }

  @Test
  void aSiblingThatFailsIsNamedWithItsFailure() {
    IOException failure = new IOException("child");
    Programs.run(
        () -> {
          TaskGroup group = TaskGroup.open();
          Throwable thrown =
              assertThrows(
                  Throwable.class,
                  () ->
                      with(
                          group,
                          () -> {
                            group.start(noting(sleep(LONG)));
                            group.start(
                                Programs.act(
                                    () -> {
                                      await(sleep(SECOND));
                                      throw failure;
                                    }),
                                "culprit");
                            await(noting(sleep(LONG)));
                          }));
          assertSame(failure, ((dev.fermata.ExceptionGroup) thrown).exceptions().get(0));
        });
    assertEquals(2, log.size(), "a sibling and the body");
    for (Object error : log) {
      Cancellation request = of((CancelledError) error);
      assertSame(Source.TASK_GROUP, request.source());
      assertEquals("culprit", request.task());
      assertEquals("task group failed by culprit", request.getMessage());
      assertSame(failure, request.getCause());
      assertNull(request.reason());
    }
  }

  @Test
  void aBodyThatFailsOrIsCancelledIsTheCauseForItsGroup() {
    IOException failure = new IOException("body");
    Programs.run(
        () -> {
          TaskGroup failing = TaskGroup.open();
          assertThrows(
              Throwable.class,
              () ->
                  with(
                      failing,
                      () -> {
                        failing.start(noting(sleep(LONG)));
                        await(yieldNow());
                        throw failure;
                      }));
          Task<Void> owner =
              start(
                  Programs.act(
                      () -> {
                        TaskGroup group = TaskGroup.open();
                        with(
                            group,
                            () -> {
                              group.start(noting(sleep(LONG)));
                              await(sleep(LONG));
                            });
                      }),
                  "owner");
          await(sleep(SECOND));
          owner.cancel("outside");
          assertThrows(CancelledError.class, () -> await(owner));
        });
    assertSame(failure, of(noted(0)).getCause());
    Cancellation request = of(noted(1));
    assertEquals("task group cancelled by owner", request.getMessage());
    assertNull(request.reason(), "it is not the reason for the task of the group itself");
    assertEquals("outside", ((Cancellation) request.getCause()).reason());
  }

  @Test
  void aTimeLimitIsNamed() {
    Programs.run(
        () -> {
          AsyncTimeoutException late =
              assertThrows(
                  AsyncTimeoutException.class,
                  () -> with(timeout(SECOND), () -> await(noting(sleep(LONG)))));
          assertSame(noted(0), late.getCause());
          Cancellation request = of(noted(0));
          assertSame(Source.TIMEOUT, request.source());
          assertEquals("time limit expired", request.getMessage());
          StackTraceElement opened = request.getStackTrace()[0];
          assertEquals(CancellationTest.class.getName(), opened.getClassName(), "in debug mode");

          late =
              assertThrows(
                  AsyncTimeoutException.class, () -> await(waitFor(sleep(LONG), Duration.ZERO)));
          assertSame(Source.TIMEOUT, of((CancelledError) late.getCause()).source());
        });
  }

  @Test
  void aTimeLimitHasNoPlaceWithoutDebugMode() {
    try (EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).open()) {
      runner.run(
          Programs.act(
              () ->
                  assertThrows(
                      AsyncTimeoutException.class,
                      () -> with(timeout(SECOND), () -> await(noting(sleep(LONG)))))));
    }
    assertEquals(0, of(noted(0)).getStackTrace().length);
  }

  @Test
  void shutdownAndInterruptAreNamed() {
    Programs.run(
        () -> {
          sleeper();
          await(yieldNow());
        });
    assertSame(Source.SHUTDOWN, of(noted(0)).source());
    assertEquals("event loop shut down", of(noted(0)).getMessage());

    CancelledError error =
        assertThrows(
            CancelledError.class,
            () ->
                Programs.run(
                    () -> {
                      EventLoop.current().callSoon(() -> Thread.currentThread().interrupt());
                      await(sleep(LONG));
                    }));
    assertTrue(Thread.interrupted());
    assertSame(Source.INTERRUPT, of(error).source());
    assertEquals("the thread of the event loop was interrupted", error.getMessage());
  }

  @Test
  void oneRequestGoesAlongAllThatIsAwaited() {
    Programs.run(
        () -> {
          CompletableFuture<String> stage = new CompletableFuture<>();
          Promise<Void> promise = EventLoop.current().newPromise();
          List<Awaitable<?>> innermost =
              List.of(
                  sleep(LONG),
                  promise,
                  gather(sleep(LONG), sleep(LONG)),
                  shield(start(sleep(LONG))),
                  toThread(
                      () -> {
                        new CountDownLatch(1).await();
                        return null;
                      }),
                  Programs.act(() -> await(stage)));
          for (Awaitable<?> awaited : innermost) {
            log.clear();
            Task<Void> inner = start(noting(awaited));
            Task<Void> outer = start(noting(inner));
            await(sleep(SECOND));
            Cancellation request = Cancellation.of("why");
            assertTrue(outer.cancelWith(request));
            CancelledError last = assertThrows(CancelledError.class, () -> await(outer));
            assertEquals(2, log.size(), awaited::toString);
            assertSame(request, of(noted(0)), awaited::toString);
            assertSame(request, of(noted(1)), awaited::toString);
            assertSame(request, of(last));
            assertEquals("why", last.getMessage());
            assertSame(request, of(assertThrows(CancelledError.class, () -> await(outer))));
            assertSame(request, of(assertThrows(CancelledError.class, inner::result)));
            assertSame(request, inner.cancellation());
          }
          assertTrue(stage.isCancelled());
        });
  }

  @Test
  void aRequestGoesThroughFuturesOfTasks() {
    Programs.run(
        () -> {
          Task<Void> inner = sleeper();
          Task<Void> waiter = start(Programs.act(() -> await(inner.toCompletableFuture())));
          await(sleep(SECOND));
          Cancellation request = Cancellation.of("why");
          waiter.cancelWith(request);
          assertSame(request, of(assertThrows(CancelledError.class, () -> await(waiter))));
          assertSame(request, of(assertThrows(CancelledError.class, () -> await(inner))));

          Task<Void> other = sleeper();
          CompletableFuture<Void> future = other.toCompletableFuture();
          CompletableFuture<Void> dependent = future.thenApply(value -> value);
          await(yieldNow());
          other.cancelWith(request);
          assertSame(request, of(assertThrows(CancelledError.class, () -> await(dependent))));
          assertTrue(future.isCancelled());
          assertThrows(CancellationException.class, future::get);
          assertThrows(ExecutionException.class, dependent::get);
        });
  }

  @Test
  void aRequestReachesAThreadThatJoins() {
    Programs.run(
        () -> {
          Task<Void> task = sleeper();
          Task<Throwable> joined =
              start(toThread(() -> assertThrows(CancelledError.class, task::join)));
          await(sleep(SECOND));
          Cancellation request = Cancellation.of("why");
          task.cancelWith(request);
          CancelledError error = (CancelledError) await(joined);
          assertSame(request, of(error));
          assertEquals("why", error.getMessage());
        });
  }

  /** asyncio forgets the message here. */
  @Test
  void aRequestThatNothingElseThrowsIsKept() {
    Programs.run(
        () -> {
          Cancellation request = Cancellation.of("why");
          Task<Void> woken = sleeper();
          Promise<Void> promise = EventLoop.current().newPromise();
          Task<Void> ready = start(noting(promise));
          Task<Void> running =
              start(
                  Programs.act(
                      () -> {
                        Tasks.current().cancelWith(request);
                        await(noting(yieldNow()));
                      }));
          Task<Void> returns = start(Programs.act(() -> Tasks.current().cancelWith(request)));
          Task<Void> unbegun = sleeper();
          await(yieldNow());
          promise.complete(null);
          ready.cancelWith(request);
          woken.cancelWith(request);
          assertTrue(unbegun.cancelWith(request));
          for (Task<Void> task : List.of(woken, ready, running, returns, unbegun)) {
            assertSame(request, of(assertThrows(CancelledError.class, () -> await(task))));
          }
        });
    log.forEach(error -> assertEquals("why", ((CancelledError) error).getMessage()));
  }

  @Test
  void aSecondRequestInACleanupIsItsOwn() {
    Cancellation first = Cancellation.of("first");
    Cancellation second = Cancellation.of("second");
    Programs.run(
        () -> {
          Task<Void> task =
              start(
                  Programs.act(
                      () -> {
                        try {
                          await(noting(sleep(LONG)));
                        } finally {
                          await(noting(sleep(LONG)));
                        }
                      }));
          await(sleep(SECOND));
          task.cancelWith(first);
          assertSame(first, task.cancellation());
          await(sleep(SECOND));
          task.cancelWith(second);
          assertSame(second, of(assertThrows(CancelledError.class, () -> await(task))));
        });
    assertSame(first, of(noted(0)));
    assertSame(second, of(noted(1)));
  }

  /** The group throws its failures first, and asks again for what came from outside. */
  @Test
  void aRequestThatIsMadeAgainIsTheSame() {
    Cancellation outside = Cancellation.of("outside");
    Programs.run(
        () -> {
          Task<Void> owner =
              start(
                  Programs.act(
                      () -> {
                        TaskGroup group = TaskGroup.open();
                        assertThrows(
                            dev.fermata.ExceptionGroup.class,
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
                                                  throw new IOException("cleanup");
                                                }
                                              }));
                                      await(sleep(LONG));
                                    }));
                        await(noting(yieldNow()));
                      }));
          await(sleep(SECOND));
          owner.cancelWith(outside);
          assertSame(outside, of(assertThrows(CancelledError.class, () -> await(owner))));
        });
    assertSame(outside, of(noted(0)));
  }

  @Test
  void suppressedFailuresGoWithTheRequestToOtherThreads() {
    Programs.run(
        () -> {
          Promise<Void> promise = EventLoop.current().newPromise();
          Task<Void> task = start(Programs.act(() -> await(promise)));
          CompletableFuture<Void> future = task.toCompletableFuture();
          await(yieldNow());
          IOException lost = new IOException("lost");
          promise.fail(lost);
          task.cancel("why");
          CancelledError error = assertThrows(CancelledError.class, () -> await(future));
          assertSame(lost, error.getSuppressed()[0]);
          assertEquals("why", of(error).reason());
        });
  }

  @Test
  void errorsOfOneRequestAreObjectsOfTheirOwn() {
    Programs.run(
        () -> {
          Promise<Void> promise = EventLoop.current().newPromise();
          Task<Void> a = start(noting(promise));
          Task<Void> b = start(noting(promise));
          await(yieldNow());
          promise.cancel("why");
          assertThrows(CancelledError.class, () -> await(a));
          assertThrows(CancelledError.class, () -> await(b));
        });
    assertNotSame(noted(0), noted(1));
    assertSame(of(noted(0)), of(noted(1)));
  }

  @Test
  void whatIsThrownByHandHasNoRequest() {
    Programs.run(
        () -> {
          Task<Void> task =
              start(
                  Programs.act(
                      () -> {
                        throw new CancelledError("by hand");
                      }));
          CancelledError error = assertThrows(CancelledError.class, () -> await(task));
          assertNull(error.cancellation());
          assertTrue(error.getStackTrace().length > 0);
          assertNull(task.cancellation());
          error = assertThrows(CancelledError.class, () -> await(task));
          assertEquals("by hand", error.getMessage());
        });
  }

  private void note(CancelledError error) {
    log.add(error.getMessage() + " " + Cancellation.isMine(error));
  }

  @Test
  void aTaskTellsItsOwnCancellationFromThatOfAnother() {
    Programs.run(
        () -> {
          Task<Void> child = sleeper();
          Task<Void> task =
              start(
                  Programs.act(
                      () -> {
                        try {
                          await(child);
                        } catch (CancelledError e) {
                          note(e);
                        }
                        try {
                          await(gather(child, sleep(LONG)));
                        } catch (CancelledError e) {
                          note(e);
                        }
                        try {
                          await(sleep(LONG));
                        } catch (CancelledError e) {
                          note(e);
                          Task<Void> another = sleeper();
                          EventLoop.current().callSoon(() -> another.cancel("another"));
                          try {
                            await(another);
                          } catch (CancelledError ofAnother) {
                            note(ofAnother); // asyncio takes it for its own here
                          }
                          note(e);
                          Tasks.current().uncancel();
                          note(e);
                        }
                      }));
          await(sleep(SECOND));
          child.cancel("child");
          await(sleep(SECOND));
          task.cancel("task");
          await(task);
          log.removeIf(CancelledError.class::isInstance);
        });
    assertEquals(
        List.of(
            "child false", "child false", "task true", "another false", "task true", "task false"),
        log);
  }

  @Test
  void aRequestIsThatOfEveryTaskOnItsWay() {
    Programs.run(
        () -> {
          Task<Void> innermost =
              start(
                  Programs.act(
                      () -> {
                        try {
                          await(sleep(LONG));
                        } catch (CancelledError e) {
                          note(e);
                          throw e;
                        }
                      }));
          AsyncAction waits =
              () -> {
                try {
                  await(innermost);
                } catch (CancelledError e) {
                  note(e);
                }
              };
          Task<Void> bystander = start(Programs.act(waits));
          Task<Void> asked = start(Programs.act(waits));
          await(sleep(SECOND));
          asked.cancel("asked");
          await(asked);
          await(bystander);
        });
    assertEquals(List.of("asked true", "asked false", "asked true"), log);
    assertThrows(
        IllegalStateException.class, () -> Cancellation.isMine(new CancelledError("outside")));
  }

  /** A machine that awaits another one, or sleeps. */
  private static Coroutine<Void> deep(int depth) {
    return new Frame<>() {
      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        if (failure != null) {
          throw failure;
        }
        if (state == 0) {
          state = 1;
          return execution.await(depth == 0 ? sleep(LONG) : deep(depth - 1), this);
        }
        return null;
      }
    };
  }

  @Test
  void theTraceIsTheAwaitThatWasInterrupted() {
    Programs.run(
        () -> {
          Task<Void> task = start(deep(2), "deep");
          await(sleep(SECOND));
          List<StackTraceElement> stack = task.stack();
          task.cancel("why");
          CancelledError error = assertThrows(CancelledError.class, () -> await(task));
          List<StackTraceElement> trace = List.of(error.getStackTrace());
          assertEquals(stack, trace.subList(0, stack.size()));
          assertEquals("dev.fermata.Task.run(deep)", trace.get(stack.size()).toString());
          assertEquals(stack.size() + 1, trace.size());

          Task<Void> unbegun = start(deep(0), "unbegun");
          unbegun.cancel();
          error = assertThrows(CancelledError.class, () -> await(unbegun));
          assertEquals("body", error.getStackTrace()[0].getMethodName());
        });
  }

  @Test
  void aPrintedTraceTellsAll() {
    Programs.run(
        () -> {
          Tasks.current().setName("asker");
          Task<Void> task = start(deep(0), "deep");
          await(sleep(SECOND));
          task.cancel("why");
          CancelledError error = assertThrows(CancelledError.class, () -> await(task));
          StringWriter text = new StringWriter();
          new IllegalStateException("wrapped", error).printStackTrace(new PrintWriter(text, true));
          log.addAll(
              text.toString()
                  .lines()
                  .dropWhile(line -> !line.startsWith("Caused by: dev.fermata.CancelledError"))
                  .limit(6)
                  .map(String::strip)
                  .toList());
        });
    assertEquals("Caused by: dev.fermata.CancelledError: why", log.get(0));
    assertEquals("at dev.fermata.Task.run(deep)", log.get(3));
    assertEquals("Caused by: dev.fermata.Cancellation: asked for by asker", log.get(4));
    assertTrue(log.get(5).toString().contains("aPrintedTraceTellsAll"), log.get(5).toString());
  }

  @Test
  void nobodyIsAskedTwiceToBeCancelled() {
    Programs.run(
        () -> {
          Deferred<Void> done = EventLoop.current().newPromise();
          assertNull(done.cancellation());
          assertTrue(done.cancel());
          Cancellation first = done.cancellation();
          assertFalse(done.cancel("again"));
          assertFalse(done.cancelWith(Cancellation.of("again")));
          assertSame(first, done.cancellation());
        });
  }

  @Test
  void aTaskThatIsCancelledBeforeItBeginsLetsGoOfItsCoroutine() {
    Programs.run(
        () -> {
          Coroutine<Void> coroutine = Programs.act(() -> {});
          Task<Void> task = start(coroutine);
          assertEquals(1, task.stack().size());
          task.cancel();
          await(yieldNow());
          await(yieldNow());
          assertTrue(task.isCancelled());
          assertEquals(List.of(), task.stack());
          assertTrue(coroutine.toString().endsWith("ended]"), coroutine::toString);
        });
  }
}
