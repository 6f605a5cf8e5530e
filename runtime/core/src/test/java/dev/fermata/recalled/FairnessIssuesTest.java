package dev.fermata.recalled;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.machine.Execution;
import dev.fermata.sync.AsyncCondition;
import dev.fermata.sync.AsyncQueue;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is always ready does not keep others from their turn, and who waits costs no turns. */
class FairnessIssuesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Time that passes by a millisecond each time that it is asked for. */
  private static final class Ticking implements Clock {
    private long now;

    @Override
    public long nanoTime() {
      now += 1_000_000;
      return now;
    }

    @Override
    public void park(long deadline, boolean outside) {
      now = Math.max(now, deadline);
    }
  }

  private static void runTicking(AsyncAction main) {
    try (EventLoop.Runner runner = EventLoop.builder().clock(new Ticking()).open()) {
      runner.run(act(main));
    }
  }

  @Test
  @DisplayName("tokio-rs/tokio#4291: a time limit strikes a loop that is always ready")
  void limitOfALoopThatIsAlwaysReady() {
    runTicking(
        () -> {
          int[] rounds = {0};
          assertThrows(
              AsyncTimeoutException.class,
              () ->
                  await(
                      waitFor(
                          act(
                              () -> {
                                while (true) {
                                  rounds[0]++;
                                  await(yieldNow());
                                }
                              }),
                          SECOND)));
          assertTrue(rounds[0] > 100, "rounds: " + rounds[0]);
        });
  }

  @Test
  @DisplayName("tokio-rs/tokio#5686: two tasks that wake each other do not starve a third one")
  void pingPongDoesNotStarveOthers() {
    Programs.run(
        () -> {
          AsyncQueue<Integer> there = AsyncQueue.bounded(1);
          AsyncQueue<Integer> back = AsyncQueue.bounded(1);
          int[] rallies = {0};
          Task<Void> ping =
              start(
                  act(
                      () -> {
                        while (true) {
                          await(there.put(rallies[0]));
                          await(back.take());
                          rallies[0]++;
                        }
                      }));
          Task<Void> pong =
              start(
                  act(
                      () -> {
                        while (true) {
                          await(back.put(await(there.take())));
                        }
                      }));
          List<Integer> seen = new ArrayList<>();
          for (int turn = 0; turn < 50; turn++) {
            await(yieldNow());
            seen.add(rallies[0]);
          }
          ping.cancel();
          pong.cancel();
          for (int i = 1; i < seen.size(); i++) {
            int between = seen.get(i) - seen.get(i - 1);
            assertTrue(between <= 1, "rallies in one turn: " + seen);
          }
          assertTrue(rallies[0] >= 10, "rallies: " + rallies[0]);
        });
  }

  @Test
  @DisplayName("tokio-rs/tokio#5712: two tasks that wake each other do not starve the timers")
  void pingPongDoesNotStarveTimers() {
    runTicking(
        () -> {
          Promise<?>[] turn = {null, null};
          List<Task<Void>> players = new ArrayList<>();
          for (int player = 0; player < 2; player++) {
            int mine = player;
            players.add(
                start(
                    act(
                        () -> {
                          while (true) {
                            Promise<Void> next = EventLoop.current().newPromise();
                            turn[mine] = next;
                            wake(turn[1 - mine]);
                            await(next);
                          }
                        })));
          }
          long before = EventLoop.current().time();
          await(sleep(SECOND));
          long late = EventLoop.current().time() - before - SECOND.toNanos();
          assertTrue(late < 100_000_000, "late by nanoseconds: " + late);
          assertFalse(players.get(0).isDone() || players.get(1).isDone());
          players.forEach(Task::cancel);
        });
  }

  private static void wake(Promise<?> promise) {
    if (promise != null && !promise.isDone()) {
      promise.complete(null);
    }
  }

  /** Counts the steps of a program. */
  private static int stepsOf(AsyncAction main) {
    int[] steps = {0};
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .order(
                left -> {
                  steps[0]++;
                  return 0;
                })
            .open()) {
      runner.run(act(main));
    }
    return steps[0];
  }

  @Test
  @DisplayName(
      "agronholm/anyio#1111, #695: who is cancelled and may not go yet, costs no" + " turns")
  void aWaiterThatRefusesToBeCancelledSleeps() {
    int steps =
        stepsOf(
            () -> {
              AsyncCondition condition = new AsyncCondition();
              Task<Void> waiter =
                  start(
                      act(
                          () ->
                              with(
                                  await(condition.acquire()),
                                  held -> await(condition.waitForSignal()))));
              await(yieldNow());
              with(
                  await(condition.acquire()),
                  held -> {
                    condition.signal(1);
                    await(yieldNow());
                    // It waits for the lock now, which is not given up for a long time.
                    waiter.cancel();
                    waiter.cancel();
                    await(sleep(Duration.ofDays(1)));
                  });
              assertThrows(CancelledError.class, () -> await(waiter));
            });
    assertTrue(steps < 30, "steps: " + steps);
  }

  @Test
  @DisplayName("agronholm/anyio#1257: cancelling what has ended, or waits for that, costs no turns")
  void aTaskThatHasEndedIsNotCancelledAgainAndAgain() {
    int steps =
        stepsOf(
            () -> {
              Task<Void> ended = start(act(() -> {}));
              await(ended);
              assertFalse(ended.cancel());
              Promise<Void> never = EventLoop.current().newPromise();
              Task<Void> cleaning =
                  start(
                      act(
                          () -> {
                            try {
                              await(never);
                            } finally {
                              await(sleep(Duration.ofDays(1)));
                            }
                          }));
              await(yieldNow());
              cleaning.cancel();
              await(sleep(Duration.ofDays(2)));
              assertTrue(cleaning.isCancelled());
            });
    assertTrue(steps < 30, "steps: " + steps);
  }

  @Test
  @DisplayName("python/cpython#91887: a task that only the loop refers to is not collected")
  void aTaskThatNobodyRefersToEnds() {
    List<WeakReference<Promise<Void>>> awaited = new ArrayList<>();
    int[] ended = {0};
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .order(
                left -> {
                  System.gc();
                  return 0;
                })
            .open()) {
      runner.run(
          act(
              () -> {
                for (int i = 0; i < 10; i++) {
                  start(new Forgotten(awaited, ended)).setName("forgotten");
                }
                await(sleep(SECOND));
                await(sleep(SECOND));
                for (WeakReference<Promise<Void>> reference : awaited) {
                  Promise<Void> promise = reference.get();
                  assertNotNull(promise, "a task was collected");
                  promise.complete(null);
                }
                await(sleep(SECOND));
              }));
    }
    assertEquals(10, ended[0]);
  }

  /** Waits for something that it alone refers to. */
  private static final class Forgotten extends Frame<Void> {
    private final List<WeakReference<Promise<Void>>> awaited;
    private final int[] ended;

    Forgotten(List<WeakReference<Promise<Void>>> awaited, int[] ended) {
      this.awaited = awaited;
      this.ended = ended;
    }

    @Override
    protected Object step(Execution execution, Object value, Throwable failure) throws Throwable {
      if (state == 0) {
        state = 1;
        Promise<Void> promise = EventLoop.current().newPromise();
        awaited.add(new WeakReference<>(promise));
        return execution.await(promise, this);
      }
      ended[0]++;
      return null;
    }
  }
}
