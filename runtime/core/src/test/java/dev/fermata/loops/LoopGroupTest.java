package dev.fermata.loops;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.LoopGroup;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.TurnOrder;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LoopGroupTest {
  private final List<ExceptionContext> reports = new CopyOnWriteArrayList<>();

  private EventLoop.Builder settings() {
    return EventLoop.builder()
        .name("crawl")
        .debug(true)
        .exceptionHandler((loop, context) -> reports.add(context));
  }

  private static Coroutine<EventLoop> whereItRuns() {
    return Programs.co(EventLoop::current);
  }

  /** A task that is there until {@code end} is done. */
  private static Task<Void> busy(EventLoop loop, Promise<Void> end) {
    return loop.start(Programs.act(() -> await(end)));
  }

  @Test
  void oneLoopAfterTheOther() {
    try (LoopGroup group = settings().openGroup(3)) {
      List<EventLoop> loops = group.loops();
      assertEquals(
          List.of("crawl-1", "crawl-2", "crawl-3"), loops.stream().map(EventLoop::name).toList());
      List<EventLoop> placed = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        placed.add(group.next().start(whereItRuns()).join());
      }
      List<EventLoop> twice = new ArrayList<>(loops);
      twice.addAll(loops);
      assertEquals(twice, placed);
    }
  }

  @Test
  void asManyAsCores() {
    try (LoopGroup group = LoopGroup.open()) {
      assertEquals(Runtime.getRuntime().availableProcessors(), group.loops().size());
    }
  }

  @Test
  void whereTheFewestTasksAre() {
    try (LoopGroup group = settings().openGroup(3)) {
      List<EventLoop> loops = group.loops();
      Promise<Void> end = loops.get(0).newPromise();
      List<Task<Void>> tasks = new ArrayList<>();
      tasks.add(busy(loops.get(0), end));
      tasks.add(busy(loops.get(0), end));
      tasks.add(busy(loops.get(2), end));
      assertSame(loops.get(1), group.leastLoaded());
      // Started and not begun, a task counts already.
      CountDownLatch held = new CountDownLatch(1);
      for (EventLoop loop : loops) {
        loop.execute(() -> awaitLatch(held));
      }
      List<Task<EventLoop>> placed = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        placed.add(group.start(whereItRuns()));
      }
      held.countDown();
      int[] counts = new int[3];
      for (Task<EventLoop> task : placed) {
        counts[loops.indexOf(task.join())]++;
      }
      assertEquals(List.of(2, 4, 3), List.of(counts[0], counts[1], counts[2]));
      loops.get(0).execute(() -> end.complete(null));
      tasks.forEach(Task::join);
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void oneKeyOneLoop() {
    try (LoopGroup group = settings().openGroup(4)) {
      int[] counts = new int[4];
      for (int key = 0; key < 400; key++) {
        EventLoop loop = group.forKey(16 * key);
        assertSame(loop, group.forKey(16 * key));
        counts[group.loops().indexOf(loop)]++;
      }
      for (int count : counts) {
        assertTrue(count > 50, "as few as " + count);
      }
      Set<EventLoop> used = new HashSet<>();
      for (String key : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
        used.add(group.forKey(key));
      }
      assertTrue(used.size() > 1);
    }
  }

  @Test
  void closingCancelsTasksWhoseCleanupMayAwaitAnotherLoop() {
    List<String> log = new CopyOnWriteArrayList<>();
    LoopGroup group = settings().openGroup(2);
    EventLoop first = group.loops().get(0);
    EventLoop second = group.loops().get(1);
    CountDownLatch waiting = new CountDownLatch(1);
    first.start(
        Programs.act(
            () -> {
              try {
                waiting.countDown();
                await(first.newPromise());
              } finally {
                // The other loop has nothing left, and still runs this.
                log.add(await(second.start(Programs.co(() -> "cleaned up there"))));
              }
            }));
    awaitLatch(waiting);
    group.close();
    group.close();
    assertEquals(List.of("cleaned up there"), log);
    assertTrue(first.isClosed());
    assertTrue(second.isClosed());
    assertThrows(RejectedExecutionException.class, () -> group.start(whereItRuns()));
    assertEquals(List.of(), reports);
  }

  /** Waits until it is cancelled; then cleans up with the help of another loop and its threads. */
  private static Coroutine<Void> cleanedUpBy(EventLoop other, int turns, List<String> log) {
    return Programs.act(
        () -> {
          try {
            await(EventLoop.current().newPromise());
          } finally {
            Coroutine<String> help =
                Programs.co(
                    () -> {
                      for (int i = 0; i < turns; i++) {
                        await(yieldNow());
                      }
                      return await(toThread(() -> "helped"));
                    });
            log.add(await(other.start(help)));
          }
        });
  }

  @Test
  void whatIsBegunInCleanupIsNotCancelledByTheShutdownOfAnotherLoop() {
    for (int round = 0; round < 20; round++) {
      List<String> log = new CopyOnWriteArrayList<>();
      LoopGroup group = settings().openGroup(3);
      List<EventLoop> loops = group.loops();
      List<Task<?>> tasks = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        tasks.add(loops.get(i % 3).start(cleanedUpBy(loops.get((i + 1) % 3), i % 7, log)));
      }
      // All have begun.
      loops.forEach(loop -> loop.start(whereItRuns()).join());
      group.close();
      assertEquals(Collections.nCopies(60, "helped"), log);
      tasks.forEach(task -> assertTrue(task.isCancelled()));
      assertEquals(List.of(), reports);
    }
  }

  @Test
  void aLoopWhoseThreadIsInterruptedEndsAlone() {
    LoopGroup group = settings().openGroup(2);
    EventLoop first = group.loops().get(0);
    EventLoop second = group.loops().get(1);
    Task<Void> left = first.start(Programs.act(() -> await(first.newPromise())));
    first.execute(() -> Thread.currentThread().interrupt());
    assertThrows(CancelledError.class, left::join);
    assertSame(second, second.start(whereItRuns()).join());
    group.close();
    assertTrue(first.isClosed());
    assertTrue(second.isClosed());
    assertEquals(List.of(), reports);
  }

  @Test
  void aLoopAwaitsTheEndOfAGroup() {
    Programs.run(
        () -> {
          LoopGroup group = settings().openGroup(2);
          Task<EventLoop> task = group.start(whereItRuns());
          assertTrue(group.loops().contains(await(task)));
          assertThrows(IllegalStateException.class, group::close);
          assertFalse(group.loops().get(0).isClosed());
          await(group.shutdown());
          assertTrue(group.loops().get(0).isClosed());
        });
  }

  @Test
  void aGroupThatEndsItself() {
    LoopGroup group = settings().openGroup(2);
    Task<Void> task =
        group.start(
            Programs.act(
                () -> {
                  assertThrows(IllegalStateException.class, group::close);
                  await(group.shutdown());
                }));
    assertThrows(CancelledError.class, task::join);
    group.close();
  }

  @Test
  void somethingFatalClosesOneLoop() {
    LoopGroup group = settings().openGroup(2);
    OutOfMemoryError fatal = new OutOfMemoryError("not really");
    CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    EventLoop first = group.loops().get(0);
    first
        .start(
            Programs.act(
                () -> {
                  EventLoop.current()
                      .callSoon(
                          () ->
                              Thread.currentThread()
                                  .setUncaughtExceptionHandler((t, e) -> uncaught.complete(e)));
                  await(yieldNow());
                }))
        .join();
    Task<Void> left = first.start(Programs.act(() -> await(first.newPromise())));
    first.start(
        Programs.act(
            () -> {
              throw fatal;
            }));
    assertThrows(CancelledError.class, left::join);
    EventLoop second = group.loops().get(1);
    assertSame(second, second.start(whereItRuns()).join());
    CompletableFuture<Void> ended = group.shutdown();
    assertSame(fatal, assertThrows(CompletionException.class, ended::join).getCause());
    assertSame(fatal, uncaught.join());
    assertSame(fatal, assertThrows(OutOfMemoryError.class, group::close));
  }

  @Test
  void whatIsForOneLoopOnly() {
    assertThrows(IllegalArgumentException.class, () -> LoopGroup.open(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> EventLoop.builder().clock(Clock.virtual()).openGroup(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> EventLoop.builder().order(TurnOrder.shuffled(1)).openGroup(1));
  }

  @Test
  void blockingCallsAreEndedWithTheLoops() {
    LoopGroup group = settings().executorTimeout(Duration.ofDays(1)).openGroup(1);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    List<String> log = new CopyOnWriteArrayList<>();
    EventLoop loop = group.next();
    Task<Object> task =
        loop.start(
            Programs.co(
                () ->
                    await(
                        Coroutines.shield(
                            start(
                                toThread(
                                    () -> {
                                      running.countDown();
                                      while (end.getCount() > 0) {
                                        try {
                                          end.await();
                                        } catch (InterruptedException stubborn) {
                                          interrupted.countDown();
                                        }
                                      }
                                      // While its calls go on, so does the loop.
                                      CompletableFuture<Void> called = new CompletableFuture<>();
                                      loop.execute(() -> called.complete(null));
                                      called.join();
                                      return log.add("the loop goes on");
                                    }))))));
    awaitLatch(running);
    CompletableFuture<Void> ended = group.shutdown();
    assertThrows(CancelledError.class, task::join);
    awaitLatch(interrupted);
    end.countDown();
    ended.join();
    assertEquals(List.of("the loop goes on"), log);
    assertEquals(List.of(), reports);
  }
}
