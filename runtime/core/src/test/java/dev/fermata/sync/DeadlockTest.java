package dev.fermata.sync;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.co;
import static dev.fermata.testing.Programs.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.DeadlockException;
import dev.fermata.DeadlockException.Waiting;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.machine.Stages;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A loop in which tasks would wait for ever says who waits for what, and who has it. */
class DeadlockTest {
  private static DeadlockException stuck(AsyncAction program) {
    return assertThrows(DeadlockException.class, () -> Programs.run(program));
  }

  /** Says what each task waits for. */
  private static List<String> awaited(DeadlockException stuck) {
    return stuck.waiting().stream()
        .map(waiting -> waiting.task().name() + ": " + waiting.awaited())
        .toList();
  }

  private static Coroutine<Void> bothLocks(AsyncLock first, AsyncLock second) {
    return act(
        () ->
            with(
                await(first.acquire()),
                outer -> {
                  await(yieldNow());
                  with(await(second.acquire()), inner -> await(yieldNow()));
                }));
  }

  private static Coroutine<List<Void>> crossed() {
    return co(
        () -> {
          AsyncLock left = new AsyncLock();
          AsyncLock right = new AsyncLock();
          Task<Void> a = start(bothLocks(left, right), "a");
          Task<Void> b = start(bothLocks(right, left), "b");
          return await(gather(a, b));
        });
  }

  @Test
  void locksThatAreTakenCrosswise() {
    DeadlockException stuck = assertThrows(DeadlockException.class, () -> Programs.run(crossed()));
    assertEquals(
        List.of(
            "Task-1: a gather of 2", "a: AsyncLock #1, held by b", "b: AsyncLock #2, held by a"),
        awaited(stuck));
    assertEquals(
        List.of("a", "b"), stuck.circle().stream().map(Task::name).collect(Collectors.toList()));
    Waiting main = stuck.waiting().get(0);
    assertEquals(stuck.circle(), main.needs());
    String text = stuck.getMessage();
    assertTrue(text.contains("; tasks that wait: 3\n"), text);
    assertTrue(
        text.contains(
            "in a circle: a waits for AsyncLock #1, held by b; b waits for AsyncLock #2, held by a\n"),
        text);
    assertTrue(
        text.contains("\n    at dev.fermata.sync.AsyncLock.acquire(AsyncLock.java)\n"), text);
    assertTrue(text.contains("DeadlockTest.lambda$bothLocks"), text);
  }

  @Test
  void everyKindOfWait() {
    DeadlockException stuck =
        stuck(
            () -> {
              AsyncLock lock = new AsyncLock();
              AsyncSemaphore semaphore = new AsyncSemaphore(3);
              AsyncSemaphore signals = AsyncSemaphore.unbounded(0);
              AsyncCondition condition = new AsyncCondition(lock);
              AsyncQueue<String> full = AsyncQueue.bounded(1);
              full.tryPut("item");
              await(semaphore.acquire(2));
              await(start(semaphore.acquire(), "brief"));
              start(
                  act(
                      () ->
                          with(await(condition.acquire()), h -> await(condition.waitForSignal()))));
              await(yieldNow());
              await(lock.acquire());
              start(lock.acquire());
              start(semaphore.acquire(2));
              start(signals.acquire());
              start(new AsyncEvent().waitUntilSet());
              start(new AsyncBarrier(2).arrive());
              start(AsyncQueue.unbounded().take());
              start(full.put("next"));
              start(full.join());
              start(act(() -> await(EventLoop.current().newPromise())));
              Task<Object> forever =
                  start(co(() -> await(EventLoop.current().newPromise())), "forever");
              start(act(() -> await(shield(forever))));
              start(act(() -> await(Tasks.wait(List.of(forever), ReturnWhen.ALL_COMPLETED))));
              start(act(() -> await(Tasks.asCompleted(List.of(forever)).iterator().next())));
              start(act(() -> await(Stages.start(act(() -> await(forever))))));
              with(TaskGroup.open(), group -> group.start(act(() -> await(forever)), "child"));
            });
    assertEquals(
        List.of(
            "Task-1: the tasks of its group",
            "Task-3: a signal of AsyncCondition #1",
            "Task-4: AsyncLock #1, held by Task-1",
            "Task-5: 2 permits of AsyncSemaphore #1 (0 of 3 permits free, 1 waiting),"
                + " held by Task-1 and brief, which has ended",
            "Task-6: a permit of AsyncSemaphore #2 (0 permits free, 1 waiting)",
            "Task-7: AsyncEvent #1 (not set, 1 waiting)",
            "Task-8: the others at AsyncBarrier #1 (1 of 2 have arrived)",
            "Task-9: an item of AsyncQueue #1 (0 items, 0 unfinished)",
            "Task-10: room in AsyncQueue #2 (1 of 1 items, 1 unfinished)",
            "Task-11: the end of the work of AsyncQueue #2 (1 of 1 items, 1 unfinished)",
            "Task-12: a promise",
            "forever: a promise",
            "Task-14: a shield of forever",
            "Task-15: some of 1",
            "Task-16: the next of several",
            "Task-17: Task-19",
            "child: forever",
            "Task-19: forever"),
        awaited(stuck));
    assertEquals(List.of(), stuck.circle());
  }

  @Test
  void aConditionWaitsForItsLockOnTheWayBack() {
    DeadlockException stuck =
        stuck(
            () -> {
              AsyncCondition condition = new AsyncCondition();
              Task<Void> waiter =
                  start(
                      act(
                          () ->
                              with(
                                  await(condition.acquire()),
                                  held -> await(condition.waitForSignal()))),
                      "waiter");
              await(yieldNow());
              await(condition.acquire());
              condition.signalAll();
              await(waiter);
            });
    assertEquals(List.of("Task-1: waiter", "waiter: AsyncLock #1, held by Task-1"), awaited(stuck));
    assertEquals(2, stuck.circle().size());
  }

  @Test
  void tasksThatAwaitEachOther() {
    DeadlockException stuck =
        stuck(
            () -> {
              List<Task<Object>> tasks = new ArrayList<>();
              tasks.add(start(co(() -> await(tasks.get(1))), "egg"));
              tasks.add(start(co(() -> await(tasks.get(0))), "hen"));
              await(tasks.get(0));
            });
    assertEquals(List.of("Task-1: egg", "egg: hen", "hen: egg"), awaited(stuck));
    assertEquals(List.of("egg", "hen"), stuck.circle().stream().map(Task::name).toList());
  }

  @Test
  void aMessageListsAHundredAndTheExceptionAll() {
    DeadlockException stuck =
        stuck(
            () -> {
              AsyncEvent never = new AsyncEvent();
              for (int i = 0; i < 200; i++) {
                start(never.waitUntilSet());
              }
              await(never.waitUntilSet());
            });
    assertEquals(201, stuck.waiting().size());
    assertTrue(stuck.getMessage().endsWith("\n  and 101 more"), stuck.getMessage());
  }

  @Test
  void aLongChainIsNoProblem() {
    DeadlockException stuck =
        stuck(
            () -> {
              Task<Object> last = start(co(() -> await(new AsyncEvent().waitUntilSet())));
              for (int i = 0; i < 3_000; i++) {
                Task<Object> next = last;
                last = start(co(() -> await(next)));
              }
              await(last);
            });
    assertEquals(3_002, stuck.waiting().size());
    assertEquals(List.of(), stuck.circle());
  }

  @Test
  void aLoopThatNobodyKnowsIsStuckOnTheSystemClockToo() {
    DeadlockException stuck = assertThrows(DeadlockException.class, () -> EventLoop.run(crossed()));
    assertEquals(2, stuck.circle().size());
  }

  @Test
  void aLoopThatSomebodyMayKnowIsNot() {
    AsyncEvent event = new AsyncEvent();
    CountDownLatch waits = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              try {
                waits.await();
                known[0].execute(event::set);
              } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
    other.start();
    EventLoop.run(
        act(
            () -> {
              known[0] = EventLoop.current();
              waits.countDown();
              await(event.waitUntilSet());
            }));
    CompletableFuture<CompletableFuture<Void>> handed = new CompletableFuture<>();
    Thread canceller = new Thread(() -> handed.join().cancel(true));
    canceller.start();
    EventLoop.run(
        act(
            () -> {
              Task<Void> task = start(new AsyncEvent().waitUntilSet());
              handed.complete(task.toCompletableFuture());
              await(Tasks.wait(List.of(task), ReturnWhen.ALL_COMPLETED));
              assertTrue(task.isCancelled());
            }));
  }

  @Test
  void aLoopThatADeferredHasToldOfIsNot() {
    AsyncEvent event = new AsyncEvent();
    Thread runner = Thread.currentThread();
    CompletableFuture<EventLoop> told = new CompletableFuture<>();
    Thread other =
        new Thread(
            () -> {
              EventLoop loop = told.join();
              while (runner.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait(); // it comes when the loop sleeps
              }
              loop.execute(event::set);
            });
    other.setDaemon(true);
    other.start();
    EventLoop.run(
        act(
            () -> {
              told.complete(Tasks.current().loop());
              await(event.waitUntilSet());
            }));
    assertTrue(event.isSet());
  }

  private final EventLoop[] known = new EventLoop[1];

  @Test
  void theCleanupOfALoopThatIsStuckRuns() {
    List<String> log = new ArrayList<>();
    stuck(
        () -> {
          try {
            await(new AsyncEvent().waitUntilSet());
          } finally {
            await(sleep(Duration.ofSeconds(1)));
            log.add("cleaned up");
          }
        });
    assertEquals(List.of("cleaned up"), log);
  }

  @Test
  void inDebugModeACircleIsReportedThoughSomebodyCouldCutIt() {
    List<ExceptionContext> reports = new ArrayList<>();
    CountDownLatch reported = new CountDownLatch(1);
    EventLoop.Builder builder =
        EventLoop.builder()
            .debug(true)
            .exceptionHandler(
                (loop, context) -> {
                  reports.add(context);
                  reported.countDown();
                });
    try (EventLoop.Runner runner = builder.open()) {
      EventLoop loop = runner.loop();
      Thread cutter =
          new Thread(
              () -> {
                try {
                  reported.await();
                  loop.execute(() -> {}); // it does not report what it has reported
                  loop.execute(() -> cut(reports));
                } catch (InterruptedException impossible) {
                  throw new IllegalStateException(impossible);
                }
              });
      cutter.start();
      runner.run(
          act(
              () -> {
                AsyncLock left = new AsyncLock();
                AsyncLock right = new AsyncLock();
                Task<Void> a = start(bothLocks(left, right), "a");
                Task<Void> b = start(bothLocks(right, left), "b");
                await(Tasks.wait(List.of(a, b), ReturnWhen.ALL_COMPLETED));
                assertTrue(a.isCancelled());
                assertFalse(b.isCancelled());
              }));
    }
    assertEquals(1, reports.size());
    assertEquals("tasks wait for each other in a circle", reports.get(0).message());
  }

  private static void cut(List<ExceptionContext> reports) {
    DeadlockException circle = (DeadlockException) reports.get(0).exception();
    circle.circle().get(0).cancel();
  }

  @Test
  void aDumpHasATaskBelowWhoAwaitsIt() {
    StringBuilder out = new StringBuilder();
    Programs.run(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = await(lock.acquire());
          Task<Held> waiter = start(lock.acquire(), "waiter");
          Task<Object> middle = start(co(() -> await(waiter)), "middle");
          Task<Object> also = start(co(() -> await(waiter)), "also");
          Task<Void> sleeper = start(sleep(Duration.ofMinutes(1)), "sleeper");
          await(yieldNow());
          await(yieldNow());
          Task<Void> ready = start(act(() -> await(yieldNow())), "ready");
          await(yieldNow());
          start(act(() -> {}), "new");
          Tasks.dump(out);
          held.release();
          await(gather(middle, also, ready));
          sleeper.cancel();
        });
    String places = "\n +at .*";
    assertEquals(
        """
        EventLoop[fermata-N] in thread main, tasks: 7
        Task-1: runs
        middle: waits for waiter
          waiter: waits for AsyncLock #1, held by Task-1
        also: waits for waiter
          waiter: see above
        sleeper: waits for the end of a sleep of 1 min, 1 min left
        ready: is ready
        new: has not begun
        """,
        out.toString().replaceAll(places, "").replaceAll("fermata-\\d+", "fermata-N"));
    assertTrue(
        out.toString()
            .contains(
                "\n  waiter: waits for AsyncLock #1, held by Task-1"
                    + "\n      at dev.fermata.sync.AsyncLock.acquire(AsyncLock.java)\n"),
        out::toString);
  }

  @Test
  void aDumpHasCirclesToo() {
    StringBuilder out = new StringBuilder();
    Programs.run(
        () -> {
          List<Task<Object>> tasks = new ArrayList<>();
          tasks.add(start(co(() -> await(tasks.get(1))), "egg"));
          tasks.add(start(co(() -> await(tasks.get(0))), "hen"));
          await(yieldNow());
          Tasks.dump(out);
          tasks.get(0).cancel();
        });
    String text = out.toString().replaceAll("\n +at .*", "");
    assertTrue(text.contains("\negg: waits for hen\n  hen: waits for egg\n"), text);
    assertTrue(text.endsWith("in a circle: egg waits for hen; hen waits for egg\n"), text);
  }

  @Test
  void aDumpThatCannotBeWrittenFails() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("full");
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("full");
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw new IOException("full");
          }
        };
    Programs.run(() -> assertThrows(UncheckedIOException.class, () -> Tasks.dump(full)));
    assertThrows(UncheckedIOException.class, () -> Tasks.dump(full));
    assertThrows(UncheckedIOException.class, () -> Tasks.dumpAll(full));
  }

  /** Two tasks that hold what the other one waits for, and one that is never idle. */
  private static Coroutine<Integer> crossedBesideATicker(int ticks) {
    return co(
        () -> {
          AsyncLock left = new AsyncLock();
          AsyncLock right = new AsyncLock();
          Task<Void> a = start(bothLocks(left, right), "a");
          Task<Void> b = start(bothLocks(right, left), "b");
          for (int tick = 0; tick < ticks; tick++) {
            await(sleep(Duration.ofSeconds(1)));
          }
          a.cancel();
          await(b);
          return ticks;
        });
  }

  @Test
  void aCircleIsReportedThoughTheLoopIsNeverIdle() {
    for (boolean debug : new boolean[] {true, false}) {
      List<ExceptionContext> reports = new ArrayList<>();
      try (EventLoop.Runner runner =
          EventLoop.builder()
              .clock(Clock.virtual())
              .debug(debug)
              .exceptionHandler((loop, context) -> reports.add(context))
              .open()) {
        runner.run(crossedBesideATicker(100));
      }
      assertEquals(1, reports.size(), () -> debug + ": " + reports);
      assertEquals("tasks wait for each other in a circle", reports.get(0).message());
      DeadlockException circle = (DeadlockException) reports.get(0).exception();
      assertEquals(List.of("a", "b"), circle.circle().stream().map(Task::name).toList());
    }
  }

  @Test
  void aCircleThatATimeLimitWillCutIsNotReported() {
    Programs.run(
        () -> {
          AsyncLock left = new AsyncLock();
          AsyncLock right = new AsyncLock();
          Task<Void> a =
              start(act(() -> await(waitFor(bothLocks(left, right), Duration.ofMinutes(2)))), "a");
          Task<Void> b = start(bothLocks(right, left), "b");
          Task<Void> ticker =
              start(
                  act(
                      () -> {
                        while (true) {
                          await(sleep(Duration.ofSeconds(1)));
                        }
                      }));
          await(b);
          assertThrows(AsyncTimeoutException.class, () -> await(a));
          ticker.cancel();
        });
  }

  /** Time that passes when the loop is at rest, as that of the system does, but at once. */
  private static final class FastClock implements Clock {
    private long now;
    private final List<Long> rests = new ArrayList<>();

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void park(long deadline, boolean outside) {
      assertNotEquals(NEVER, deadline, "the loop rests for ever");
      rests.add(Duration.ofNanos(deadline - now).toSeconds());
      now = deadline;
    }
  }

  @Test
  void aCircleIsReportedThoughTheLoopIsAtRestAndKnownToOthers() {
    FastClock clock = new FastClock();
    List<ExceptionContext> reports = new ArrayList<>();
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(clock)
            .exceptionHandler(
                (loop, context) -> {
                  reports.add(context);
                  cut(reports);
                })
            .open()) {
      runner.run(
          act(
              () -> {
                AsyncLock left = new AsyncLock();
                AsyncLock right = new AsyncLock();
                Task<Void> a = start(bothLocks(left, right), "a");
                Task<Void> b = start(bothLocks(right, left), "b");
                await(Tasks.wait(List.of(a, b), ReturnWhen.ALL_COMPLETED));
              }));
    }
    assertEquals(1, reports.size());
    assertEquals(List.of(10L, 10L), clock.rests);
  }

  @Test
  void aLoopAtRestLooksForCirclesOnce() {
    FastClock clock = new FastClock();
    try (EventLoop.Runner runner = EventLoop.builder().clock(clock).open()) {
      runner.run(
          act(
              () -> {
                Task<Void> waiting = start(new AsyncEvent().waitUntilSet());
                await(sleep(Duration.ofHours(1)));
                assertEquals(List.of(10L, 3590L), clock.rests);
                waiting.cancel();
              }));
    }
  }

  @Test
  void aHostedLoopReportsItsCircles() {
    Queue<Runnable> host = new ArrayDeque<>();
    List<ExceptionContext> reports = new ArrayList<>();
    EventLoop.Hosted hosted =
        EventLoop.builder()
            .debug(true)
            .exceptionHandler((loop, context) -> reports.add(context))
            .openOn(host::add);
    hosted.loop().start(crossed());
    for (Runnable task = host.poll(); task != null; task = host.poll()) {
      task.run();
    }
    assertEquals(1, reports.size());
    cut(reports);
    hosted.shutdown();
    for (Runnable task = host.poll(); task != null; task = host.poll()) {
      task.run();
    }
    assertTrue(hosted.loop().isClosed());
    assertEquals(1, reports.size());
  }

  @Test
  void whatAnyOneOfSeveralCanEndIsNoCircle() {
    Programs.run(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(2);
          Task<?>[] second = new Task<?>[1];
          Task<Object> first =
              start(
                  co(
                      () -> {
                        await(semaphore.acquire());
                        return await(second[0]);
                      }));
          second[0] = start(semaphore.acquire());
          Task<Object> chosen = start(co(() -> await(waitsForEither)));
          waitsForEither =
              start(
                  act(
                      () -> {
                        List<Task<?>> either = List.of(chosen, start(sleep(Duration.ofMinutes(2))));
                        await(Tasks.wait(either, ReturnWhen.FIRST_COMPLETED));
                      }));
          Permit permit = await(semaphore.acquire());
          for (int tick = 0; tick < 180; tick++) {
            await(sleep(Duration.ofSeconds(1)));
          }
          assertTrue(waitsForEither.isDone());
          permit.release();
          await(first);
        });
  }

  private Task<?> waitsForEither;
}
