package dev.fermata.body;

import static dev.fermata.Coroutines.async;
import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.emitAll;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.DeadlockException;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class OriginalBodyTest {
  private final List<Object> log = new ArrayList<>();

  @Test
  void wordsOutsideABodyNameTheClassToUse() {
    IllegalStateException failure = assertThrows(IllegalStateException.class, () -> await(done(1)));
    assertTrue(
        failure.getMessage().contains("dev.fermata.body.AsyncOriginalBodyTest"),
        failure.getMessage());
    IllegalStateException nested =
        assertThrows(IllegalStateException.class, () -> new Nested().use());
    assertTrue(
        nested.getMessage().contains("dev.fermata.body.AsyncOriginalBodyTest_Nested"),
        nested.getMessage());
    assertThrows(IllegalStateException.class, () -> emit(1));
    assertThrows(IllegalStateException.class, () -> emitAll(Coroutines.<Object>end()));
    assertThrows(IllegalStateException.class, () -> awaitEach(Coroutines.<Object>end()));
    assertThrows(IllegalStateException.class, () -> async(() -> 1));
    assertThrows(IllegalStateException.class, () -> ((AsyncCloseable) () -> done()).close());
  }

  @Test
  void wordsInASubclassOfTheUsersClassNameTheClassToExtend() {
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> new Heir().inherit());
    assertTrue(
        failure
            .getMessage()
            .endsWith(
                "let dev.fermata.body.OriginalBodyTest$Heir extend"
                    + " dev.fermata.body.AsyncOriginalBodyTest_Ancestor instead of"
                    + " dev.fermata.body.OriginalBodyTest.Ancestor"),
        failure.getMessage());
  }

  private static class Ancestor {
    void use() {
      await(done(1));
    }
  }

  private static final class Heir extends Ancestor {
    void inherit() {
      super.use();
    }
  }

  private static final class Nested {
    void use() {
      Runnable inLambda = () -> await(done(1));
      inLambda.run();
    }
  }

  @Test
  void wordsInACallbackAreOutside() {
    Programs.run(
        () -> {
          EventLoop.current()
              .callSoon(
                  () -> log.add(assertThrows(IllegalStateException.class, () -> await(done()))));
          await(yieldNow());
        });
    assertEquals(1, log.size());
  }

  @Test
  void aBodyIsInItsTaskAndLoop() {
    Programs.run(
        () -> {
          Task<?> task = Tasks.current();
          EventLoop loop = EventLoop.current();
          await(
              Programs.act(
                  () -> {
                    assertSame(task, Tasks.current());
                    assertSame(loop, EventLoop.current());
                    await(yieldNow());
                    assertSame(task, Tasks.current());
                  }));
        });
  }

  @Test
  void theStackOfATaskIsThatOfTheUsersOwnLines() {
    Programs.run(
        () -> {
          Task<Void> task = start(Programs.act(() -> sleepInAMethod()));
          await(yieldNow());
          List<StackTraceElement> stack = task.stack();
          assertEquals("sleep", stack.get(0).getMethodName());
          assertEquals("sleepInAMethod", stack.get(1).getMethodName());
          assertTrue(stack.get(1).getLineNumber() > 0);
          await(task);
        });
  }

  private static void sleepInAMethod() {
    await(sleep(Duration.ofSeconds(1)));
  }

  @Test
  void whatABodyReturnsIsAwaited() {
    Coroutine<Integer> tail =
        Bodies.coroutine(
            Programs.BODY,
            () ->
                Programs.co(
                    () -> {
                      await(yieldNow());
                      return 3;
                    }));
    assertEquals(3, Programs.run(tail).intValue());
    CompletableFuture<Integer> later = new CompletableFuture<>();
    Coroutine<Integer> stage =
        Bodies.stage(
            Programs.BODY,
            () -> {
              EventLoop.current().callSoon(() -> later.complete(4));
              return later;
            });
    assertEquals(4, Programs.run(stage).intValue());
    assertThrows(
        NullPointerException.class,
        () -> Programs.run(Bodies.coroutine(Programs.BODY, () -> null)));
  }

  @Test
  void blocksRunAsCoroutines() {
    Programs.run(
        () -> {
          Coroutine<Integer> block =
              async(
                  () -> {
                    await(yieldNow());
                    return 5;
                  });
          assertEquals(5, await(block));
          await(async(() -> log.add("action")));
          Coroutine<Void> failing =
              async(
                  () -> {
                    await(yieldNow());
                    throwIo();
                  });
          assertThrows(IOException.class, () -> await(failing));
        });
    assertEquals(List.of("action"), log);
  }

  private static void throwIo() throws IOException {
    throw new IOException("from a block");
  }

  @Test
  void aCheckedExceptionIsThrownAsItIs() {
    Programs.run(
        () -> {
          Coroutine<Void> failing = Programs.act(OriginalBodyTest::throwIo);
          try {
            await(failing, IOException.class);
          } catch (IOException e) {
            log.add(e.getMessage());
          }
        });
    assertEquals(List.of("from a block"), log);
  }

  /** Counts without end, and says when it is closed. */
  private AsyncGenerator<Integer> endless() {
    return Programs.gen(
        () -> {
          try {
            for (int i = 0; ; i++) {
              await(yieldNow());
              emit(i);
            }
          } finally {
            await(yieldNow());
            log.add("closed");
          }
        });
  }

  @Test
  void aLoopThatIsLeftClosesItsSource() {
    Programs.run(
        () -> {
          try (var each = Bodies.each(endless())) {
            for (int i : each) {
              if (i == 2) {
                break;
              }
              log.add(i);
            }
          }
          log.add("after");
        });
    assertEquals(List.of(0, 1, "closed", "after"), log);
  }

  @Test
  void emitAllPassesOnAndCloses() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> outer =
              Programs.gen(
                  () -> {
                    emit(-1);
                    emitAll(endless());
                  });
          for (int i = 0; i < 3; i++) {
            assertTrue(await(outer.moveNext()));
            log.add(outer.current());
          }
          await(outer.closeAsync());
          assertFalse(await(outer.moveNext()));
        });
    assertEquals(List.of(-1, 0, 1, "closed"), log);
  }

  @Test
  void emitIsForGenerators() {
    Programs.run(() -> assertThrows(IllegalStateException.class, () -> emit(1)));
  }

  /** Yields a failure of closing. */
  private static final class Stubborn
      implements AsyncIterable<String>, AsyncIterator<String>, AsyncCloseable {
    @Override
    public AsyncIterator<String> iterator() {
      return this;
    }

    @Override
    public Awaitable<Boolean> moveNext() {
      return done(true);
    }

    @Override
    public String current() {
      return "same";
    }

    @Override
    public Coroutine<Void> closeAsync() {
      return Programs.act(
          () -> {
            throw new IOException("close");
          });
    }
  }

  @Test
  void aFailureOfClosingIsSuppressedByThatOfTheLoop() {
    Programs.run(
        () -> {
          IllegalArgumentException failure =
              assertThrows(
                  IllegalArgumentException.class,
                  () -> {
                    try (var each = Bodies.each(new Stubborn())) {
                      for (String value : each) {
                        throw new IllegalArgumentException(value);
                      }
                    }
                  });
          assertEquals("close", failure.getSuppressed()[0].getMessage());
        });
  }

  @Test
  void publishersAreWalkedThrough() {
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
    EventLoop.run(
        Programs.act(
            () -> {
              Task<Void> reader =
                  start(
                      Programs.act(
                          () -> {
                            for (int value : Bodies.<Integer>each(publisher)) {
                              log.add(value);
                            }
                            log.add("end");
                          }));
              await(yieldNow());
              await(yieldNow());
              for (int i = 0; i < 100; i++) {
                publisher.submit(i);
              }
              publisher.close();
              await(reader);
            }));
    assertEquals(101, log.size());
    assertEquals("end", log.get(100));
  }

  /** Publishes 0, 1, … as they are asked for, from other threads. */
  private final class Numbers implements Flow.Publisher<Integer> {
    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;

            @Override
            public void request(long count) {
              log.add("asked for " + count);
              int value = next++;
              new Thread(() -> subscriber.onNext(value)).start();
            }

            @Override
            public void cancel() {
              log.add("cancelled");
            }
          });
    }
  }

  @Test
  void leavingALoopOverAPublisherCancelsTheSubscription() {
    EventLoop.run(
        Programs.act(
            () -> {
              try (var each = Bodies.<Integer>each(new Numbers())) {
                for (int value : each) {
                  log.add(value);
                  if (value == 1) {
                    break;
                  }
                }
              }
              log.add("after");
            }));
    assertEquals(List.of("asked for 1", 0, "asked for 1", 1, "cancelled", "after"), log);
  }

  @Test
  void aPublisherThatFailsFailsTheLoop() {
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
    EventLoop.run(
        Programs.act(
            () -> {
              EventLoop.current()
                  .callLater(
                      Duration.ofMillis(1),
                      () -> publisher.closeExceptionally(new IOException("published")));
              assertThrows(
                  IOException.class,
                  () -> {
                    for (int value : Bodies.<Integer>each(publisher)) {
                      log.add(value);
                    }
                  });
            }));
    assertEquals(List.of(), log);
  }

  @Test
  void bodiesOfALoopThatIsGivenUpAreUnwound() {
    assertThrows(
        DeadlockException.class,
        () ->
            Programs.run(
                () -> {
                  start(
                      Programs.act(
                          () -> {
                            while (true) {
                              try {
                                await(EventLoop.current().newPromise());
                              } catch (Throwable refused) {
                                log.add(refused.getClass().getSimpleName());
                                if (log.size() == 3) {
                                  throw refused;
                                }
                              }
                            }
                          }));
                  await(EventLoop.current().newPromise());
                }));
    // The shutdown has cancelled it; it went on waiting, so nothing could end it but its unwinding.
    assertEquals(List.of("CancelledError", "Abandoned", "Abandoned"), log);
  }

  @Test
  void anInterruptStaysWithTheBody() {
    Programs.run(
        () -> {
          Thread.currentThread().interrupt();
          await(sleep(Duration.ofSeconds(1)));
          assertTrue(Thread.interrupted());
        });
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void bodiesAreUnwoundFromTheInnermostOutwards() {
    assertThrows(
        DeadlockException.class,
        () ->
            Programs.run(
                () -> {
                  start(
                      Programs.act(
                          () -> {
                            try {
                              await(waitFor(stubborn("inner")));
                            } finally {
                              log.add("outer");
                            }
                          }));
                  await(EventLoop.current().newPromise());
                }));
    assertEquals(List.of("inner", "outer"), log);
  }

  /** Goes on waiting when it is cancelled, and says when it ends. */
  private Coroutine<Void> stubborn(String name) {
    return Programs.act(
        () -> {
          try {
            while (true) {
              try {
                await(EventLoop.current().newPromise());
              } catch (CancelledError goesOn) {
                assertTrue(log.isEmpty());
              }
            }
          } finally {
            log.add(name);
          }
        });
  }

  @Test
  void whatIsAwaitedRunsInTheSameThread() {
    Programs.run(
        () -> {
          Thread outer = Thread.currentThread();
          await(
              Programs.act(
                  () -> {
                    assertSame(outer, Thread.currentThread());
                    await(yieldNow());
                    assertSame(outer, Thread.currentThread());
                    await(Programs.act(() -> assertSame(outer, Thread.currentThread())));
                  }));
          assertSame(outer, Thread.currentThread());
        });
  }

  @Test
  void theStackOfATaskHasAPlaceForEachBody() {
    Programs.run(
        () -> {
          Task<Integer> task = start(descend(3, () -> await(sleep(Duration.ofSeconds(1)))));
          await(yieldNow());
          List<String> methods =
              task.stack().stream().map(StackTraceElement::getMethodName).toList();
          assertEquals(4, methods.size());
          assertEquals("sleep", methods.get(0));
          assertTrue(methods.get(1).startsWith("lambda$theStackOfATask"), methods.toString());
          assertTrue(methods.get(2).startsWith("lambda$descend"), methods.toString());
          assertTrue(methods.get(3).startsWith("lambda$descend"), methods.toString());
          await(task);
        });
  }

  /** Awaits itself one level deeper, and does something at the bottom. */
  private static Coroutine<Integer> descend(int levels, AsyncAction bottom) {
    return Programs.co(
        () -> {
          if (levels == 1) {
            bottom.run();
            return 1;
          }
          return 1 + await(descend(levels - 1, bottom));
        });
  }

  @Test
  void recursionOfManyThousandLevelsCompletes() {
    assertEquals(20_000, Programs.run(descend(20_000, () -> {})).intValue());
    assertEquals(20_000, Programs.run(descend(20_000, () -> await(yieldNow()))).intValue());
    AsyncAction failing = OriginalBodyTest::throwIo;
    assertThrows(IOException.class, () -> Programs.run(descend(20_000, failing)));
    assertThrows(
        DeadlockException.class,
        () -> Programs.run(descend(20_000, () -> await(EventLoop.current().<Void>newPromise()))));
  }

  @Test
  void returnsInTailPositionDoNotPileUp() {
    Set<Thread> alive = new HashSet<>();
    int[] most = {0};
    assertEquals(7, Programs.run(tail(20_000, alive, most)).intValue());
    assertTrue(most[0] <= 2, "threads at a time: " + most[0]);
  }

  /** Returns itself one level deeper, every third time after a wait. */
  private static Coroutine<Integer> tail(int levels, Set<Thread> alive, int[] most) {
    return Bodies.coroutine(
        Programs.BODY,
        () -> {
          if (levels % 3 == 0) {
            await(yieldNow());
          }
          if (levels % 100 == 0) {
            alive.add(Thread.currentThread());
            alive.removeIf(thread -> !thread.isAlive());
            most[0] = Math.max(most[0], alive.size());
          }
          return levels == 0 ? done(7) : tail(levels - 1, alive, most);
        });
  }

  @Test
  void aBodyThatAwaitsNothingReturnsToTheOneBelow() {
    Programs.run(
        () -> {
          Coroutine<Integer> waitsAndFails =
              Programs.co(
                  () -> {
                    await(yieldNow());
                    throw new IOException("after a wait");
                  });
          assertThrows(IOException.class, () -> await(waitsAndFails));
          assertEquals(1, await(descend(1, () -> {})));
          Coroutine<Integer> waitsInTail =
              Bodies.coroutine(Programs.BODY, () -> waitFor(descend(3, () -> await(yieldNow()))));
          assertEquals(3, await(waitsInTail));
          Coroutine<Integer> failsInTail =
              Bodies.coroutine(Programs.BODY, () -> waitFor(descend(3, OriginalBodyTest::throwIo)));
          assertThrows(IOException.class, () -> await(failsInTail));
        });
  }

  private static <T> Coroutine<T> waitFor(Coroutine<T> coroutine) {
    return Coroutines.waitFor(coroutine, Duration.ofSeconds(1));
  }

  @Test
  void wordsInWhatIsAwaitedAreOutside() {
    Programs.run(
        () -> {
          AsyncCloseable impudent =
              () -> {
                await(yieldNow());
                return done();
              };
          IllegalStateException failure =
              assertThrows(IllegalStateException.class, () -> Bodies.exit(impudent, null));
          assertTrue(failure.getMessage().contains("is for the body"), failure.getMessage());
        });
  }

  @Test
  void aBodyIsCalledByItsName() {
    Coroutine<Integer> coroutine = descend(1, () -> {});
    assertEquals("Coroutine[" + Programs.BODY + ", not started]", coroutine.toString());
    Programs.run(coroutine);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> Programs.run(coroutine));
    assertTrue(failure.getMessage().startsWith(Programs.BODY.toString()), failure.getMessage());
  }
}
