package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.DeadlockException;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Handle;
import dev.fermata.Promise;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.TimerHandle;
import dev.fermata.testing.Garbage;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoopTest {
  @Test
  void entriesOfOtherThreadsComeInTheirOrder() throws Exception {
    int perThread = 20_000;
    List<List<Integer>> seen = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    CompletableFuture<EventLoop> opened = new CompletableFuture<>();
    List<Thread> threads = new ArrayList<>();
    for (List<Integer> mine : seen) {
      Thread thread =
          new Thread(
              () -> {
                EventLoop loop = opened.join();
                for (int i = 0; i < perThread; i++) {
                  int number = i;
                  loop.execute(() -> mine.add(number));
                }
              });
      thread.start();
      threads.add(thread);
    }
    EventLoop.run(
        Programs.act(
            () -> {
              opened.complete(EventLoop.current());
              for (Thread thread : threads) {
                await(
                    toThread(
                        () -> {
                          thread.join();
                          return null;
                        }));
              }
            }));
    for (List<Integer> mine : seen) {
      assertEquals(perThread, mine.size());
      for (int i = 0; i < perThread; i++) {
        assertEquals(i, mine.get(i));
      }
    }
  }

  @Test
  void tasksOfOtherThreadsAreJoined() throws Exception {
    CompletableFuture<EventLoop> opened = new CompletableFuture<>();
    AtomicReference<Object> joined = new AtomicReference<>();
    CountDownLatch end = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              EventLoop loop = opened.join();
              joined.set(
                  loop.start(
                          Programs.co(
                              () -> {
                                await(yieldNow());
                                return Thread.currentThread().getName();
                              }))
                      .join());
              end.countDown();
            });
    thread.start();
    EventLoop.run(
        Programs.act(
            () -> {
              opened.complete(EventLoop.current());
              await(inThread(end));
            }));
    thread.join();
    assertNotSame(null, joined.get());
  }

  @Test
  void futuresForOtherThreadsCompleteWhateverCancelsThem() throws Exception {
    CompletableFuture<EventLoop> opened = new CompletableFuture<>();
    CountDownLatch end = new CountDownLatch(1);
    int[] outcomes = new int[2];
    Thread thread =
        new Thread(
            () -> {
              EventLoop loop = opened.join();
              for (int i = 0; i < 5_000; i++) {
                CompletableFuture<Integer> future =
                    loop.start(Coroutines.done(1)).toCompletableFuture();
                if ((i & 1) == 0) {
                  future.cancel(true);
                }
                outcomes[future.handle((value, failure) -> failure == null ? 0 : 1).join()]++;
              }
              end.countDown();
            });
    thread.start();
    EventLoop.run(
        Programs.act(
            () -> {
              opened.complete(EventLoop.current());
              await(inThread(end));
            }));
    thread.join();
    assertEquals(5_000, outcomes[0] + outcomes[1]);
  }

  @Test
  void joiningInTheLoopIsAnError() {
    Programs.run(
        () -> {
          Task<Void> task = start(sleep(Duration.ofSeconds(1)));
          assertThrows(IllegalStateException.class, task::join);
        });
  }

  @Test
  void whatIsLeftOfAClosedLoop() {
    EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).open();
    Task<Integer> done = runner.run(Programs.co(() -> start(Coroutines.done(1))));
    Promise<Object> pending = runner.loop().newPromise();
    runner.close();
    runner.close();
    assertTrue(runner.loop().isClosed());
    assertEquals(1, done.join());
    assertThrows(IllegalStateException.class, pending::join);
    assertThrows(RejectedExecutionException.class, () -> runner.loop().execute(() -> {}));
    assertThrows(IllegalStateException.class, () -> runner.loop().callSoon(() -> {}));
    assertThrows(RejectedExecutionException.class, () -> runner.loop().start(Coroutines.done(1)));
    assertThrows(IllegalStateException.class, () -> runner.run(Coroutines.done(1)));
  }

  @Test
  void aTaskThatAnotherThreadStartsBetweenTwoRuns() throws Exception {
    try (EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).open()) {
      CompletableFuture<Task<String>> started = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> started.complete(runner.loop().start(Programs.co(() -> "other thread"))));
      thread.start();
      thread.join();
      assertEquals("other thread", runner.run(Programs.co(() -> await(started.join()))));
    }
  }

  @Test
  void tasksThatAreStartedInTheCleanupOfOthersAreCancelledToo() {
    List<String> log = new ArrayList<>();
    Programs.run(
        () -> {
          start(
              Programs.act(
                  () -> {
                    try {
                      await(sleep(Duration.ofDays(1)));
                    } finally {
                      start(
                          Programs.act(
                              () -> {
                                try {
                                  await(sleep(Duration.ofDays(1)));
                                } finally {
                                  log.add("second");
                                }
                              }));
                      await(yieldNow());
                      log.add("first");
                    }
                  }));
          await(yieldNow());
        });
    assertEquals(List.of("first", "second"), log);
  }

  @Test
  void interruptCancelsMain() {
    List<String> log = new ArrayList<>();
    Thread main = Thread.currentThread();
    assertThrows(
        CancelledError.class,
        () ->
            EventLoop.run(
                Programs.act(
                    () -> {
                      EventLoop.current().callSoon(main::interrupt);
                      try {
                        await(EventLoop.current().newPromise());
                      } finally {
                        await(yieldNow());
                        log.add("cleaned up");
                      }
                    })));
    assertTrue(Thread.interrupted());
    assertEquals(List.of("cleaned up"), log);
  }

  @Test
  void aLoopThatIsStuckSaysWhoWaits() {
    DeadlockException stuck =
        assertThrows(
            DeadlockException.class,
            () ->
                Programs.run(
                    () -> {
                      start(Programs.act(() -> await(EventLoop.current().newPromise())), "waiter");
                      await(EventLoop.current().newPromise());
                    }));
    assertTrue(stuck.getMessage().contains("waiter"), stuck.getMessage());
  }

  @Test
  void tasksThatAwaitEachOtherInACircleCanBeCancelled() {
    Programs.run(
        () -> {
          List<Task<Object>> tasks = new ArrayList<>();
          tasks.add(start(Programs.co(() -> await(tasks.get(1)))));
          tasks.add(start(Programs.co(() -> await(tasks.get(0)))));
          await(yieldNow());
          tasks.get(0).cancel("cut");
          assertEquals(
              "cut", assertThrows(CancelledError.class, () -> await(tasks.get(0))).getMessage());
          assertThrows(CancelledError.class, () -> await(tasks.get(1)));
        });
  }

  @Test
  void debugModeFindsOtherThreads() {
    Programs.run(
        () -> {
          EventLoop loop = EventLoop.current();
          Task<?> task = Tasks.current();
          await(
              toThread(
                  () -> {
                    assertThrows(IllegalStateException.class, () -> loop.callSoon(() -> {}));
                    assertThrows(IllegalStateException.class, task::cancel);
                    return null;
                  }));
        });
  }

  @Test
  void oneLoopInAThread() {
    Programs.run(
        () -> {
          assertThrows(IllegalStateException.class, () -> EventLoop.run(Coroutines.done(1)));
          EventLoop.Runner inner = EventLoop.builder().open();
          assertThrows(IllegalStateException.class, () -> inner.run(Coroutines.done(1)));
        });
    assertThrows(IllegalStateException.class, EventLoop::current);
    assertThrows(IllegalStateException.class, Tasks::current);
    assertThrows(IllegalStateException.class, () -> start(Coroutines.done(1)));
  }

  @Test
  void aFatalErrorLeavesTheLoop() {
    OutOfMemoryError fatal = new OutOfMemoryError("not really");
    List<String> log = new ArrayList<>();
    OutOfMemoryError thrown =
        assertThrows(
            OutOfMemoryError.class,
            () ->
                Programs.run(
                    () -> {
                      start(
                          Programs.act(
                              () -> {
                                throw fatal;
                              }));
                      try {
                        await(sleep(Duration.ofDays(1)));
                      } finally {
                        log.add("cancelled");
                      }
                    }));
    assertSame(fatal, thrown);
    assertEquals(List.of("cancelled"), log);
  }

  @Test
  void tasksInOrderWithTheirNames() {
    Programs.run(
        () -> {
          Task<Void> a = start(sleep(Duration.ofSeconds(1)), "a");
          Task<Void> b = start(sleep(Duration.ofSeconds(2)));
          assertEquals(List.of("Task-1", "a", "Task-3"), names());
          b.setName("b");
          await(a);
          assertEquals(List.of("Task-1", "b"), names());
          await(b);
          assertFalse(Tasks.all().contains(b));
        });
  }

  private static List<String> names() {
    return Tasks.all().stream().<String>map(Task::name).toList();
  }

  @Test
  void aSleepForEverIsPossible() {
    Programs.run(
        () -> {
          Task<Void> forEver = start(sleep(Duration.ofSeconds(Long.MAX_VALUE)));
          await(sleep(Duration.ofDays(100_000)));
          assertFalse(forEver.isDone());
        });
  }

  @Test
  void cancelledTimersKeepNothingAlive() {
    Programs.run(
        () -> {
          List<TimerHandle> timers = new ArrayList<>();
          List<Task<Void>> sleepers = new ArrayList<>();
          List<WeakReference<?>> kept = new ArrayList<>();
          for (int i = 0; i < 100_000; i++) {
            Runnable callback = new AtomicReference<>()::get;
            kept.add(new WeakReference<>(callback));
            timers.add(EventLoop.current().callLater(Duration.ofDays(i), callback));
            if (i % 10 == 0) {
              sleepers.add(start(sleep(Duration.ofDays(i))));
            }
          }
          await(yieldNow());
          await(yieldNow());
          timers.forEach(TimerHandle::cancel);
          sleepers.forEach(Task::cancel);
          await(Tasks.wait(sleepers, ReturnWhen.ALL_COMPLETED));
          for (WeakReference<?> callback : kept) {
            assertTrue(Garbage.isCollected(callback));
          }
          assertEquals(1, Tasks.all().size());
          assertEquals(0, EventLoop.current().time());
        });
  }

  @Test
  void aBlockingCallIsInterruptedByCancellation() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    EventLoop.run(
        Programs.act(
            () -> {
              Task<Object> task =
                  start(
                      toThread(
                          () -> {
                            running.countDown();
                            try {
                              return new CountDownLatch(1).await(1, TimeUnit.DAYS);
                            } catch (InterruptedException e) {
                              interrupted.countDown();
                              throw e;
                            }
                          }));
              await(inThread(running));
              task.cancel();
              assertThrows(CancelledError.class, () -> await(task));
            }));
    assertEquals(0, interrupted.getCount());
  }

  @Test
  void nothingIsStartedWhileALoopIsClosed() {
    List<Throwable> refused = new ArrayList<>();
    Task<?>[] started = new Task<?>[1];
    EventLoop.Runner runner =
        EventLoop.builder()
            .exceptionHandler(
                (loop, context) -> {
                  refused.add(
                      assertThrows(
                          RejectedExecutionException.class,
                          () -> started[0] = start(Programs.act(() -> {}))));
                  refused.add(
                      assertThrows(
                          IllegalStateException.class, () -> loop.callSoon(() -> refused.clear())));
                })
            .open();
    runner.run(Programs.act(() -> runner.loop().newPromise().fail(new IOException("lost"))));
    runner.close();
    assertEquals(2, refused.size());
    assertNull(started[0]);
  }

  @Test
  void aCallbackThatCannotComeIsRefused() {
    Task<Void> task;
    try (EventLoop.Runner runner = EventLoop.builder().open()) {
      task = runner.run(Programs.co(() -> start(Programs.act(() -> {}))));
    }
    assertTrue(task.isDone());
    assertThrows(IllegalStateException.class, () -> task.onDone(done -> {}));
  }

  @Test
  void virtualTimeHasNoEnd() {
    DeadlockException stuck =
        assertThrows(
            DeadlockException.class,
            () ->
                Programs.run(
                    () -> {
                      EventLoop.current().callAt(Clock.NEVER, () -> fail("came"));
                      await(sleep(ChronoUnit.FOREVER.getDuration()));
                    }));
    assertEquals("a sleep without end", stuck.waiting().get(0).awaited());
  }

  @Test
  void debugModeFindsOtherThreadsThatTakeSomethingBack() {
    Programs.run(
        () -> {
          Handle callback = EventLoop.current().newPromise().onDone(done -> {});
          Programs.with(
              timeout(Duration.ofDays(1)),
              limit -> {
                for (Runnable breach :
                    List.<Runnable>of(
                        callback::cancel,
                        () -> limit.reschedule(Duration.ofDays(2)),
                        () -> limit.reschedule(0))) {
                  CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(breach);
                  assertThrows(IllegalStateException.class, () -> await(elsewhere));
                }
                assertFalse(callback.isCancelled());
                await(yieldNow());
              });
        });
  }

  @Test
  void threadsThatGoOnAfterTheirTimeAreInterruptedAndReported() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    AtomicInteger interrupts = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    List<ExceptionContext> reports = new ArrayList<>();
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .executorTimeout(Duration.ofNanos(1))
            .exceptionHandler((loop, context) -> reports.add(context))
            .open()) {
      runner.run(
          Programs.act(
              () -> {
                start(
                    toThread(
                        () -> {
                          running.countDown();
                          // The first one is its cancellation, the second one the end of its time.
                          while (interrupts.get() < 2) {
                            try {
                              new CountDownLatch(1).await();
                            } catch (InterruptedException interrupted) {
                              interrupts.incrementAndGet();
                              cancelled.countDown();
                            }
                          }
                          ended.countDown();
                          return null;
                        }));
                start(
                    Programs.act(
                        () -> {
                          try {
                            await(sleep(Duration.ofHours(1)));
                          } finally {
                            // Two interrupts in a row would be one: its time begins after this.
                            await(inThread(cancelled));
                          }
                        }));
                await(inThread(running));
              }));
    }
    assertDoesNotThrow(() -> ended.await());
    assertEquals(
        List.of("the event loop is closed without its threads"),
        reports.stream().map(ExceptionContext::message).toList());
    assertInstanceOf(AsyncTimeoutException.class, reports.get(0).exception());
  }

  /** Waits in another thread until {@code latch} is open. */
  private static Coroutine<Void> inThread(CountDownLatch latch) {
    return toThread(
        () -> {
          latch.await();
          return null;
        });
  }
}
