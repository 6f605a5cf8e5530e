package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Execution;
import dev.fermata.sync.AsyncBarrier;
import dev.fermata.sync.AsyncCondition;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.AsyncQueue;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the runtime throws has a trace from the method that was called, and no other of its own. */
class RuntimeTraceTest {
  private static Coroutine<Object> awaiting(Awaitable<?> awaitable) {
    return new Frame<>() {
      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        if (failure != null) {
          throw failure;
        }
        return execution.await(awaitable, this);
      }
    };
  }

  /** Returns the first method of the trace of what {@code awaitable} fails with. */
  private static String top(Awaitable<?> awaitable) {
    Throwable failure = assertThrows(Throwable.class, () -> await(awaiting(awaitable)));
    List<String> methods =
        Stream.of(failure.getStackTrace())
            .map(element -> element.getClassName() + "." + element.getMethodName())
            .takeWhile(method -> !method.equals("dev.fermata.Task.run"))
            .toList();
    for (String method : methods) {
      assertFalse(
          method.matches("dev\\.fermata\\.(internal\\.|machine\\.|sync\\.(?!Async)).*"),
          methods::toString);
    }
    return methods.get(0);
  }

  @Test
  void ofWhatFailsAtOnceAndLater() {
    Programs.run(
        () -> {
          AsyncLock lock = new AsyncLock();
          await(lock.acquire());
          assertEquals("dev.fermata.sync.AsyncLock.acquire", top(lock.acquire()));
          AsyncQueue<Object> queue = AsyncQueue.bounded(1);
          queue.shutdown();
          assertEquals("dev.fermata.sync.AsyncQueue.take", top(queue.take()));
          assertEquals("dev.fermata.sync.AsyncQueue.put", top(queue.put(1)));
          AsyncBarrier barrier = new AsyncBarrier(2);
          barrier.abort();
          assertEquals("dev.fermata.sync.AsyncBarrier.arrive", top(barrier.arrive()));
          assertEquals(
              "dev.fermata.sync.AsyncCondition.waitForSignal",
              top(new AsyncCondition().waitForSignal()));
          assertEquals(
              "dev.fermata.Coroutines.waitFor",
              top(waitFor(sleep(Duration.ofHours(1)), Duration.ofSeconds(1))));
        });
  }

  @Test
  void theUsersCodeInItIsKept() {
    Programs.run(
        () -> {
          AsyncCondition condition = new AsyncCondition();
          await(condition.acquire());
          assertEquals(
              RuntimeTraceTest.class.getName() + ".fails",
              top(condition.waitUntil(RuntimeTraceTest::fails)));
        });
  }

  private static boolean fails() {
    throw new UnsupportedOperationException();
  }
}
