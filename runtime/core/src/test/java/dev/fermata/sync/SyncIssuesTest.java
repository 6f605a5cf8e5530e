package dev.fermata.sync;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.co;
import static dev.fermata.testing.Programs.run;
import static dev.fermata.testing.Programs.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.EventLoop;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What went wrong in the locks and queues of others. Each test is named for the report of it. */
class SyncIssuesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> log = new ArrayList<>();

  private static void settled(Deferred<?>... all) {
    await(Tasks.wait(Arrays.asList(all), ReturnWhen.ALL_COMPLETED));
  }

  private static void turns(int count) {
    for (int i = 0; i < count; i++) {
      await(yieldNow());
    }
  }

  /** Starts a task that waits for the signal of a condition. */
  private Task<Void> waiting(AsyncCondition condition, String name) {
    return start(
        act(
            () ->
                with(
                    await(condition.acquire()),
                    held -> {
                      await(condition.waitForSignal());
                      log.add(name);
                    })),
        name);
  }

  private Task<Void> acquiring(AsyncSemaphore semaphore, String name) {
    return start(
        act(
            () -> {
              await(semaphore.acquire());
              log.add(name);
            }),
        name);
  }

  @Test
  @DisplayName("python/cpython#112202: the signal of a waiter that is cancelled goes to the next")
  void cpython112202() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          Task<Void> a = waiting(condition, "a");
          Task<Void> b = waiting(condition, "b");
          turns(1);
          with(
              await(condition.acquire()),
              held -> {
                condition.signal(1);
                a.cancel();
              });
          await(b);
          assertTrue(a.isCancelled());
          assertEquals(List.of("b"), log);
        });
  }

  @Test
  @DisplayName("python/cpython#112202: also if it is cancelled while it waits for the lock")
  void cpython112202OnTheWayBack() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          Task<Void> a = waiting(condition, "a");
          Task<Void> b = waiting(condition, "b");
          turns(1);
          with(
              await(condition.acquire()),
              held -> {
                condition.signal(1);
                turns(2); // a waits for the lock now
                a.cancel();
                turns(2);
                assertFalse(a.isDone(), "it has to have the lock when it ends");
              });
          await(b);
          assertTrue(a.isCancelled());
          assertEquals(List.of("b"), log);
        });
  }

  @Test
  @DisplayName("python/cpython#112202: a waiter that had no signal passes none on")
  void cpython112202WithoutASignal() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          Task<Void> a = waiting(condition, "a");
          Task<Void> b = waiting(condition, "b");
          turns(1);
          a.cancel();
          turns(5);
          assertTrue(a.isCancelled());
          assertFalse(b.isDone());
          with(await(condition.acquire()), held -> condition.signal(1));
          await(b);
        });
  }

  @Test
  @DisplayName("python/cpython#90155: the permit of a waiter that is cancelled goes to the next")
  void cpython90155() {
    run(
        () -> {
          AsyncSemaphore semaphore = AsyncSemaphore.unbounded(0);
          Task<Void> a = acquiring(semaphore, "a");
          Task<Void> b = acquiring(semaphore, "b");
          turns(1);
          semaphore.release();
          a.cancel();
          await(b);
          assertTrue(a.isCancelled());
          assertEquals(0, semaphore.availablePermits());
          semaphore.release();
          assertEquals(1, semaphore.availablePermits());
          assertFalse(semaphore.isLocked());
        });
  }

  @Test
  @DisplayName("python/cpython#90155: who releases and acquires at once does not overtake")
  void cpython90155Fairness() {
    run(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          List<Coroutine<Void>> workers = new ArrayList<>();
          for (String name : List.of("a", "b", "c")) {
            workers.add(
                act(
                    () -> {
                      for (int i = 0; i < 3; i++) {
                        with(
                            await(semaphore.acquire()),
                            permit -> {
                              log.add(name);
                              await(yieldNow());
                            });
                      }
                    }));
          }
          await(gather(workers));
          assertEquals("abcabcabc", String.join("", log));
        });
  }

  @Test
  @DisplayName("python/cpython#111693: two releases, and the first who was woken is cancelled")
  void cpython111693() {
    run(
        () -> {
          AsyncSemaphore semaphore = AsyncSemaphore.unbounded(0);
          Task<Void> a = acquiring(semaphore, "a");
          Task<Void> b = acquiring(semaphore, "b");
          Task<Void> c = acquiring(semaphore, "c");
          turns(1);
          semaphore.release();
          semaphore.release();
          a.cancel();
          await(gather(b, c));
          assertEquals(List.of("b", "c"), log);
        });
  }

  @Test
  @DisplayName("python/cpython#111693: the newest cancellation leaves a condition, with the lock")
  void cpython111693Condition() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          Task<Void> waiter =
              start(
                  act(
                      () ->
                          with(
                              await(condition.acquire()),
                              held -> {
                                try {
                                  await(condition.waitForSignal());
                                } finally {
                                  assertEquals(Tasks.current(), condition.lock().owner());
                                }
                              })));
          turns(1);
          with(
              await(condition.acquire()),
              held -> {
                for (String reason : List.of("first", "second", "third")) {
                  waiter.cancel(reason);
                  turns(2);
                }
              });
          CancelledError thrown = assertThrows(CancelledError.class, () -> await(waiter));
          assertEquals("third", thrown.getMessage());
          assertEquals(3, waiter.cancelRequests());
          assertFalse(condition.lock().isLocked());
        });
  }

  @Test
  @DisplayName("python/asyncio#256, #269: the item of a taker that is cancelled goes to the next")
  void bpo23812() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.unbounded();
          Task<String> a = start(queue.take());
          Task<String> b = start(queue.take());
          turns(1);
          queue.tryPut("item");
          a.cancel();
          assertEquals("item", await(b));
          assertTrue(queue.isEmpty());
        });
  }

  @Test
  @DisplayName("python/asyncio#256, #269: and without a next one, back to the head")
  void bpo23812Head() {
    run(
        () -> {
          AsyncQueue<Integer> queue = AsyncQueue.unbounded();
          Task<Integer> a = start(queue.take());
          Task<Integer> b = start(queue.take());
          turns(1);
          queue.tryPut(1);
          queue.tryPut(2);
          queue.tryPut(3);
          b.cancel();
          a.cancel();
          assertEquals(3, queue.size());
          settled(a, b);
          assertEquals(
              List.of(1, 2, 3),
              List.of(await(queue.take()), await(queue.take()), await(queue.take())));
        });
  }

  @Test
  @DisplayName("python/cpython#83055: who waits to put is not overtaken")
  void cpython83055() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.bounded(2);
          queue.tryPut("1");
          queue.tryPut("2");
          Task<Void> a = start(queue.put("a"));
          turns(1);
          assertEquals("1", queue.tryTake());
          assertEquals("2", queue.tryTake());
          assertFalse(queue.tryPut("b"), "a comes first, though there is room for both");
          Task<Void> c = start(queue.put("c"));
          await(gather(a, c));
          assertEquals("a", queue.tryTake());
          assertEquals("c", queue.tryTake());
        });
  }

  @Test
  @DisplayName("python/cpython#1031: the lock of a waiter that is cancelled goes to the next")
  void bpo27585() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = await(lock.acquire());
          Task<Held> a = start(lock.acquire());
          Task<Held> b = start(lock.acquire());
          turns(1);
          held.release();
          a.cancel();
          await(b).release();
          assertTrue(a.isCancelled());
          assertFalse(lock.isLocked());
        });
  }

  @Test
  @DisplayName(
      "python/cpython#86766, #7216: the lock is held when a wait for a signal is out of time")
  void cpython86766() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          for (int i = 0; i < 2; i++) {
            boolean scope = i == 0;
            Held held = await(condition.acquire());
            assertThrows(
                AsyncTimeoutException.class,
                () -> {
                  if (scope) {
                    with(timeout(SECOND), limit -> await(condition.waitForSignal()));
                  } else {
                    await(waitFor(condition.waitForSignal(), SECOND));
                  }
                });
            assertEquals(Tasks.current(), condition.lock().owner());
            held.release();
            assertNull(condition.lock().owner());
          }
        });
  }

  @Test
  @DisplayName("agronholm/anyio#1075: a signal for a task that is cancelled goes to the next")
  void anyio1075() {
    run(
        () -> {
          for (boolean signalledFirst : new boolean[] {true, false}) {
            AsyncCondition condition = new AsyncCondition();
            Task<Void> cancelled = waiting(condition, "cancelled");
            Task<Void> next = waiting(condition, "next");
            Task<Void> last = waiting(condition, "last");
            turns(2);
            Held held = await(condition.acquire());
            if (signalledFirst) {
              condition.signal(1);
              cancelled.cancel();
            } else {
              cancelled.cancel();
              condition.signal(1);
            }
            held.release();
            await(next);
            turns(2);
            assertTrue(cancelled.isCancelled());
            assertFalse(last.isDone());
            last.cancel();
            settled(last);
            assertFalse(condition.lock().isLocked());
          }
          assertEquals(List.of("next", "next"), log);
        });
  }

  @Test
  @DisplayName("agronholm/anyio#1170: no more permits are given than there are, to whoever comes")
  void anyio1170() {
    run(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          Permit first = await(semaphore.acquire());
          Task<Permit> waiter = start(semaphore.acquire());
          turns(1);
          first.release(); // the waiter has it, and has not run since
          assertNull(semaphore.tryAcquire());
          Task<Permit> newcomer = start(semaphore.acquire());
          Permit second = await(waiter);
          turns(3);
          assertFalse(newcomer.isDone());
          second.release();
          await(newcomer).release();
        });
  }

  @Test
  @DisplayName("python/cpython#108042: the place of a put that is interrupted goes to the next")
  void cpython108042() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.bounded(1);
          queue.tryPut("first");
          Task<Void> a = start(queue.put("a"));
          Task<Void> b = start(queue.put("b"));
          turns(1);
          assertEquals("first", queue.tryTake());
          a.cancel();
          await(b);
          assertTrue(a.isCancelled());
          assertEquals("b", queue.tryTake());
          assertTrue(queue.isEmpty());
        });
  }

  @Test
  @DisplayName("python/cpython#108042: who waits to take gets the item of the next who puts")
  void cpython108042Takers() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.bounded(1);
          queue.tryPut("first");
          Task<Void> a = start(queue.put("a"));
          Task<Void> b = start(queue.put("b"));
          turns(1);
          assertEquals("first", queue.tryTake());
          Task<String> taker = start(queue.take());
          a.cancel();
          assertEquals("b", await(taker));
          await(b);
        });
  }

  @Test
  @DisplayName("Kotlin/kotlinx.coroutines#2233, #3504: a time limit at the moment of the hand-over")
  void kotlinx2233() {
    run(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          AsyncLock lock = new AsyncLock();
          AsyncQueue<Integer> queue = AsyncQueue.unbounded();
          queue.tryPut(0);
          for (int round = 0; round < 5000; round++) {
            Permit permit = await(semaphore.acquire());
            Held held = await(lock.acquire());
            int item = await(queue.take());
            long now = EventLoop.current().time();
            // Whichever comes first in the turn in which all of it happens.
            if (round % 2 == 0) {
              handBack(now, permit, held, queue, item);
            }
            Task<Permit> permits = start(limited(semaphore.acquire(), round));
            Task<Held> holds = start(limited(lock.acquire(), round));
            Task<Integer> items = start(limited(queue.take(), round));
            turns(1);
            if (round % 2 == 1) {
              handBack(now, permit, held, queue, item);
            }
            await(gatherSettled(permits, holds, items));
            if (!permits.isCancelled() && permits.exception() == null) {
              permits.result().release();
            }
            if (!holds.isCancelled() && holds.exception() == null) {
              holds.result().release();
            }
            if (!items.isCancelled() && items.exception() == null) {
              queue.tryPut(items.result());
            }
            assertEquals(1, semaphore.availablePermits());
            assertFalse(lock.isLocked());
            assertEquals(1, queue.size());
          }
        });
  }

  private static <T> Coroutine<T> limited(Coroutine<T> acquire, int round) {
    return round % 4 < 2
        ? waitFor(acquire, SECOND)
        : co(
            () -> {
              List<T> got = new ArrayList<>();
              with(timeout(SECOND), limit -> got.add(await(acquire)));
              return got.get(0);
            });
  }

  private static void handBack(
      long now, Permit permit, Held held, AsyncQueue<Integer> queue, int item) {
    EventLoop.current()
        .callAt(
            now + SECOND.toNanos(),
            () -> {
              permit.release();
              held.release();
              queue.tryPut(item);
            });
  }

  @Test
  @DisplayName(
      "Kotlin/kotlinx.coroutines#2380, #2683, #4145: a lock is released once, by who has it")
  void kotlinx2380() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          for (int cancelledAt = 0; cancelledAt < 8; cancelledAt++) {
            int[] entered = {0};
            List<Task<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
              tasks.add(
                  start(
                      act(
                          () -> {
                            Held held = await(lock.acquire());
                            try {
                              entered[0]++;
                              await(yieldNow());
                            } finally {
                              held.release(); // throws if it is not held
                            }
                          })));
            }
            for (int turn = 0; turn < 8; turn++) {
              if (turn == cancelledAt) {
                tasks.get(1).cancel();
                tasks.get(2).cancel();
              }
              turns(1);
            }
            settled(tasks.toArray(new Deferred<?>[0]));
            tasks.stream().filter(task -> !task.isCancelled()).forEach(Task::result);
            assertFalse(lock.isLocked());
            assertTrue(entered[0] >= 2);
          }
        });
  }

  @Test
  @DisplayName("Kotlin/kotlinx.coroutines#4583: who puts and who takes are cancelled together")
  void kotlinx4583() {
    run(
        () -> {
          for (int turn = 0; turn < 4; turn++) {
            AsyncQueue<String> queue = AsyncQueue.bounded(1);
            queue.tryPut("first");
            Task<Void> put = start(queue.put("second"));
            turns(1);
            Task<String> take = start(queue.take());
            Task<String> next = start(queue.take());
            turns(turn);
            put.cancel();
            take.cancel();
            settled(put, take);
            queue.shutdown();
            settled(next);
            List<String> found = new ArrayList<>();
            for (Task<String> task : List.of(take, next)) {
              if (!task.isCancelled() && task.exception() == null) {
                found.add(task.result());
              }
            }
            while (!queue.isEmpty()) {
              found.add(await(queue.take()));
            }
            assertEquals(
                put.isCancelled() ? List.of("first") : List.of("first", "second"),
                found,
                "in turn " + turn);
          }
        });
  }

  @Test
  @DisplayName("swiftlang/swift#71412, #80808: all who take end when the queue is shut down")
  void swift71412() {
    run(
        () -> {
          AsyncQueue<Integer> queue = AsyncQueue.unbounded();
          List<Task<Integer>> consumers = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            consumers.add(
                start(
                    co(
                        () -> {
                          int count = 0;
                          var walk = queue.iterator();
                          while (await(walk.moveNext())) {
                            count++;
                          }
                          return count;
                        })));
          }
          turns(2);
          queue.tryPut(1);
          queue.tryPut(2);
          queue.shutdown();
          List<Integer> counts = await(gather(consumers));
          assertEquals(2, counts.stream().mapToInt(Integer::intValue).sum());
        });
  }

  @Test
  @DisplayName("tokio-rs/tokio#525, #2123, #2134: a wake-up that comes before the wait is not lost")
  void tokio525() {
    run(
        () -> {
          AsyncSemaphore semaphore = AsyncSemaphore.unbounded(0);
          semaphore.release();
          await(semaphore.acquire());
          AsyncEvent event = new AsyncEvent();
          event.set();
          await(event.waitUntilSet());
        });
  }
}
