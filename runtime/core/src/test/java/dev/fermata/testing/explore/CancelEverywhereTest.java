package dev.fermata.testing.explore;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.CancelledError;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Tasks;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The harness finds what it is made for. Each scenario but the first has a fault. */
class CancelEverywhereTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A lock with three faults to choose from. */
  private static final class FaultyLock {
    private final boolean forgetsWaiter;
    private final boolean forgetsHandOver;
    private final Deque<Promise<Void>> waiters = new ArrayDeque<>();
    private boolean locked;

    FaultyLock(boolean forgetsWaiter, boolean forgetsHandOver) {
      this.forgetsWaiter = forgetsWaiter;
      this.forgetsHandOver = forgetsHandOver;
    }

    void acquire(Stage stage) {
      if (!locked) {
        locked = true;
        return;
      }
      Promise<Void> turn = EventLoop.current().newPromise();
      waiters.add(turn);
      try {
        stage.await(turn);
      } catch (CancelledError cancelled) {
        if (!waiters.remove(turn) && !turn.isCancelled() && !forgetsHandOver) {
          release();
        }
        throw cancelled;
      }
    }

    void release() {
      locked = false;
      Promise<Void> next = waiters.poll();
      while (next != null && next.isDone() && !forgetsWaiter) {
        next = waiters.poll();
      }
      if (next != null) {
        locked = true;
        if (!next.isDone()) {
          next.complete(null);
        }
      }
    }
  }

  private static Scenario threeTakeTurns(boolean forgetsWaiter, boolean forgetsHandOver) {
    return stage -> {
      FaultyLock lock = new FaultyLock(forgetsWaiter, forgetsHandOver);
      for (String name : new String[] {"a", "b", "c"}) {
        stage.participant(
            name,
            () -> {
              lock.acquire(stage);
              try {
                stage.await(sleep(SECOND));
              } finally {
                lock.release();
              }
            });
      }
      stage.invariant("the lock is free", () -> !lock.locked);
    };
  }

  private static String fault(Scenario scenario) {
    String message =
        assertThrows(AssertionError.class, () -> CancelEverywhere.explore(scenario)).getMessage();
    Matcher coordinate = Pattern.compile("^\\[(.*)]").matcher(message);
    assertTrue(coordinate.find(), message);
    String again =
        assertThrows(
                AssertionError.class,
                () -> CancelEverywhere.replay(scenario, coordinate.group(1)),
                message)
            .getMessage();
    assertEquals(message, again);
    return message;
  }

  private static void assertFault(String part, Scenario scenario) {
    String message = fault(scenario);
    assertTrue(message.contains(part), message);
  }

  @Test
  void findsWhatNeverComesFromOutside() {
    assertFault(
        "something outside that never comes",
        stage -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          stage.participant("a", () -> await(answer)).mayEndWith(CompletionException.class);
          stage.participant(
              "b",
              () -> {
                await(sleep(SECOND));
                stage.outside().execute(() -> answer.complete("came"));
              });
        });
  }

  @Test
  void nothingIsWrongWithWhatIsRight() {
    Findings findings = CancelEverywhere.explore(threeTakeTurns(false, false));
    assertTrue(findings.turns() > 8, findings.toString());
    assertTrue(findings.moments() > findings.turns(), findings.toString());
    assertTrue(findings.runs() > 5 * findings.moments(), findings.toString());
    assertTrue(findings.landed() > findings.runs() / 2, findings.toString());
  }

  @Test
  void findsWaiterThatIsCancelledAfterItWasWoken() {
    assertFault("nothing to do", threeTakeTurns(false, true));
  }

  @Test
  void findsWakeUpOfSomebodyWhoIsGone() {
    assertFault("nothing to do", threeTakeTurns(true, false));
  }

  @Test
  void findsCancellationThatIsSwallowed() {
    assertFault(
        "as if it had not been",
        stage ->
            stage.participant(
                "a",
                () -> {
                  try {
                    stage.await(sleep(SECOND));
                  } catch (CancelledError swallowed) {
                    await(yieldNow());
                  }
                }));
  }

  @Test
  void findsRequestThatIsLeft() {
    assertFault(
        "requests for cancellation left",
        stage ->
            stage
                .participant(
                    "a",
                    () -> {
                      try {
                        stage.await(sleep(SECOND));
                      } catch (CancelledError ours) {
                        Tasks.current().cancel();
                        throw new IllegalStateException();
                      }
                    })
                .mayEndWith(IllegalStateException.class));
  }

  @Test
  void findsCancellationOfSomebodyElse() {
    assertFault(
        "nobody did that",
        stage -> {
          Promise<Void> shared = EventLoop.current().newPromise();
          stage.participant("a", () -> stage.await(shared)); // cancels it for both
          stage.participant("b", () -> stage.await(shared));
          EventLoop.current().callLater(SECOND, () -> completeIfPending(shared));
        });
  }

  private static void completeIfPending(Promise<Void> promise) {
    if (!promise.isDone()) {
      promise.complete(null);
    }
  }

  @Test
  void findsSecondCancellation() {
    int[] open = {0};
    Scenario scenario =
        stage -> {
          open[0] = 0;
          stage.participant(
              "a",
              () -> {
                open[0]++;
                try {
                  stage.await(sleep(SECOND));
                } finally {
                  stage.await(sleep(SECOND));
                  open[0]--;
                }
              });
          stage.invariant("is closed", () -> open[0] == 0);
        };
    assertFault("is closed", scenario);
  }

  @Test
  void findsTimerThatIsLeft() {
    assertFault(
        "is left with",
        stage ->
            stage.participant(
                "a",
                () -> {
                  var timer = EventLoop.current().callLater(SECOND.multipliedBy(9), () -> {});
                  stage.await(sleep(SECOND));
                  timer.cancel();
                }));
  }

  @Test
  void findsGeneratorThatIsLeftOpen() {
    assertFault(
        "left open",
        stage ->
            stage.participant(
                "a",
                () -> {
                  var numbers =
                      Programs.<Integer>gen(
                          () -> {
                            emit(1);
                            emit(2);
                          });
                  await(numbers.moveNext());
                  await(sleep(SECOND));
                  await(numbers.closeAsync());
                }));
  }

  @Test
  void findsFailureThatIsReported() {
    assertFault(
        "was reported",
        stage ->
            stage.participant(
                "a",
                () -> {
                  try {
                    await(sleep(SECOND));
                  } catch (CancelledError cancelled) {
                    EventLoop.current()
                        .callSoon(
                            () -> {
                              throw new IllegalStateException("lost");
                            });
                    throw cancelled;
                  }
                }));
  }

  @Test
  void findsTaskThatDoesNotEnd() {
    assertFault(
        "does not end",
        stage ->
            stage.participant(
                "a",
                () -> {
                  try {
                    await(sleep(SECOND));
                  } catch (CancelledError cancelled) {
                    while (true) {
                      await(yieldNow());
                    }
                  }
                }));
  }

  @Test
  void findsOrderThatMatters() {
    StringBuilder order = new StringBuilder();
    Scenario scenario =
        stage -> {
          order.setLength(0);
          stage.participant("a", () -> order.append("a"));
          stage.participant("b", () -> order.append("b"));
          stage.invariant("a is never behind b", () -> !order.toString().equals("ba"));
        };
    assertTrue(fault(scenario).startsWith("[seed "));
  }

  @Test
  void coordinatesCanBeReadAgain() {
    for (String coordinate :
        new String[] {
          "undisturbed",
          "seed 7",
          "cancel b@17",
          "seed -7, cancel b@x@17, expire Task-3@18",
          "deadline a@1000000000, cancel a@3"
        }) {
      assertEquals(coordinate, Plan.parse(coordinate).toString());
    }
  }
}
