package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.co;
import static dev.fermata.testing.Programs.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncBlock;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.sync.AsyncEvent;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.Held;
import dev.fermata.testing.BackgroundLoop;
import dev.fermata.testing.Programs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is written of tasks, to their own loop and to others. */
class DumpTest {
  private static String dump() {
    StringBuilder out = new StringBuilder();
    Tasks.dump(out);
    return out.toString();
  }

  private static String withoutPlaces(String dump) {
    return dump.replaceAll("\n +(at|and|in thread) .*", "");
  }

  @Test
  void tenThousandTasksThatAreAlikeAreOneLine() {
    String[] dump = new String[1];
    Programs.run(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = await(lock.acquire());
          List<Task<?>> all = new ArrayList<>();
          for (int i = 1; i <= 10_000; i++) {
            all.add(start(sleep(Duration.ofSeconds(i)), "sleeper " + i));
            all.add(start(lock.acquire(), "waiter " + i));
            all.add(start(new AsyncEvent().waitUntilSet(), "listener " + i));
            all.add(start(new Deep(1, () -> start(sleep(Duration.ofDays(1))))));
          }
          for (int turn = 0; turn < 4; turn++) {
            await(yieldNow());
          }
          dump[0] = dump();
          held.release();
          all.forEach(Task::cancel);
        });
    assertTrue(dump[0].length() < 3000, () -> "long: " + dump[0].length());
    assertEquals(
        """
        Task-1: runs
        10,000 tasks alike, sleeper 1 to sleeper 10000: waits for the end of a sleep of 1 s, 1 s to 2 h 46 min left
        10,000 tasks alike, waiter 1 to waiter 10000: waits for AsyncLock #1, held by Task-1
        10,000 tasks alike, listener 1 to listener 10000: waits for one AsyncEvent each
        10,000 tasks alike, Task-5 to Task-40001: waits for Task-40002
          Task-40002: waits for the end of a sleep of 1 d, 1 d left
        """,
        withoutPlaces(dump[0]).replaceFirst(".*\n", ""));
  }

  @Test
  void tasksThatDifferAreWrittenEach() {
    Programs.run(
        () -> {
          AsyncLock left = new AsyncLock();
          AsyncLock right = new AsyncLock();
          Held one = await(left.acquire());
          Held other = await(right.acquire());
          List<Task<?>> all = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            all.add(start((i % 2 == 0 ? left : right).acquire(), "waiter " + i));
          }
          all.get(4).cancel("enough");
          Task<Void> limited =
              start(act(() -> with(timeout(Duration.ofSeconds(5)), t -> await(left.acquire()))));
          await(yieldNow());
          String dump = withoutPlaces(dump());
          assertTrue(dump.contains("waiter 0: waits for AsyncLock #1, held by Task-1\n"), dump);
          assertTrue(
              dump.contains("3 tasks alike, waiter 1 to waiter 5: waits for AsyncLock #2,"), dump);
          assertTrue(
              dump.contains(
                  "Task-8: waits for AsyncLock #1, held by Task-1, a time limit in 5 s\n"),
              dump);
          all.forEach(Task::cancel);
          limited.cancel();
          one.release();
          other.release();
        });
  }

  @Test
  void aTaskThatWasAskedToEndSaysByWhom() {
    Programs.run(
        () -> {
          Task<Void> stubborn =
              start(
                  act(
                      () -> {
                        try {
                          await(sleep(Duration.ofHours(1)));
                        } finally {
                          await(sleep(Duration.ofMinutes(2)));
                        }
                      }),
                  "stubborn");
          await(yieldNow());
          stubborn.cancel();
          await(yieldNow());
          String dump = withoutPlaces(dump());
          assertTrue(
              dump.contains(
                  "stubborn: waits for the end of a sleep of 2 min, 2 min left,"
                      + " is to end (asked for by Task-1)\n"),
              dump);
        });
  }

  @Test
  void theTasksOfAGroupStandBelowItsOwner() {
    Programs.run(
        () -> {
          Task<Void> owner =
              start(
                  act(
                      () ->
                          with(
                              TaskGroup.open(),
                              group -> {
                                Task<Void> first = group.start(sleep(Duration.ofHours(1)), "first");
                                group.start(act(() -> await(first)), "second");
                                await(sleep(Duration.ofHours(2)));
                              })),
                  "owner");
          await(yieldNow());
          await(yieldNow());
          String dump = withoutPlaces(dump());
          assertTrue(
              dump.endsWith(
                  """
                  owner: waits for the end of a sleep of 2 h, 2 h left
                    first: waits for the end of a sleep of 1 h, 1 h left
                    second: waits for first
                      first: see above
                  """),
              dump);
          owner.cancel();
        });
  }

  /** Bodies that await each other, and the last one what it is given. */
  private static final class Deep extends CoroutineMachine<Object> {
    private static final Body BODY = Body.of(DumpTest.class, "deep", "DumpTest.java", 1, 2, 3);
    private final int levels;
    private final AsyncBlock<Awaitable<?>> last;

    Deep(int levels, AsyncBlock<Awaitable<?>> last) {
      this.levels = levels;
      this.last = last;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (failure != null) {
        throw failure;
      }
      state++;
      if (levels > 1) {
        return state > 1 ? awaited : execution.await(new Deep(levels - 1, last), this);
      }
      return switch (state) {
        case 1 -> execution.await(yieldNow(), this);
        case 2 -> execution.await(last.run(), this);
        default -> awaited;
      };
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }

  @Test
  void aVeryDeepStackIsCutShort() {
    Programs.run(
        () -> {
          Task<Object> deep = start(new Deep(100_000, () -> sleep(Duration.ofHours(1))), "deep");
          await(sleep(Duration.ofSeconds(1)));
          String dump = dump();
          assertTrue(dump.contains("\n    and 99951 more, up to\n"), dump);
          assertEquals(49, dump.split("DumpTest.deep", -1).length - 1);
          deep.cancel();
        });
  }

  @Test
  void ofVeryManyTasksAPartIsLeftOut() {
    Programs.run(
        () -> {
          List<Task<?>> all = new ArrayList<>();
          for (int i = 0; i < 1250; i++) {
            AsyncEvent event = new AsyncEvent(); // so that it is like one other alone
            all.add(start(event.waitUntilSet()));
            all.add(start(event.waitUntilSet()));
          }
          await(yieldNow());
          String dump = dump();
          assertTrue(dump.contains("\nTask-2000: waits for AsyncEvent #"), dump);
          assertFalse(dump.contains("Task-2001"), dump);
          assertTrue(dump.endsWith("\nand 501 more\n"), dump);
          all.forEach(Task::cancel);
        });
  }

  @Test
  void aCallInAThreadShowsThatThread() {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (BackgroundLoop background = new BackgroundLoop()) {
      Task<Void> calling =
          background
              .loop()
              .start(
                  toThread(
                      () -> {
                        called.countDown();
                        DumpTest.blockOn(goOn);
                        return null;
                      }),
                  "calling");
      blockOn(called);
      String dump = dumpOf(background.loop());
      assertTrue(dump.contains("calling: waits for a call in another thread\n"), dump);
      assertTrue(dump.contains("\n    in thread "), dump);
      assertTrue(dump.contains("DumpTest.blockOn(DumpTest.java:"), dump);
      goOn.countDown();
      calling.join();
    }
  }

  private static void blockOn(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static String dumpOf(EventLoop loop) {
    StringBuilder out = new StringBuilder();
    loop.dump(out);
    return out.toString();
  }

  @Test
  void stagesHaveNumbers() {
    Programs.run(
        () -> {
          CompletableFuture<Void> stage = new CompletableFuture<>();
          List<Task<?>> all = new ArrayList<>();
          for (CompletableFuture<Void> one : List.of(stage, new CompletableFuture<Void>(), stage)) {
            all.add(start(act(() -> await(one)), "waiter"));
          }
          await(yieldNow());
          String dump = withoutPlaces(dump());
          assertTrue(
              dump.endsWith(
                  """
                  waiter: waits for the stage CompletableFuture #1
                  waiter: waits for the stage CompletableFuture #1
                  waiter: waits for the stage CompletableFuture #2
                  """),
              dump);
          all.forEach(Task::cancel);
        });
  }

  @Test
  void theRunningTaskHasItsPlaceToo() {
    Programs.run(
        () -> {
          await(yieldNow());
          String dump = dump();
          assertTrue(
              dump.matches("(?s).*\nTask-1: runs\n    at [^\n]*dev.fermata.task.DumpTest.*"), dump);
          assertTrue(dump.contains("\n    at dev.fermata.Task.run(Task-1)\n"), dump);
          assertFalse(dump.contains("dev.fermata.internal."), dump);
        });
  }

  @Test
  void everyLoopIsWrittenToAnyThread() {
    try (BackgroundLoop one = new BackgroundLoop();
        BackgroundLoop other = new BackgroundLoop()) {
      Task<Void> sleeper = one.loop().start(sleep(Duration.ofHours(1)), "sleeper of one");
      other.loop().start(sleep(Duration.ofHours(1)), "sleeper of other");
      dump(); // they begin in the turn after it
      String outside = dump();
      assertTrue(outside.contains("\nsleeper of one: waits for the end of a sleep"), outside);
      assertTrue(outside.contains("\nsleeper of other: waits for the end of a sleep"), outside);
      assertTrue(outside.contains(one.loop() + " in thread background loop, tasks: 2"), outside);
      StringBuilder all = new StringBuilder();
      String[] here = new String[1];
      Programs.run(
          () -> {
            here[0] = dump();
            Tasks.dumpAll(all);
          });
      assertFalse(here[0].contains("sleeper of"), here[0]);
      assertTrue(all.toString().contains("\nTask-1: runs\n"), all::toString);
      assertTrue(all.toString().contains("\nsleeper of one:"), all::toString);
      one.loop().execute(sleeper::cancel);
    }
    assertFalse(dump().contains("sleeper of"));
  }

  /** A loop whose thread is held up, and what another thread is told of it. */
  private static String dumpOfHeldUp(AsyncAction step, CountDownLatch in, Runnable letGo) {
    try (BackgroundLoop background = new BackgroundLoop()) {
      EventLoop loop = background.loop();
      Task<Void> sleeper = loop.start(sleep(Duration.ofHours(1)), "sleeper");
      Task<Object> culprit = loop.start(deep(step), "culprit");
      blockOn(in);
      String dump = dumpOf(loop);
      letGo.run();
      culprit.join();
      loop.execute(sleeper::cancel);
      return dump;
    }
  }

  private static Coroutine<Object> deep(AsyncAction step) {
    return new Deep(
        3,
        () -> {
          step.run();
          return done();
        });
  }

  @Test
  void aLoopInACallThatBlocksIsSeenFromOutside() {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    String dump =
        dumpOfHeldUp(
            () -> {
              in.countDown();
              blockOn(out);
            },
            in,
            out::countDown);
    assertTrue(dump.contains(" has not come to answer for 1 s; seen from outside, tasks: 3"), dump);
    assertTrue(dump.contains("\n  thread background loop, WAITING\n"), dump);
    assertTrue(dump.contains("DumpTest.blockOn(DumpTest.java:"), dump);
    assertTrue(dump.contains("\nsleeper: waits for the end of a sleep of 1 h, "), dump);
    assertTrue(dump.contains("\nculprit: runs\n"), dump);
    // What awaits the body that is held up is not on the native stack.
    String culprit = dump.substring(dump.indexOf("\nculprit: runs\n"));
    assertEquals(2, culprit.split("DumpTest.deep", -1).length - 1, culprit);
    assertTrue(culprit.contains("    at dev.fermata.Task.run(culprit)\n"), culprit);
  }

  @Test
  void aLoopInAStepThatDoesNotEndIsSeenFromOutside() {
    CountDownLatch in = new CountDownLatch(1);
    AtomicBoolean over = new AtomicBoolean();
    String dump =
        dumpOfHeldUp(
            () -> {
              in.countDown();
              while (!over.get()) {
                start(act(() -> {})).cancel(); // the tasks of the loop change meanwhile
                Thread.onSpinWait();
              }
            },
            in,
            () -> over.set(true));
    assertTrue(dump.contains("\n  thread background loop, RUNNABLE\n"), dump);
    assertTrue(dump.contains("culprit: runs\n"), dump);
    assertTrue(dump.contains("sleeper: waits for the end of a sleep of 1 h, "), dump);
  }

  @Test
  void aLoopThatNoThreadRunsIsSeenAtOnce() {
    try (EventLoop.Runner runner = EventLoop.builder().open()) {
      Task<?> sleeper =
          runner.run(
              co(
                  () -> {
                    Task<Void> left = start(sleep(Duration.ofHours(1)), "left");
                    await(yieldNow());
                    return left;
                  }));
      String dump = dumpOf(runner.loop());
      assertTrue(dump.contains(" is run by no thread now, tasks: 1\nleft: waits for "), dump);
      runner.run(
          act(
              () -> {
                sleeper.cancel();
                await(gather());
              }));
    }
  }

  @Test
  void aHostAnswersInATaskOfItsOwn() {
    Queue<Runnable> host = new ArrayDeque<>();
    EventLoop.Hosted hosted =
        EventLoop.builder()
            .openOn(
                task -> {
                  synchronized (host) {
                    host.add(task);
                    host.notifyAll();
                  }
                });
    hosted.loop().start(sleep(Duration.ofHours(1)), "hosted");
    CompletableFuture<String> dump = CompletableFuture.supplyAsync(() -> dumpOf(hosted.loop()));
    dump.whenComplete((text, failure) -> host(host, () -> {}));
    while (!dump.isDone()) {
      next(host).run();
    }
    assertTrue(dump.join().contains("\nhosted: "), dump::join);
    hosted.shutdown();
    while (!hosted.loop().isClosed()) {
      next(host).run();
    }
    assertEquals(hosted.loop() + " is closed\n", dumpOf(hosted.loop()));
  }

  private static void host(Queue<Runnable> host, Runnable task) {
    synchronized (host) {
      host.add(task);
      host.notifyAll();
    }
  }

  private static Runnable next(Queue<Runnable> host) {
    synchronized (host) {
      while (host.isEmpty()) {
        try {
          host.wait();
        } catch (InterruptedException interrupted) {
          throw new AssertionError(interrupted);
        }
      }
      return host.remove();
    }
  }

  @Test
  void withoutAPlaceToWriteItGoesToTheErrorStream() {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      EventLoop.run(
          act(
              () -> {
                await(done());
                Tasks.dump();
              }));
    } finally {
      System.setErr(before);
    }
    String dump = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(dump.contains("\nTask-1: runs\n"), dump);
  }
}
