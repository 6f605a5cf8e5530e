package dev.fermata.sync;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.run;
import static dev.fermata.testing.Programs.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncIterator;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SyncTest {
  private static void turns(int count) {
    for (int i = 0; i < count; i++) {
      await(yieldNow());
    }
  }

  @Test
  void acquiringALockTwiceIsAnErrorAndNoHang() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = await(lock.acquire());
          assertSame(Tasks.current(), lock.owner());
          assertNull(lock.tryAcquire());
          IllegalStateException twice =
              assertThrows(IllegalStateException.class, () -> await(lock.acquire()));
          assertTrue(
              twice.getMessage().startsWith("Task-1 holds this lock already"), twice::getMessage);
          held.release();
          assertNull(lock.owner());
          await(lock.acquire()).release();
        });
  }

  @Test
  void aHoldIsReleasedOnceAndClosedAnyNumberOfTimes() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = await(lock.acquire());
          held.release();
          Held other = await(lock.acquire());
          assertThrows(IllegalStateException.class, held::release);
          held.close();
          await(held.closeAsync());
          assertTrue(lock.isLocked(), "it is held by another hold");
          other.close();
          assertFalse(lock.isLocked());
        });
  }

  @Test
  void tryAcquireDoesNotOvertake() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = lock.tryAcquire();
          assertNotNull(held);
          Task<Void> next =
              start(act(() -> with(await(lock.acquire()), mine -> await(yieldNow()))));
          turns(1);
          held.release();
          assertFalse(lock.isLocked(), "it is promised, and not held before the turn of its task");
          assertNull(lock.tryAcquire());
          await(next);
          assertNotNull(lock.tryAcquire());
        });
  }

  @Test
  void aCancellationThatIsTakenBackHasCutInLineAlready() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = await(lock.acquire());
          Task<Held> first = start(lock.acquire());
          Task<Held> second = start(lock.acquire());
          turns(1);
          held.release();
          first.cancel();
          assertEquals(0, first.uncancel());
          assertThrows(CancelledError.class, () -> await(first));
          await(second).release();
        });
  }

  @Test
  void whatDoesNotWaitDoesNotGiveWay() {
    run(
        () -> {
          boolean[] ran = {false};
          start(act(() -> ran[0] = true));
          AsyncQueue<String> queue = AsyncQueue.bounded(1);
          await(new AsyncLock().acquire()).release();
          await(new AsyncSemaphore(1).acquire()).release();
          await(queue.put("item"));
          await(queue.take());
          assertFalse(ran[0]);
        });
  }

  @Test
  void aCoroutineThatDoesNotBeginTakesNothing() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          AsyncQueue<String> queue = AsyncQueue.unbounded();
          queue.tryPut("item");
          assertThrows(
              AsyncTimeoutException.class, () -> await(waitFor(lock.acquire(), Duration.ZERO)));
          assertThrows(
              AsyncTimeoutException.class, () -> await(waitFor(queue.take(), Duration.ZERO)));
          Task<Held> task = start(lock.acquire());
          task.cancel();
          assertThrows(CancelledError.class, () -> await(task));
          assertFalse(lock.isLocked());
          assertEquals(1, queue.size());
        });
  }

  @Test
  void permitsComeBackFromWhoHasThem() {
    run(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(3);
          Permit two = await(semaphore.acquire(2));
          assertEquals(2, two.count());
          assertNull(semaphore.tryAcquire(2));
          Permit one = semaphore.tryAcquire();
          assertNotNull(one);
          assertTrue(semaphore.isLocked());
          two.release();
          assertThrows(IllegalStateException.class, two::release);
          two.close();
          assertEquals(2, semaphore.availablePermits());
          assertThrows(IllegalStateException.class, semaphore::release);
          assertThrows(IllegalArgumentException.class, () -> semaphore.acquire(4));
          assertThrows(IllegalArgumentException.class, () -> semaphore.tryAcquire(0));
          one.close();
          assertEquals(3, semaphore.availablePermits());
        });
    assertThrows(IllegalArgumentException.class, () -> new AsyncSemaphore(0));
    assertThrows(IllegalArgumentException.class, () -> AsyncSemaphore.unbounded(-1));
  }

  @Test
  void whoAsksForManyPermitsIsNotOvertaken() {
    run(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(3);
          Permit held = await(semaphore.acquire(2));
          Task<Permit> many = start(semaphore.acquire(3));
          turns(1);
          Task<Permit> few = start(semaphore.acquire(1));
          turns(3);
          assertFalse(few.isDone());
          assertNull(semaphore.tryAcquire());
          many.cancel();
          assertEquals(1, await(few).count(), "nobody is before it any more");
          held.release();
        });
  }

  @Test
  void onlyTheOwnerOfTheLockWaitsAndSignals() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          assertThrows(IllegalStateException.class, () -> condition.signal(1));
          assertThrows(IllegalStateException.class, () -> await(condition.waitForSignal()));
          Held held = await(condition.acquire());
          Task<Void> other =
              start(
                  act(
                      () -> {
                        assertThrows(IllegalStateException.class, condition::signalAll);
                        await(condition.waitUntil(() -> true));
                      }));
          IllegalStateException refused =
              assertThrows(IllegalStateException.class, () -> await(other));
          assertTrue(
              refused.getMessage().startsWith("Task-2 does not hold the lock of the condition"),
              refused::getMessage);
          held.release();
        });
  }

  @Test
  void aHoldThatWaitsForASignalCannotBeReleased() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          Held[] hold = new Held[1];
          Task<Void> waiter =
              start(
                  act(
                      () -> {
                        hold[0] = await(condition.acquire());
                        await(condition.waitForSignal());
                        hold[0].release();
                      }));
          turns(1);
          assertThrows(IllegalStateException.class, hold[0]::release);
          hold[0].close();
          with(await(condition.acquire()), held -> condition.signal(1));
          await(waiter);
        });
  }

  @Test
  void aPredicateThatThrowsLeavesTheLockHeld() {
    run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          Held held = await(condition.acquire());
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  await(
                      condition.waitUntil(
                          () -> {
                            throw new IllegalArgumentException("no");
                          })));
          held.release();
        });
  }

  @Test
  void conditionsMayShareALock() {
    run(
        () -> {
          AsyncLock lock = new AsyncLock();
          AsyncCondition even = new AsyncCondition(lock);
          AsyncCondition odd = new AsyncCondition(lock);
          List<String> log = new ArrayList<>();
          Task<Void> waiter =
              start(
                  act(
                      () ->
                          with(
                              await(lock.acquire()),
                              held -> {
                                await(even.waitForSignal());
                                log.add("even");
                                odd.signal(1);
                              })));
          turns(1);
          with(
              await(odd.acquire()),
              held -> {
                even.signal(1);
                await(odd.waitForSignal());
                log.add("odd");
              });
          await(waiter);
          assertEquals(List.of("even", "odd"), log);
        });
  }

  @Test
  void everyPartyHasAPlaceOfItsOwn() {
    run(
        () -> {
          AsyncBarrier barrier = new AsyncBarrier(3);
          Task<Integer> a = start(barrier.arrive());
          Task<Integer> b = start(barrier.arrive());
          turns(1);
          a.cancel();
          turns(1);
          Task<Integer> c = start(barrier.arrive());
          turns(1);
          assertEquals(2, await(barrier.arrive()));
          assertEquals(List.of(0, 1), List.of(await(b), await(c)));
        });
    assertThrows(IllegalArgumentException.class, () -> new AsyncBarrier(0));
  }

  @Test
  void whoWasLetGoPassesThoughTheBarrierBreaks() {
    run(
        () -> {
          AsyncBarrier barrier = new AsyncBarrier(2);
          Task<Integer> a = start(barrier.arrive());
          turns(1);
          await(barrier.arrive());
          barrier.abort();
          assertEquals(0, await(a));
          assertThrows(BarrierBrokenException.class, () -> await(barrier.arrive()));
          barrier.reset();
          assertFalse(barrier.isBroken());
        });
  }

  @Test
  void anItemCountsUntilItIsTaken() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.bounded(1);
          Task<String> taker = start(queue.take());
          turns(1);
          assertTrue(queue.tryPut("item"));
          assertEquals(1, queue.size());
          assertTrue(queue.isFull());
          assertNull(queue.tryTake(), "it is on its way to the task");
          assertFalse(queue.tryPut("next"));
          assertEquals("item", await(taker));
          assertTrue(queue.isEmpty());
          assertFalse(queue.isFull());
        });
  }

  @Test
  void equalItemsKeepTheirOrderAlsoWhenOneIsPutBack() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.priority(10, Comparator.comparing(String::length));
          Task<String> taker = start(queue.take());
          turns(1);
          for (String item : List.of("b1", "a2", "c", "d3")) {
            queue.tryPut(item);
          }
          taker.cancel();
          List<String> order = new ArrayList<>();
          while (!queue.isEmpty()) {
            order.add(await(queue.take()));
          }
          assertEquals(List.of("c", "b1", "a2", "d3"), order);
        });
  }

  @Test
  void anItemThatCannotBeComparedLeavesTheQueueAsItWas() {
    run(
        () -> {
          AsyncQueue<Object> queue =
              AsyncQueue.priority(2, Comparator.comparing(item -> (Integer) item));
          queue.tryPut(0);
          queue.tryPut(1);
          Task<Void> wrong = start(queue.put("wrong"));
          Task<Void> right = start(queue.put(2));
          turns(1);
          assertEquals(0, queue.tryTake());
          assertThrows(ClassCastException.class, () -> await(wrong));
          await(right);
          assertEquals(1, queue.tryTake());
          assertEquals(2, queue.tryTake());
          assertEquals(3, queue.unfinished());
        });
  }

  @Test
  void whatAQueueRefuses() {
    assertThrows(IllegalArgumentException.class, () -> AsyncQueue.bounded(0));
    AsyncQueue<String> queue = AsyncQueue.unbounded();
    assertThrows(NullPointerException.class, () -> queue.tryPut(nothing()));
    assertThrows(NullPointerException.class, () -> queue.put(nothing()));
    assertThrows(IllegalStateException.class, queue::taskDone);
    assertThrows(IllegalStateException.class, () -> queue.iterator().current());
  }

  @SuppressWarnings("NullAway") // as a caller that does not check
  private static String nothing() {
    return null;
  }

  @Test
  void anItemThatIsGivenBackAfterTheShutdownIsStillTaken() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.unbounded();
          Task<String> a = start(queue.take());
          Task<String> b = start(queue.take());
          Task<String> c = start(queue.take());
          turns(1);
          queue.tryPut("item");
          queue.shutdown();
          a.cancel();
          assertEquals("item", await(b));
          assertThrows(QueueShutdownException.class, () -> await(c));
        });
  }

  @Test
  void whatIsOnItsWayIsDroppedByAnImmediateShutdown() {
    run(
        () -> {
          AsyncQueue<String> queue = AsyncQueue.bounded(1);
          Task<String> taker = start(queue.take());
          turns(1);
          queue.tryPut("item");
          Task<Void> put = start(queue.put("next"));
          turns(0);
          queue.shutdown(true);
          assertEquals(0, queue.size());
          await(queue.join());
          assertThrows(QueueShutdownException.class, () -> await(taker));
          assertThrows(QueueShutdownException.class, () -> await(put));
          queue.shutdown(true);
          assertEquals(0, queue.unfinished());
        });
  }

  @Test
  void aWalkEndsWithTheQueue() {
    run(
        () -> {
          AsyncQueue<Integer> queue = AsyncQueue.bounded(1);
          start(
              act(
                  () -> {
                    for (int i = 0; i < 5; i++) {
                      await(queue.put(i));
                    }
                    queue.shutdown();
                  }));
          List<Integer> items = new ArrayList<>();
          for (int item : awaitEach(queue)) {
            items.add(item);
          }
          assertEquals(List.of(0, 1, 2, 3, 4), items);
          AsyncIterator<Integer> walk = queue.iterator();
          assertFalse(await(walk.moveNext()));
          assertThrows(IllegalStateException.class, walk::current);
        });
  }

  @Test
  void whatIsFilledBeforeTheLoopCanBeUsedInIt() {
    AsyncQueue<String> queue = AsyncQueue.unbounded();
    AsyncEvent event = new AsyncEvent();
    queue.tryPut("item");
    event.set();
    run(
        () -> {
          assertEquals("item", await(queue.take()));
          await(event.waitUntilSet());
        });
  }

  @Test
  void aPrimitiveMayGoToAnotherLoopWhenItsOwnIsClosedAndNobodyIsLeft() {
    AsyncLock lock = new AsyncLock();
    AsyncQueue<String> queue = AsyncQueue.unbounded();
    AsyncSemaphore semaphore = new AsyncSemaphore(1);
    for (int i = 0; i < 2; i++) {
      run(
          () -> {
            await(lock.acquire()).release();
            await(queue.put("item"));
            await(semaphore.acquire()).release();
          });
    }
    assertEquals(2, queue.size());
    run(() -> await(semaphore.acquire()));
    run(() -> assertThrows(IllegalStateException.class, () -> await(semaphore.acquire())));
  }

  @Test
  void anotherLoopIsToldWhoseItIs() {
    AsyncEvent event = new AsyncEvent();
    try (EventLoop.Runner first = EventLoop.builder().clock(Clock.virtual()).name("one").open()) {
      event.set();
      first.run(act(() -> await(event.waitUntilSet())));
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> run(() -> await(event.waitUntilSet())));
      assertTrue(
          refused.getMessage().startsWith("AsyncEvent[set] belongs to EventLoop[one], "),
          refused::getMessage);
    }
  }

  @Test
  void inDebugModeAnotherThreadIsAnError() {
    AsyncEvent event = new AsyncEvent();
    run(
        () -> {
          Task<Void> waiter = start(event.waitUntilSet());
          turns(1);
          CompletableFuture<Void> set = CompletableFuture.runAsync(event::set);
          assertThrows(IllegalStateException.class, () -> await(set));
          EventLoop loop = EventLoop.current();
          await(CompletableFuture.runAsync(() -> loop.execute(event::set)));
          await(waiter);
        });
  }

  @Test
  void aPermitThatAWrongThreadGivesBackIsNotLost() {
    Programs.run(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          Permit permit = await(semaphore.acquire());
          CompletableFuture<Void> breach = CompletableFuture.runAsync(permit::release);
          assertThrows(IllegalStateException.class, () -> await(breach));
          permit.release();
          assertEquals(1, semaphore.availablePermits());
        });
  }
}
