package dev.fermata.loops;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncBlock;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Coroutines;
import dev.fermata.Deferred;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.LoopGroup;
import dev.fermata.Outcome;
import dev.fermata.Promise;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks of one loop that await what belongs to another one. */
class CrossLoopTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<ExceptionContext> reports = new CopyOnWriteArrayList<>();
  private final LoopGroup group =
      EventLoop.builder()
          .debug(true)
          .exceptionHandler((loop, context) -> reports.add(context))
          .openGroup(2);
  private final EventLoop there = group.loops().get(0);
  private final EventLoop here = group.loops().get(1);

  @AfterEach
  void close() {
    group.close();
    assertEquals(List.of(), reports);
  }

  /** Runs a body on the loop that is here. */
  private <T> T onHere(AsyncBlock<T> body) {
    return here.start(Programs.co(body)).join();
  }

  /** Has the loop that is there do all that it was given before. */
  private void flush(EventLoop loop) {
    CountDownLatch done = new CountDownLatch(1);
    loop.execute(done::countDown);
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Has both loops exchange all that they have to say to each other. */
  private void settle() {
    for (int i = 0; i < 4; i++) {
      flush(here);
      flush(there);
    }
  }

  /** Starts a task here that awaits {@code source}, and waits until it does. */
  private <T> Task<T> waiter(Deferred<T> source) {
    Task<T> task = here.start(Programs.co(() -> await(source)));
    settle();
    return task;
  }

  private void cancel(Task<?> task, String message) {
    task.loop().execute(() -> task.cancel(message));
  }

  @Test
  void aValueComesToTheThreadOfTheWaiterWithAllThatWasBefore() {
    int[] written = new int[1];
    Promise<String> promise = there.newPromise();
    Task<Void> waiting =
        here.start(
            Programs.act(
                () -> {
                  assertEquals("value", await(promise));
                  assertEquals(7, written[0]);
                  assertSame(here, EventLoop.current());
                  assertEquals(here.name(), threadOf(here));
                }));
    settle();
    there.execute(
        () -> {
          written[0] = 7;
          promise.complete("value");
        });
    waiting.join();
    assertSame(there, promise.loop());
  }

  private static String threadOf(EventLoop loop) {
    CompletableFuture<String> name = new CompletableFuture<>();
    loop.callSoon(() -> name.complete(Thread.currentThread().getName()));
    await(yieldNow());
    await(yieldNow());
    return name.join();
  }

  @Test
  void aFailureComesAsItIs() {
    Promise<String> promise = there.newPromise();
    Task<String> waiting = waiter(promise);
    there.execute(() -> promise.fail(new IllegalArgumentException("no")));
    assertEquals("no", assertThrows(IllegalArgumentException.class, waiting::join).getMessage());
  }

  @Test
  void aCancellationComesAsOne() {
    Promise<String> promise = there.newPromise();
    Task<String> waiting = waiter(promise);
    there.execute(() -> promise.cancel("enough"));
    assertEquals("enough", assertThrows(CancelledError.class, waiting::join).getMessage());
    assertTrue(waiting.isCancelled());
  }

  @Test
  void whatIsDoneIsThereAtOnce() {
    Promise<String> value = there.newPromise();
    Promise<String> failure = there.newPromise();
    Promise<String> cancelled = there.newPromise();
    there.execute(() -> value.complete("value"));
    there.execute(() -> failure.fail(new IllegalArgumentException("no")));
    there.execute(() -> cancelled.cancel("enough"));
    flush(there);
    onHere(
        () -> {
          int[] turns = new int[1];
          here.callSoon(() -> turns[0]++);
          assertEquals("value", await(value));
          assertThrows(IllegalArgumentException.class, () -> await(failure));
          assertThrows(CancelledError.class, () -> await(cancelled));
          assertEquals(0, turns[0]);
          return null;
        });
  }

  @Test
  void cancellingTheWaiterCancelsAPromise() {
    Promise<String> promise = there.newPromise();
    Task<String> waiting = waiter(promise);
    cancel(waiting, "enough");
    assertEquals("enough", assertThrows(CancelledError.class, waiting::join).getMessage());
    settle();
    assertTrue(promise.isCancelled());
  }

  @Test
  void theWaiterNeedNotWaitForALoopThatIsBusyToBeCancelled() {
    Promise<String> promise = there.newPromise();
    Task<String> waiting = waiter(promise);
    CountDownLatch busy = new CountDownLatch(1);
    there.execute(() -> awaitLatch(busy));
    cancel(waiting, "enough");
    assertThrows(CancelledError.class, waiting::join);
    assertFalse(promise.isDone());
    busy.countDown();
    settle();
    assertTrue(promise.isCancelled());
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void cancellingTheWaiterCancelsATaskAndWaitsForItsCleanup() {
    List<String> log = new CopyOnWriteArrayList<>();
    Promise<Void> cleanup = there.newPromise();
    Task<String> task =
        there.start(
            Programs.co(
                () -> {
                  try {
                    return await(there.<String>newPromise());
                  } catch (CancelledError error) {
                    log.add(error.getMessage());
                    await(cleanup);
                    log.add("cleaned up");
                    throw error;
                  }
                }));
    Task<String> waiting = waiter(task);
    cancel(waiting, "enough");
    settle();
    assertFalse(waiting.isDone());
    there.execute(() -> cleanup.complete(null));
    assertEquals("enough", assertThrows(CancelledError.class, waiting::join).getMessage());
    assertEquals(List.of("enough", "cleaned up"), log);
    assertTrue(task.isCancelled());
  }

  @Test
  void aTaskThatRefusesGivesItsValue() {
    Task<String> task =
        there.start(
            Programs.co(
                () -> {
                  try {
                    return await(there.<String>newPromise());
                  } catch (CancelledError refused) {
                    return "refused";
                  }
                }));
    Task<String> waiting = waiter(task);
    cancel(waiting, "enough");
    assertEquals("refused", waiting.join());
    assertFalse(waiting.isCancelled());
  }

  @Test
  void aCancellationIsNotLostThoughTheTaskWasDoneBefore() {
    Promise<Void> go = there.newPromise();
    Task<String> value = there.start(Programs.co(() -> valueAfter(go)));
    Task<String> failure =
        there.start(
            Programs.co(
                () -> {
                  await(go);
                  throw new IllegalArgumentException("no");
                }));
    Task<String> first = waiter(value);
    Task<String> second = waiter(failure);
    here.execute(
        () -> { // the answer of the other loop has come, but has not had its turn
          there.execute(() -> go.complete(null));
          flush(there);
          flush(there);
          flush(there);
          assertTrue(value.isDone());
          assertTrue(failure.isDone());
          first.cancel("too late");
          second.cancel("too late");
        });
    assertEquals("too late", assertThrows(CancelledError.class, first::join).getMessage());
    CancelledError error = assertThrows(CancelledError.class, second::join);
    assertInstanceOf(IllegalArgumentException.class, error.getSuppressed()[0]);
  }

  private static String valueAfter(Deferred<Void> go) {
    await(go);
    return "value";
  }

  @Test
  void severalWaitersInOrder() {
    Promise<String> promise = there.newPromise();
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Task<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      waiting.add(
          here.start(
              Programs.co(
                  () -> {
                    await(promise);
                    return order.add(number);
                  })));
    }
    settle();
    there.execute(() -> promise.complete("value"));
    waiting.forEach(Task::join);
    assertEquals(List.of(0, 1, 2, 3, 4), order);
  }

  @Test
  void gatherOverLoops() {
    Promise<String> a = there.newPromise();
    Promise<String> b = here.newPromise();
    Task<List<String>> all =
        here.start(Programs.co(() -> await(gather(a, b, Programs.co(() -> "c"), a))));
    settle();
    there.execute(() -> a.complete("a"));
    here.execute(() -> b.complete("b"));
    assertEquals(List.of("a", "b", "c", "a"), all.join());
  }

  @Test
  void cancellingAGatherCancelsOverLoops() {
    Promise<String> a = there.newPromise();
    Task<String> b = there.start(Programs.co(() -> await(there.<String>newPromise())));
    Task<List<Outcome<String>>> all = here.start(Programs.co(() -> await(gatherSettled(a, b))));
    settle();
    cancel(all, "enough");
    assertThrows(CancelledError.class, all::join);
    assertTrue(b.isCancelled());
    settle();
    assertTrue(a.isCancelled());
  }

  @Test
  void shieldOverLoops() {
    Promise<String> promise = there.newPromise();
    Task<String> shielded = here.start(Programs.co(() -> await(shield(promise))));
    settle();
    cancel(shielded, "enough");
    assertThrows(CancelledError.class, shielded::join);
    settle();
    assertFalse(promise.isDone());
    there.execute(() -> promise.complete("value"));
    assertEquals("value", promise.join());
  }

  @Test
  void waitForOverLoops() {
    Promise<String> never = there.newPromise();
    Promise<String> soon = there.newPromise();
    Task<String> inTime = here.start(Programs.co(() -> await(waitFor(soon, HOUR))));
    Task<String> late = here.start(Programs.co(() -> await(waitFor(never, Duration.ofNanos(1)))));
    assertThrows(AsyncTimeoutException.class, late::join);
    settle();
    assertTrue(never.isCancelled());
    there.execute(() -> soon.complete("value"));
    assertEquals("value", inTime.join());
    Promise<String> other = there.newPromise();
    assertThrows(
        AsyncTimeoutException.class, () -> onHere(() -> await(waitFor(other, Duration.ZERO))));
    assertEquals("value", onHere(() -> await(waitFor(soon, Duration.ZERO))));
  }

  @Test
  void waitOverLoops() {
    Promise<String> a = there.newPromise();
    Promise<String> b = there.newPromise();
    Promise<String> c = here.newPromise();
    Task<Tasks.Waited<Promise<String>>> first =
        here.start(
            Programs.co(() -> await(Tasks.wait(List.of(a, b, c), ReturnWhen.FIRST_COMPLETED))));
    settle();
    there.execute(() -> b.complete("b"));
    Tasks.Waited<Promise<String>> waited = first.join();
    assertEquals(List.of(b), List.copyOf(waited.done()));
    assertEquals(List.of(a, c), List.copyOf(waited.pending()));
    there.execute(() -> a.complete("a"));
    here.execute(() -> c.complete("c"));
    settle();
  }

  @Test
  void aFailureThatIsWaitedForIsReportedUnlessSomebodyAsks() {
    Task<String> asked = there.start(Programs.co(() -> fail("asked")));
    Task<String> unasked = there.start(Programs.co(() -> fail("unasked")));
    onHere(() -> await(Tasks.wait(List.of(asked, unasked), ReturnWhen.ALL_COMPLETED)));
    assertEquals("asked", asked.exception().getMessage());
    group.close();
    assertEquals(
        List.of("unasked"),
        reports.stream().map(report -> report.exception().getMessage()).toList());
    reports.clear();
    assertTrue(unasked.isDone());
  }

  private static String fail(String message) {
    throw new IllegalArgumentException(message);
  }

  @Test
  void aLoopThatIsClosedBefore() {
    EventLoop.Runner runner = EventLoop.builder().open();
    Promise<String> pending = runner.loop().newPromise();
    Promise<String> done = runner.loop().newPromise();
    done.complete("value");
    Task<String> failed = runner.run(Programs.co(() -> start(Programs.co(() -> fail("no")))));
    runner.run(Programs.act(() -> assertThrows(RuntimeException.class, () -> await(failed))));
    runner.close();
    assertClosed(waiter(pending));
    assertEquals("value", waiter(done).join());
    assertThrows(IllegalArgumentException.class, waiter(failed)::join);
  }

  private static void assertClosed(Task<?> waiting) {
    String message = assertThrows(IllegalStateException.class, waiting::join).getMessage();
    assertTrue(message.contains("was closed before Promise[pending] was done"), message);
  }

  @Test
  void aLoopThatIsClosedMeanwhile() {
    EventLoop.Runner runner = EventLoop.builder().open();
    Promise<String> pending = runner.loop().newPromise();
    Promise<String> arriving = runner.loop().newPromise();
    Task<String> registered = waiter(pending);
    runner.run(Programs.act(() -> await(yieldNow())));
    settle();
    Task<String> inInbox = waiter(arriving);
    CompletableFuture<String> future = pending.toCompletableFuture();
    runner.close();
    assertClosed(registered);
    assertClosed(inInbox);
    assertInstanceOf(
        IllegalStateException.class,
        assertThrows(ExecutionException.class, future::get).getCause());
  }

  @Test
  void whatHasComeButHadNoTurnWhenTheLoopIsClosed() {
    EventLoop.Runner runner = EventLoop.builder().open();
    Promise<String> pending = runner.loop().newPromise();
    CompletableFuture<CompletableFuture<String>> future = new CompletableFuture<>();
    Task<String> waiting =
        runner.run(
            Programs.co(
                () -> {
                  Task<String> task = here.start(Programs.co(() -> await(pending)));
                  here.execute(() -> future.complete(pending.toCompletableFuture()));
                  settle(); // both are in the inbox; this step ends the program
                  return task;
                }));
    runner.close();
    assertClosed(waiting);
    assertThrows(ExecutionException.class, () -> future.join().get());
  }

  @Test
  void aTaskThatComesWhenItsLoopIsClosedIsCancelled() {
    EventLoop.Runner runner = EventLoop.builder().open();
    List<String> log = new ArrayList<>();
    Task<Integer> task =
        CompletableFuture.supplyAsync(
                () -> runner.loop().start(Programs.co(() -> log.add("ran") ? 1 : 0)))
            .join();
    runner.close();
    assertTrue(task.isCancelled());
    CancelledError cancelled = assertThrows(CancelledError.class, task::join);
    assertSame(Cancellation.Source.SHUTDOWN, cancelled.cancellation().source());
    assertEquals(List.of(), log);
    assertThrows(RejectedExecutionException.class, () -> runner.loop().start(Coroutines.done(1)));
  }

  @Test
  void cancellingWhileTheOtherLoopCloses() {
    EventLoop.Runner runner = EventLoop.builder().open();
    Task<String> task =
        runner.run(Programs.co(() -> start(Programs.co(() -> await(promiseHere())))));
    Task<String> waiting = waiter(task);
    runner.run(Programs.act(() -> await(yieldNow())));
    CountDownLatch answered = new CountDownLatch(1);
    here.execute(
        () -> {
          awaitLatch(answered);
          waiting.cancel("too late");
        });
    runner.close();
    answered.countDown();
    assertTrue(assertThrows(CancelledError.class, waiting::join).getMessage() != null);
  }

  private static Promise<String> promiseHere() {
    return EventLoop.current().newPromise();
  }

  @Test
  void tasksThatAwaitEachOtherOverLoopsCanBeCancelled() {
    CompletableFuture<Task<String>> second = new CompletableFuture<>();
    Task<String> first = here.start(Programs.co(() -> await(second.join())));
    second.complete(there.start(Programs.co(() -> await(first))));
    Task<String> outside = waiter(first);
    settle();
    cancel(outside, "cut");
    assertThrows(CancelledError.class, outside::join);
    assertThrows(CancelledError.class, first::join);
    assertThrows(CancelledError.class, () -> second.join().join());
    settle();
  }

  @Test
  void aBreachNamesBothThreads() {
    Promise<String> promise = there.newPromise();
    Task<String> task = there.start(Programs.co(() -> await(promise)));
    settle();
    for (Runnable breach :
        List.<Runnable>of(
            () -> promise.complete("value"),
            () -> promise.fail(new IllegalArgumentException()),
            promise::cancel,
            task::cancel,
            task::uncancel,
            () -> promise.onDone(done -> {}),
            () -> there.callSoon(() -> {}),
            () -> there.callLater(HOUR, () -> {}))) {
      String message = assertThrows(IllegalStateException.class, breach::run).getMessage();
      assertTrue(message.contains("the thread " + Thread.currentThread().getName()), message);
      assertTrue(message.contains("the thread " + there.name()), message);
    }
    assertNull(onHere(() -> null));
    there.execute(() -> promise.complete("value"));
    assertEquals("value", task.join());
  }
}
