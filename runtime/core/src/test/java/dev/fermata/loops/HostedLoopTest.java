package dev.fermata.loops;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.testing.Programs;
import java.awt.EventQueue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loops whose turns are tasks of somebody else's executor. */
class HostedLoopTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final List<ExceptionContext> reports = new CopyOnWriteArrayList<>();

  @AfterEach
  void nothingWasReported() {
    assertEquals(List.of(), reports);
  }

  private EventLoop.Builder settings() {
    return EventLoop.builder()
        .name("guest")
        .debug(true)
        .exceptionHandler((loop, context) -> reports.add(context));
  }

  /** A host in the thread of the test, which runs its tasks when it is told to. */
  private static final class Tasks implements Executor {
    private final Queue<Runnable> queue = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
      queue.add(task);
    }

    /** Runs what is there, and what that adds; returns how many tasks. */
    int runAll() {
      int count = 0;
      for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
        task.run();
        count++;
      }
      return count;
    }
  }

  private static <T> T in(ExecutorService host, Callable<T> action) throws Exception {
    return host.submit(action).get();
  }

  @Test
  void aSingleThread() throws Exception {
    ExecutorService host = Executors.newSingleThreadExecutor();
    Thread thread = in(host, Thread::currentThread);
    try (EventLoop.Hosted hosted = settings().openOn(host)) {
      EventLoop loop = hosted.loop();
      Task<Integer> task =
          loop.start(
              Programs.co(
                  () -> {
                    assertSame(loop, EventLoop.current());
                    CompletableFuture<Thread> seen = new CompletableFuture<>();
                    loop.callSoon(() -> seen.complete(Thread.currentThread()));
                    assertSame(thread, await(seen));
                    await(sleep(MOMENT));
                    assertEquals("other thread", await(toThread(() -> "other thread")));
                    int sum = 0;
                    for (int i = 0; i < 1000; i++) {
                      await(yieldNow());
                      sum += await(start(Coroutines.done(1)));
                    }
                    return sum;
                  }));
      assertEquals(1000, task.join());
      assertInstanceOf(
          IllegalStateException.class,
          assertThrows(ExecutionException.class, () -> in(host, EventLoop::current)).getCause());
    } finally {
      host.shutdown();
    }
    assertTrue(host.awaitTermination(1, TimeUnit.DAYS));
  }

  @Test
  void theEventThreadOfAUserInterface() throws Exception {
    CompletableFuture<Thread> events = new CompletableFuture<>();
    EventQueue.invokeLater(() -> events.complete(Thread.currentThread()));
    try (EventLoop.Hosted hosted = settings().openOn(EventQueue::invokeLater)) {
      EventLoop loop = hosted.loop();
      Promise<String> clicked = loop.newPromise();
      Task<String> task =
          loop.start(
              Programs.co(
                  () -> {
                    CompletableFuture<Thread> seen = new CompletableFuture<>();
                    loop.callSoon(() -> seen.complete(Thread.currentThread()));
                    assertSame(events.join(), await(seen));
                    await(sleep(MOMENT));
                    EventQueue.invokeLater(() -> clicked.complete("clicked")); // as a listener
                    return await(clicked);
                  }));
      assertEquals("clicked", task.join());
      EventQueue.invokeAndWait(() -> assertThrows(IllegalStateException.class, hosted::close));
    }
  }

  @Test
  void atMostOneTaskIsInTheHost() {
    Tasks host = new Tasks();
    EventLoop.Hosted hosted = settings().openOn(host);
    EventLoop loop = hosted.loop();
    assertEquals(0, host.queue.size());
    List<Integer> log = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int number = i;
      loop.execute(() -> log.add(number));
      assertEquals(1, host.queue.size());
    }
    assertEquals(1, host.runAll());
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), log);
    assertEquals(0, host.queue.size());
    hosted.shutdown();
    host.runAll();
    assertTrue(loop.isClosed());
    assertEquals(0, host.runAll());
  }

  @Test
  void theHostMayTouchTheLoopBetweenTurns() {
    Tasks host = new Tasks();
    EventLoop.Hosted hosted = settings().clock(Clock.virtual()).openOn(host);
    EventLoop loop = hosted.loop();
    List<String> log = new ArrayList<>();
    Promise<String> promise = loop.newPromise();
    Task<String> waiting = loop.start(Programs.co(() -> await(promise)));
    Task<Void> sleeping = loop.start(sleep(Duration.ofDays(1000)));
    host.execute(() -> {}); // so that the clock does not jump at once
    host.queue.poll().run();
    assertFalse(waiting.isDone());
    host.runAll();
    promise.complete("value");
    assertEquals(1, host.queue.size());
    host.runAll();
    assertEquals("value", waiting.result());
    assertTrue(sleeping.isDone());
    loop.callSoon(() -> log.add("soon"));
    host.runAll();
    loop.callLater(Duration.ofSeconds(5), () -> log.add("later"));
    host.runAll();
    Task<Void> cancelled = loop.start(Programs.act(() -> await(loop.newPromise())));
    host.runAll();
    cancelled.cancel("enough");
    host.runAll();
    assertTrue(cancelled.isCancelled());
    assertEquals(List.of("soon", "later"), log);
    assertEquals(Duration.ofDays(1000).plusSeconds(5).toNanos(), loop.time());
    hosted.shutdown();
    host.runAll();
    assertTrue(loop.isClosed());
  }

  @Test
  void aLongTurnLetsOthersIn() {
    Tasks host = new Tasks();
    EventLoop.Hosted hosted = settings().clock(Clock.virtual()).openOn(host);
    EventLoop loop = hosted.loop();
    int[] ran = new int[1];
    for (int i = 0; i < 1000; i++) {
      loop.execute(
          () -> {
            ran[0]++;
            loop.callSoon(() -> ran[0] += 1000);
          });
    }
    host.queue.poll().run();
    assertEquals(128, ran[0]);
    assertEquals(1, host.queue.size());
    List<Integer> seen = new ArrayList<>();
    for (int tasks = 0; !host.queue.isEmpty(); tasks++) {
      host.queue.poll().run();
      assertTrue(tasks < 20);
      seen.add(ran[0] % 1000);
    }
    // The turn is what was ready when it began, however it is cut.
    assertEquals(List.of(256, 384, 512, 640, 768, 896, 0), seen.subList(0, 7));
    assertEquals(1000 + 1000 * 1000, ran[0]);
  }

  /** A clock that is put forward by hand. */
  private static final class Watch implements Clock {
    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void park(long deadline, boolean outside) {
      throw new AssertionError("a hosted loop does not block its host");
    }
  }

  @Test
  void aLongTimeLetsOthersIn() {
    Tasks host = new Tasks();
    Watch watch = new Watch();
    EventLoop loop = settings().clock(watch).openOn(host).loop();
    int[] ran = new int[1];
    for (int i = 0; i < 4; i++) {
      loop.execute(
          () -> {
            ran[0]++;
            watch.now += 1_000_000;
          });
    }
    host.queue.poll().run();
    assertEquals(2, ran[0]);
    host.runAll();
    assertEquals(4, ran[0]);
  }

  /** A host that has timers of its own, which the test lets ring. */
  private static final class Timers extends ScheduledThreadPoolExecutor {
    private final Tasks tasks = new Tasks();
    private final List<Runnable> alarms = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();
    private final List<Future<?>> pending = new ArrayList<>();

    Timers() {
      super(0);
    }

    @Override
    public void execute(Runnable task) {
      tasks.execute(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
      alarms.add(command);
      delays.add(unit.toMillis(delay));
      ScheduledFuture<?> never = super.schedule(() -> {}, 1, TimeUnit.DAYS);
      pending.add(never);
      return never;
    }

    void ring(int alarm) {
      pending.get(alarm).cancel(false); // it has come
      alarms.get(alarm).run();
      tasks.runAll();
    }
  }

  @Test
  void timersOfTheHost() {
    Timers host = new Timers();
    Watch watch = new Watch();
    EventLoop.Hosted hosted = settings().clock(watch).openOn(host);
    EventLoop loop = hosted.loop();
    List<String> log = new ArrayList<>();
    loop.callLater(Duration.ofMillis(10), () -> log.add("first"));
    loop.callLater(Duration.ofMillis(20), () -> log.add("second"));
    host.tasks.runAll();
    assertEquals(List.of(10L), host.delays);
    loop.callLater(Duration.ofMillis(5), () -> log.add("earlier"));
    host.tasks.runAll();
    assertEquals(List.of(10L, 5L), host.delays);
    watch.now = Duration.ofMillis(4).toNanos(); // its clock is slower than that of the host
    host.ring(1);
    assertEquals(List.of(10L, 5L, 1L), host.delays);
    watch.now = Duration.ofMillis(5).toNanos();
    host.ring(2);
    assertEquals(List.of("earlier"), log);
    assertEquals(3, host.delays.size()); // the first one is still there
    watch.now = Duration.ofMillis(11).toNanos();
    host.ring(0);
    assertEquals(List.of("earlier", "first"), log);
    assertEquals(List.of(10L, 5L, 1L, 9L), host.delays);
    watch.now = Duration.ofMillis(20).toNanos();
    host.ring(3);
    assertEquals(List.of("earlier", "first", "second"), log);
    loop.callLater(Duration.ofMillis(30), () -> log.add("never"));
    host.tasks.runAll();
    hosted.shutdown();
    host.tasks.runAll();
    assertTrue(loop.isClosed());
    assertTrue(host.pending.get(4).isCancelled()); // so that it does not keep the host waiting
    host.ring(4);
    assertEquals(3, log.size());
    host.shutdown();
  }

  @Test
  void shuttingDownCleansUp() {
    ExecutorService host = Executors.newSingleThreadExecutor();
    List<String> log = new CopyOnWriteArrayList<>();
    EventLoop.Hosted hosted = settings().debug(false).openOn(host);
    CompletableFuture<Void> waiting = new CompletableFuture<>();
    AsyncGenerator<Integer> generator =
        Programs.gen(
            () -> {
              try {
                Coroutines.emit(1);
              } finally {
                await(yieldNow());
                log.add("generator closed");
              }
            });
    Task<Void> task =
        hosted
            .loop()
            .start(
                Programs.act(
                    () -> {
                      await(generator.moveNext());
                      try {
                        waiting.complete(null);
                        await(EventLoop.current().newPromise());
                      } finally {
                        await(sleep(MOMENT));
                        log.add("task cleaned up");
                      }
                    }));
    waiting.join();
    Promise<Object> never = hosted.loop().newPromise();
    CompletableFuture<Object> future = never.toCompletableFuture();
    hosted.close();
    hosted.close();
    assertTrue(hosted.loop().isClosed());
    assertThrows(CancelledError.class, task::join);
    assertEquals(List.of("task cleaned up", "generator closed"), log);
    assertInstanceOf(
        IllegalStateException.class,
        assertThrows(CompletionException.class, future::join).getCause());
    assertThrows(RejectedExecutionException.class, () -> hosted.loop().start(Coroutines.done(1)));
    host.shutdown();
  }

  @Test
  void closingWouldBlockTheLoopOrItsHost() throws Exception {
    ExecutorService host = Executors.newSingleThreadExecutor();
    try (EventLoop.Hosted hosted = settings().openOn(host)) {
      hosted
          .loop()
          .start(Programs.act(() -> assertThrows(IllegalStateException.class, hosted::close)))
          .join();
      in(host, () -> assertThrows(IllegalStateException.class, hosted::close));
      Programs.run(() -> assertThrows(IllegalStateException.class, hosted::close));
      Programs.run(() -> await(hosted.shutdown()));
      assertTrue(hosted.loop().isClosed());
    } finally {
      host.shutdown();
    }
  }

  @Test
  void aHostThatEndsEndsTheLoop() throws Exception {
    ExecutorService host = Executors.newSingleThreadExecutor();
    EventLoop.Hosted hosted = settings().openOn(host);
    EventLoop loop = hosted.loop();
    Promise<String> promise = loop.newPromise();
    Task<String> waiting = loop.start(Programs.co(() -> await(promise)));
    CompletableFuture<String> future = promise.toCompletableFuture();
    in(host, () -> null);
    host.shutdown();
    assertTrue(host.awaitTermination(1, TimeUnit.DAYS));
    assertThrows(IllegalStateException.class, waiting::join);
    assertThrows(CompletionException.class, future::join);
    assertInstanceOf(
        RejectedExecutionException.class,
        assertThrows(CompletionException.class, () -> hosted.shutdown().join()).getCause());
    assertThrows(RejectedExecutionException.class, hosted::close);
    assertTrue(loop.isClosed());
  }

  @Test
  void somethingFatalShutsTheLoopDown() {
    Tasks host = new Tasks();
    EventLoop.Hosted hosted = settings().openOn(host);
    OutOfMemoryError fatal = new OutOfMemoryError("not really");
    List<String> log = new ArrayList<>();
    hosted
        .loop()
        .start(
            Programs.act(
                () -> {
                  try {
                    await(hosted.loop().newPromise());
                  } finally {
                    await(yieldNow());
                    log.add("cleaned up");
                  }
                }));
    host.runAll();
    hosted
        .loop()
        .start(
            Programs.act(
                () -> {
                  throw fatal;
                }));
    assertSame(fatal, assertThrows(OutOfMemoryError.class, host::runAll));
    host.runAll();
    assertEquals(List.of("cleaned up"), log);
    assertTrue(hosted.loop().isClosed());
    assertSame(
        fatal, assertThrows(CompletionException.class, () -> hosted.shutdown().join()).getCause());
  }

  @Test
  void aLoopAsTheHostOfAnother() {
    Programs.run(
        () -> {
          EventLoop outer = EventLoop.current();
          EventLoop.Hosted hosted = settings().openOn(outer);
          Task<EventLoop> inner =
              hosted
                  .loop()
                  .start(
                      Programs.co(
                          () -> {
                            await(yieldNow());
                            return EventLoop.current();
                          }));
          assertSame(hosted.loop(), await(inner));
          assertSame(outer, EventLoop.current());
          await(hosted.shutdown());
        });
  }

  @Test
  void aHostThatRunsTasksAtOnceIsNone() {
    EventLoop loop = settings().openOn(Runnable::run).loop();
    assertThrows(IllegalStateException.class, () -> loop.execute(() -> {}));
  }

  @Test
  void aBreachBetweenTurnsNamesBothThreads() throws Exception {
    ExecutorService host = Executors.newSingleThreadExecutor(r -> new Thread(r, "event thread"));
    try (EventLoop.Hosted hosted = settings().openOn(host)) {
      Promise<String> promise = hosted.loop().newPromise();
      Task<String> task = hosted.loop().start(Programs.co(() -> await(promise)));
      Future<?> turn = host.submit(() -> {});
      turn.get();
      String message =
          assertThrows(IllegalStateException.class, () -> promise.complete("value")).getMessage();
      assertTrue(message.contains("event thread"), message);
      assertTrue(message.contains(Thread.currentThread().getName()), message);
      in(
          host,
          () -> {
            promise.complete("value");
            return null;
          });
      assertEquals("value", task.join());
    } finally {
      host.shutdown();
    }
  }

  @Test
  void aHostThatFailsIsAHostThatEnds() {
    IllegalStateException broken = new IllegalStateException("the display is gone");
    Executor host =
        task -> {
          throw broken;
        };
    EventLoop.Hosted hosted = settings().openOn(host);
    hosted.loop().execute(() -> {});
    Throwable closing =
        assertThrows(CompletionException.class, () -> hosted.shutdown().join()).getCause();
    assertInstanceOf(RejectedExecutionException.class, closing);
    assertSame(broken, closing.getCause());
  }
}
