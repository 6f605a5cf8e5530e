package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Completions;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Object> log = new ArrayList<>();

  private static Promise<String> promise() {
    return EventLoop.current().newPromise();
  }

  private static Coroutine<String> after(int seconds, String value) {
    return Programs.co(
        () -> {
          await(sleep(Duration.ofSeconds(seconds)));
          return value;
        });
  }

  @Test
  void coroutinesAreStartedAtOnceAndGivenAsCoroutines() {
    Programs.run(
        () -> {
          Completions<String, Coroutine<String>> all =
              Tasks.asCompleted(List.of(after(2, "late"), after(1, "early")));
          assertEquals(3, Tasks.all().size());
          try (var each = Bodies.each(all)) {
            for (Coroutine<String> one : each) {
              log.add(await(one));
            }
          }
          for (Coroutine<String> one : Tasks.asCompleted(List.of(done("a"), after(1, "b")))) {
            log.add(await(one));
          }
        });
    assertEquals(List.of("early", "late", "a", "b"), log);
  }

  @Test
  void eachIsGivenOnceHoweverItIsAskedFor() {
    Programs.run(
        () -> {
          Promise<String> a = promise();
          Promise<String> b = promise();
          Promise<String> c = promise();
          Completions<String, Promise<String>> all = Tasks.asCompleted(List.of(a, b, a, c));
          Completions.Walk<String, Promise<String>> walk = all.iterator();
          assertSame(walk, all.iterator());
          assertThrows(IllegalStateException.class, walk::current);
          c.complete("c");
          b.complete("b");
          a.complete("a");
          assertTrue(await(walk.moveNext()));
          assertSame(c, walk.current());
          assertEquals("b", await(walk.next()));
          assertTrue(walk.hasNext());
          assertTrue(await(walk.moveNext()));
          assertSame(a, walk.current());
          assertFalse(walk.hasNext());
          assertFalse(await(walk.moveNext()));
          assertThrows(IllegalStateException.class, walk::current);
          assertThrows(NoSuchElementException.class, walk::next);
          assertFalse(Tasks.asCompleted(List.<Task<String>>of(), SECOND).iterator().hasNext());
        });
  }

  @Test
  void thoseWhoWaitAreServedInOrder() {
    Programs.run(
        () -> {
          Promise<String> a = promise();
          Promise<String> b = promise();
          List<Task<Void>> askers = new ArrayList<>();
          for (Coroutine<String> next : Tasks.asCompleted(List.of(a, b))) {
            int asker = askers.size();
            askers.add(start(Programs.act(() -> log.add(asker + await(next)))));
          }
          await(yieldNow());
          b.complete("b");
          await(yieldNow());
          a.complete("a");
          for (Task<Void> asker : askers) {
            await(asker);
          }
        });
    assertEquals(List.of("0b", "1a"), log);
  }

  /** asyncio loses it: it counts the item as given. */
  @Test
  void nothingIsLostWhenWhoIsServedIsCancelledInTheSameTurn() {
    for (boolean another : new boolean[] {false, true}) {
      log.clear();
      Programs.run(
          () -> {
            Promise<String> a = promise();
            Promise<String> b = promise();
            Completions.Walk<String, Promise<String>> walk =
                Tasks.asCompleted(List.of(a, b)).iterator();
            Task<String> served = start(walk.next());
            Task<Boolean> next = another ? start(Programs.co(() -> await(walk.moveNext()))) : null;
            await(yieldNow());
            a.complete("a");
            EventLoop.current().callSoon(served::cancel);
            await(yieldNow());
            assertThrows(CancelledError.class, () -> await(served));
            if (next == null) {
              assertTrue(walk.hasNext());
              assertEquals("a", await(walk.next()));
            } else {
              assertTrue(await(next));
              assertSame(a, walk.current());
            }
            b.complete("b");
            assertEquals("b", await(walk.next()));
            assertFalse(walk.hasNext());
          });
    }
  }

  @Test
  void whoIsCancelledWhileWaitingLeavesTheLine() {
    Programs.run(
        () -> {
          Promise<String> a = promise();
          Completions.Walk<String, Promise<String>> walk = Tasks.asCompleted(List.of(a)).iterator();
          Task<Boolean> impatient = start(Programs.co(() -> await(walk.moveNext())));
          await(yieldNow());
          assertFalse(walk.hasNext());
          impatient.cancel();
          assertThrows(CancelledError.class, () -> await(impatient));
          a.complete("a");
          await(yieldNow());
          assertTrue(await(walk.moveNext()));
        });
  }

  @Test
  void aFailureIsThatOfItsOwn() {
    Programs.run(
        () -> {
          Promise<String> bad = promise();
          bad.fail(new IllegalArgumentException("bad"));
          Completions.Walk<String, Promise<String>> walk =
              Tasks.asCompleted(List.of(bad, promise()), SECOND).iterator();
          Coroutine<String> first = walk.next();
          assertThrows(IllegalArgumentException.class, () -> await(first));
          Coroutine<String> second = walk.next();
          assertThrows(AsyncTimeoutException.class, () -> await(second));
          assertFalse(walk.hasNext());
        });
  }

  @Test
  void leavingTheLoopGivesNothingMoreAndCancelsNothing() {
    Programs.run(
        () -> {
          Task<String> slow = start(after(3, "slow"));
          Completions<String, Task<String>> all =
              Tasks.asCompleted(List.of(slow, start(after(1, "fast"))), SECOND.multipliedBy(2));
          Task<String> waiting;
          try (var each = Bodies.each(all)) {
            waiting = start(all.iterator().next());
            for (Task<String> one : each) {
              log.add(one.result());
              break;
            }
          }
          assertFalse(all.iterator().hasNext());
          assertFalse(await(all.iterator().moveNext()));
          assertThrows(IllegalStateException.class, () -> await(waiting));
          assertEquals("slow", await(slow));
        });
    assertEquals(List.of("fast"), log);
  }

  @Test
  void whoIsCancelledInTheTurnInWhichOneIsDoneIsPassedOver() {
    Programs.run(
        () -> {
          Promise<Integer> promise = EventLoop.current().newPromise();
          var walk = Tasks.asCompleted(List.of(promise)).iterator();
          Task<Integer> waiter = start(Programs.co(() -> await(walk.next())));
          await(yieldNow());
          promise.complete(1);
          waiter.cancel();
          assertThrows(CancelledError.class, () -> await(waiter));
          assertEquals(1, await(walk.next()));
          assertFalse(walk.hasNext());
        });
  }

  @Test
  void whoIsCancelledInTheTurnInWhichTheWalkIsClosedIsPassedOver() {
    Programs.run(
        () -> {
          Promise<Integer> promise = EventLoop.current().newPromise();
          var walk = Tasks.asCompleted(List.of(promise)).iterator();
          Task<Integer> waiter = start(Programs.co(() -> await(walk.next())));
          await(yieldNow());
          waiter.cancel();
          await(walk.closeAsync());
          assertThrows(CancelledError.class, () -> await(waiter));
        });
  }
}
