package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.co;
import static dev.fermata.testing.Programs.with;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.TaskGroup;
import dev.fermata.sync.AsyncBarrier;
import dev.fermata.sync.AsyncCondition;
import dev.fermata.sync.AsyncEvent;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.AsyncSemaphore;
import dev.fermata.sync.BarrierBrokenException;
import dev.fermata.sync.Held;
import dev.fermata.sync.Permit;
import dev.fermata.testing.explore.CancelEverywhere;
import dev.fermata.testing.explore.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Locks and signals, whatever happens to those who use them. */
class SyncScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<String> THREE = List.of("a", "b", "c");

  /** Who is inside; more than may be is an error. */
  private static final class Room {
    private final int places;
    private int taken;

    Room(int places) {
      this.places = places;
    }

    void use(Stage stage, int width) {
      taken += width;
      if (taken > places) {
        throw new AssertionError(taken + " are inside");
      }
      try {
        stage.await(sleep(SECOND));
      } finally {
        taken -= width;
      }
    }
  }

  private static void takeTurns(Stage stage, Supplier<Coroutine<Held>> acquire) {
    Room room = new Room(1);
    for (String name : THREE) {
      stage.participant(name, () -> with(stage.await(acquire.get()), held -> room.use(stage, 1)));
    }
  }

  @Test
  void lock() {
    CancelEverywhere.explore(
        stage -> {
          AsyncLock lock = new AsyncLock();
          takeTurns(stage, lock::acquire);
          stage.invariant("the lock is free", () -> !lock.isLocked() && lock.owner() == null);
          stage.afterwards(() -> await(lock.acquire()).release());
        });
  }

  @Test
  void lockThatIsAcquiredAgainAndAgain() {
    CancelEverywhere.explore(
        stage -> {
          AsyncLock lock = new AsyncLock();
          Room room = new Room(1);
          for (String name : THREE) {
            stage.participant(
                name,
                () -> {
                  for (int i = 0; i < 3; i++) {
                    Held held = stage.await(lock.acquire());
                    try {
                      stage.await(yieldNow());
                      room.use(stage, 1);
                    } finally {
                      held.release();
                    }
                  }
                });
          }
          stage.invariant("the lock is free", () -> !lock.isLocked());
          stage.afterwards(() -> await(lock.acquire()).release());
        });
  }

  @Test
  void lockWithinATimeLimitOfItsOwn() {
    CancelEverywhere.explore(
        stage -> {
          AsyncLock lock = new AsyncLock();
          Room room = new Room(1);
          for (String name : THREE) {
            stage
                .participant(
                    name,
                    () ->
                        with(
                            stage.await(waitFor(lock.acquire(), SECOND)),
                            held -> room.use(stage, 1)))
                .mayEndWith(AsyncTimeoutException.class);
          }
          stage.invariant("the lock is free", () -> !lock.isLocked());
          stage.afterwards(() -> await(lock.acquire()).release());
        });
  }

  @Test
  void lockOfTasksInAGroup() {
    CancelEverywhere.explore(
        stage -> {
          AsyncLock lock = new AsyncLock();
          Room room = new Room(1);
          AsyncAction body = () -> with(stage.await(lock.acquire()), held -> room.use(stage, 1));
          stage.participant(
              "a",
              () ->
                  with(
                      TaskGroup.open(),
                      group -> {
                        group.start(co(() -> run(body)), "a1");
                        group.start(co(() -> run(body)), "a2");
                        stage.await(sleep(SECOND));
                      }));
          stage.participant("b", body);
          stage.invariant("the lock is free", () -> !lock.isLocked());
          stage.afterwards(() -> await(lock.acquire()).release());
        });
  }

  private static Void run(AsyncAction body) throws Throwable {
    body.run();
    return null;
  }

  @Test
  void semaphoreOfWhichSomeTakeMore() {
    CancelEverywhere.explore(
        stage -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(3);
          Room room = new Room(3);
          int[] widths = {2, 3, 1, 1};
          for (int i = 0; i < widths.length; i++) {
            int width = widths[i];
            stage.participant(
                "p" + i,
                () -> {
                  for (int round = 0; round < 2; round++) {
                    with(stage.await(semaphore.acquire(width)), permit -> room.use(stage, width));
                  }
                });
          }
          stage.invariant("all permits are there", () -> semaphore.availablePermits() == 3);
          stage.invariant("nobody waits", () -> !semaphore.isLocked());
          stage.afterwards(() -> await(semaphore.acquire(3)).release());
        });
  }

  @Test
  void semaphoreWithinATimeLimit() {
    CancelEverywhere.explore(
        stage -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          for (String name : THREE) {
            stage
                .participant(
                    name,
                    () ->
                        with(
                            timeout(SECOND),
                            limit -> {
                              Permit permit = stage.await(semaphore.acquire());
                              try {
                                stage.await(sleep(SECOND.dividedBy(2)));
                              } finally {
                                permit.release();
                              }
                            }))
                .mayEndWith(AsyncTimeoutException.class);
          }
          stage.invariant("the permit is there", () -> semaphore.availablePermits() == 1);
          stage.afterwards(() -> await(semaphore.acquire()).release());
        });
  }

  @Test
  void semaphoreThatIsReleasedByOthers() {
    CancelEverywhere.explore(
        stage -> {
          AsyncSemaphore semaphore = AsyncSemaphore.unbounded(0);
          int[] taken = {0};
          for (String name : THREE) {
            stage.participant(
                name,
                () -> {
                  stage.await(semaphore.acquire());
                  taken[0]++;
                });
          }
          for (int i = 1; i <= 3; i++) {
            EventLoop.current().callLater(SECOND.multipliedBy((i + 1) / 2), semaphore::release);
          }
          stage.afterwards(() -> await(sleep(SECOND.multipliedBy(3))));
          stage.invariant("no permit is lost", () -> taken[0] + semaphore.availablePermits() == 3);
        });
  }

  @Test
  void event() {
    CancelEverywhere.explore(
        stage -> {
          AsyncEvent event = new AsyncEvent();
          for (String name : THREE) {
            stage.participant(
                name,
                () -> {
                  stage.await(event.waitUntilSet());
                  stage.await(sleep(SECOND));
                });
          }
          EventLoop.current()
              .callLater(
                  SECOND,
                  () -> {
                    event.set();
                    event.clear();
                  });
        });
  }

  /** Puts and takes with nothing but a condition: a signal that is lost leaves somebody waiting. */
  @Test
  void condition() {
    CancelEverywhere.explore(
        stage -> {
          AsyncCondition condition = new AsyncCondition();
          Deque<Integer> items = new ArrayDeque<>();
          boolean[] closed = {false};
          int[] put = {0};
          int[] taken = {0};
          int[] waiting = {0};
          for (String name : List.of("p1", "p2")) {
            stage.participant(
                name,
                () -> {
                  for (int i = 0; i < 2; i++) {
                    with(
                        stage.await(condition.acquire()),
                        held -> {
                          items.add(put[0]++);
                          condition.signal(1);
                          stage.await(yieldNow());
                        });
                    stage.await(sleep(SECOND));
                  }
                });
          }
          for (String name : List.of("c1", "c2", "c3")) {
            stage.participant(
                name,
                () -> {
                  boolean more = true;
                  while (more) {
                    Held held = stage.await(condition.acquire());
                    waiting[0]++;
                    try {
                      stage.await(condition.waitUntil(() -> !items.isEmpty() || closed[0]));
                      more = items.poll() != null;
                      taken[0] += more ? 1 : 0;
                    } finally {
                      waiting[0]--;
                      held.release(); // fails if the lock is not there again
                    }
                  }
                });
          }
          inTheEnd(
              stage,
              condition,
              () -> {
                if (!items.isEmpty() && waiting[0] > 0) {
                  throw new AssertionError("a signal was lost");
                }
                closed[0] = true;
                condition.signalAll();
              });
          stage.invariant("every item is somewhere", () -> put[0] == taken[0] + items.size());
          stage.invariant("the lock is free", () -> !condition.lock().isLocked());
        });
  }

  @Test
  void eachSignalWakesOne() {
    CancelEverywhere.explore(
        stage -> {
          AsyncCondition condition = new AsyncCondition();
          int[] signals = {0};
          int[] woken = {0};
          for (String name : THREE) {
            stage.participant(
                name,
                () ->
                    with(
                        stage.await(condition.acquire()),
                        held -> {
                          stage.await(condition.waitForSignal());
                          woken[0]++;
                        }));
          }
          for (int i = 0; i < 2; i++) {
            stage.participant(
                "s" + i,
                () -> {
                  stage.await(sleep(SECOND));
                  with(
                      stage.await(condition.acquire()),
                      held -> {
                        signals[0]++;
                        condition.signal(1);
                      });
                });
          }
          inTheEnd(
              stage,
              condition,
              () -> {
                if (woken[0] > signals[0]) {
                  throw new AssertionError("somebody was woken for nothing");
                }
                signals[0] = Integer.MAX_VALUE;
                condition.signalAll();
              });
        });
  }

  /**
   * Does something with the lock when all else has come to rest. Three tasks try, of which two may
   * be cancelled.
   */
  private static void inTheEnd(Stage stage, AsyncCondition condition, AsyncAction action) {
    for (int i = 0; i < 3; i++) {
      EventLoop.current()
          .callLater(
              SECOND.multipliedBy(20 + i),
              () -> start(act(() -> with(await(condition.acquire()), held -> action.run()))));
    }
    stage.afterwards(() -> await(sleep(SECOND.multipliedBy(30))));
  }

  @Test
  void barrier() {
    CancelEverywhere.explore(
        stage -> {
          AsyncBarrier barrier = new AsyncBarrier(3);
          for (String name : THREE) {
            stage
                .participant(
                    name,
                    () -> {
                      for (int round = 0; round < 2; round++) {
                        stage.await(barrier.arrive());
                        stage.await(sleep(SECOND));
                      }
                    })
                .mayEndWith(BarrierBrokenException.class);
          }
          // Those who wait for somebody that was cancelled would wait for ever.
          EventLoop.current().callLater(SECOND.multipliedBy(20), barrier::abort);
          stage.afterwards(() -> await(sleep(SECOND.multipliedBy(30))));
          stage.invariant("nobody waits", () -> barrier.waiting() == 0);
        });
  }
}
