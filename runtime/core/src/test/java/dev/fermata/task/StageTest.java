package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.CancelledError;
import dev.fermata.DeadlockException;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import dev.fermata.machine.Stages;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void whatIsDoneTakesNoTurn() {
    Programs.run(
        () -> {
          boolean[] turn = {false};
          EventLoop.current().callSoon(() -> turn[0] = true);
          assertEquals(1, await(completedFuture(1)));
          assertNull(await(completedFuture(null)));
          assertEquals(2, await(completedFuture(2).minimalCompletionStage()));
          assertEquals(false, turn[0]);
        });
  }

  @Test
  void failuresAreUnwrapped() {
    IOException failure = new IOException();
    Programs.run(
        () -> {
          assertSame(failure, assertThrows(IOException.class, () -> await(failedFuture(failure))));
          CompletableFuture<Object> mapped = failedFuture(failure).thenApply(value -> value);
          assertSame(failure, assertThrows(IOException.class, () -> await(mapped)));
          CompletableFuture<Object> later = new CompletableFuture<>();
          EventLoop.current().callSoon(() -> later.completeExceptionally(failure));
          assertSame(
              failure,
              assertThrows(IOException.class, () -> await(later.thenApply(value -> value))));
          CompletionException bare = new CompletionException("no cause", null);
          assertSame(
              bare, assertThrows(CompletionException.class, () -> await(failedFuture(bare))));
        });
  }

  @Test
  void aStageThatWasCancelledCancelsItsWaiter() {
    Programs.run(
        () -> {
          CompletableFuture<Object> stage = new CompletableFuture<>();
          Task<Object> task = start(Programs.co(() -> await(stage)));
          await(yieldNow());
          stage.cancel(true);
          CancelledError error = assertThrows(CancelledError.class, () -> await(task));
          assertTrue(error.getCause() instanceof CancellationException);
          assertTrue(task.isCancelled());
        });
  }

  @Test
  void cancellingTheTaskCancelsTheStage() {
    Programs.run(
        () -> {
          CompletableFuture<Object> stage = new CompletableFuture<>();
          Task<Object> task = start(Programs.co(() -> await(stage)));
          await(yieldNow());
          task.cancel("stop");
          assertTrue(stage.isCancelled());
          assertEquals("stop", assertThrows(CancelledError.class, () -> await(task)).getMessage());
        });
  }

  /** A stage of somebody else, which calls back as it likes. */
  private static final class Odd extends CompletableFuture<Object> {
    private final boolean atOnce;
    private BiConsumer<? super Object, ? super Throwable> callback;

    Odd(boolean atOnce) {
      this.atOnce = atOnce;
    }

    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super Throwable> action) {
      callback = action;
      if (atOnce) {
        callTwice();
      }
      return this;
    }

    void callTwice() {
      callback.accept("first", null);
      callback.accept("second", null);
    }
  }

  @Test
  void aStageMayCallBackWhileItIsAsked() {
    Programs.run(() -> assertEquals("first", await((CompletionStage<Object>) new Odd(true))));
  }

  @Test
  void aStageMayCallBackTwice() {
    Programs.run(
        () -> {
          Odd odd = new Odd(false);
          EventLoop.current().callSoon(odd::callTwice);
          assertEquals("first", await((CompletionStage<Object>) odd));
          await(yieldNow());
        });
  }

  /** Awaits many stages, one after the other, that other threads complete at any moment. */
  private static final class AwaitAll extends Frame<Integer> {
    private static final int ROUNDS = 20_000;

    private final ExecutorService threads;
    private int round;
    private int sum;

    AwaitAll(ExecutorService threads) {
      this.threads = threads;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (failure != null) {
        throw failure;
      }
      Object value = awaited;
      if (state == 1) {
        sum += (Integer) value;
      }
      state = 1;
      while (round < ROUNDS) {
        int number = round++ & 7;
        CompletableFuture<Integer> stage =
            CompletableFuture.supplyAsync(
                () -> {
                  for (int i = ThreadLocalRandom.current().nextInt(200); i > 0; i--) {
                    Thread.onSpinWait();
                  }
                  return number;
                },
                threads);
        value = execution.await(stage, this);
        if (value == Machine.SUSPENDED) {
          return value;
        }
        sum += (Integer) value;
      }
      return sum;
    }
  }

  @Test
  void completionsFromOtherThreadsAreNeitherLostNorDoubled() {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      int expected = AwaitAll.ROUNDS / 8 * 28;
      assertEquals(expected, EventLoop.run(new AwaitAll(threads)).intValue());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aStageMethodRunsAtOnceUntilItWaits() {
    Programs.run(
        () -> {
          StringBuilder log = new StringBuilder();
          CompletableFuture<Integer> complete =
              Stages.start(
                  Programs.co(
                      () -> {
                        log.append('a');
                        return 1;
                      }));
          log.append('b');
          assertTrue(complete.isDone());
          CompletableFuture<Integer> waiting =
              Stages.start(
                  Programs.co(
                      () -> {
                        log.append('c');
                        await(yieldNow());
                        log.append('e');
                        return 2;
                      }));
          log.append('d');
          assertEquals(2, await(waiting));
          assertEquals("abcde", log.toString());
        });
  }

  @Test
  void stageMethodsMayNest() {
    class Nest extends Frame<Integer> {
      private final int depth;

      Nest(int depth) {
        this.depth = depth;
      }

      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        if (state++ == 0) {
          if (depth == 0) {
            return 0;
          }
          awaited = execution.await(Stages.start(new Nest(depth - 1)), this);
          if (awaited == SUSPENDED) {
            return SUSPENDED;
          }
        }
        return (Integer) awaited + 1;
      }
    }
    assertEquals(10_000, Programs.run(new Nest(10_000)).intValue());
  }

  @Test
  void outsideALoopAStageMethodRunsOnASharedOne() throws Exception {
    CompletableFuture<String> future =
        Stages.start(
            Programs.co(
                () -> {
                  await(yieldNow());
                  return EventLoop.current().name();
                }));
    assertEquals("fermata-shared", future.get());
    CompletableFuture<Object> failing =
        Stages.start(
            Programs.co(
                () -> {
                  throw new IOException("in the body");
                }));
    assertTrue(
        assertThrows(ExecutionException.class, failing::get).getCause() instanceof IOException);
  }

  @Test
  void cancellingTheFutureCancelsTheTask() {
    Programs.run(
        () -> {
          boolean[] cancelled = {false};
          CompletableFuture<Object> future =
              Stages.start(
                  Programs.co(
                      () -> {
                        try {
                          return await(EventLoop.current().newPromise());
                        } catch (CancelledError error) {
                          cancelled[0] = true;
                          throw error;
                        }
                      }));
          future.cancel(true);
          await(yieldNow());
          await(yieldNow());
          assertTrue(cancelled[0]);
        });
  }

  @Test
  void aStageThatFailsToBeCancelled() {
    List<ExceptionContext> reports = new ArrayList<>();
    RuntimeException broken = new UnsupportedOperationException("toCompletableFuture");
    RuntimeException worse = new IllegalStateException("cancel");
    for (RuntimeException failure : List.of(broken, worse)) {
      CompletableFuture<Object> stage =
          new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean interrupt) {
              throw failure;
            }
          };
      Programs.run(
          Programs.act(
              () -> {
                Task<Object> task = start(Programs.co(() -> await(stage)));
                await(yieldNow());
                assertTrue(task.cancel());
                assertThrows(CancelledError.class, () -> await(task));
              }),
          reports);
    }
    assertEquals(1, reports.size());
    assertSame(worse, reports.get(0).exception());
  }

  @Test
  void virtualTimeGoesOnForWhatIsMadeOfAFutureOfTheLoop() {
    Programs.run(
        () -> {
          CompletableFuture<String> hour =
              start(
                      Programs.co(
                          () -> {
                            await(sleep(Duration.ofHours(1)));
                            return "an hour";
                          }))
                  .toCompletableFuture();
          assertEquals("an hour!", await(hour.thenApply(text -> text + "!").copy()));
          assertEquals("an hour", await(hour.thenApply(text -> text)));
          CompletableFuture<String> outside = new CompletableFuture<>();
          CompletableFuture<String> second =
              start(sleep(Duration.ofHours(1))).toCompletableFuture().thenCompose(v -> outside);
          // As long as the second part is under way, time goes on as it does outside.
          EventLoop.current()
              .callLater(
                  Duration.ofHours(1).plusMillis(1),
                  () -> new Thread(() -> outside.complete("done")).start());
          assertEquals("done", await(second));
          Task<Void> waiting =
              start(
                  Programs.act(
                      () -> await(start(sleep(Duration.ofHours(9))).toCompletableFuture().copy())));
          await(sleep(Duration.ofHours(1)));
          waiting.cancel();
          assertThrows(CancelledError.class, () -> await(waiting));
          assertEquals(
              Duration.ofHours(3).toHours(),
              Duration.ofNanos(EventLoop.current().time()).toHours());
        });
  }

  @Test
  void whatIsMadeOfAFutureThatNothingWillCompleteIsADeadlock() {
    assertThrows(
        DeadlockException.class,
        () ->
            Programs.run(
                () ->
                    await(
                        EventLoop.current()
                            .newPromise()
                            .toCompletableFuture()
                            .thenApply(value -> value))));
  }
}
