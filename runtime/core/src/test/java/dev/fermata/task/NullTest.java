package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Execution;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Null is refused where it is given, in words that say what is to be there. */
class NullTest {
  private static void assertRefused(String expected, Executable given) {
    String message = assertThrows(NullPointerException.class, given).getMessage();
    assertTrue(message != null && message.contains(expected), message);
  }

  @Test
  void awaited() {
    Awaitable<?> nothing = null;
    CompletionStage<?> noStage = null;
    Programs.run(
        () -> {
          assertRefused("dev.fermata.testing.Programs.block awaits null", () -> await(nothing));
          assertRefused("dev.fermata.testing.Programs.block awaits null", () -> await(noStage));
          assertThrows(NullPointerException.class, () -> waitFor(nothing, Duration.ofDays(1)));
          assertThrows(NullPointerException.class, () -> waitFor(yieldNow(), null));
          assertRefused("not awaitable", () -> gather(Arrays.asList(yieldNow(), null)));
          assertRefused("not awaitable", () -> shield(nothing));
        });
  }

  @Test
  void returnedByABody() {
    Programs.run(
        () -> {
          Coroutine<Object> original = Bodies.coroutine(Programs.BODY, () -> null);
          assertRefused(
              "dev.fermata.testing.Programs.block returned null; a body ends"
                  + " with return done(value)",
              () -> await(original));
          Coroutine<Object> machine =
              new Frame<>() {
                @Override
                protected Object step(Execution execution, Object awaited, Throwable failure)
                    throws Throwable {
                  return execution.tail(null, this);
                }
              };
          assertRefused("dev.fermata.testing.Frame.body returned null", () -> await(machine));
          AsyncCloseable broken = () -> null;
          assertRefused("closeAsync returned null", () -> Programs.with(broken, resource -> {}));
        });
  }

  @Test
  void started() {
    Callable<?> noCall = null;
    Runnable noCallback = null;
    Consumer<Deferred<Object>> noAction = null;
    Programs.run(
        () -> {
          EventLoop loop = EventLoop.current();
          assertRefused("cannot be started", () -> start(null));
          assertThrows(NullPointerException.class, () -> toThread(noCall));
          assertThrows(NullPointerException.class, () -> loop.callSoon(noCallback));
          assertThrows(NullPointerException.class, () -> loop.callLater(Duration.ZERO, noCallback));
          assertThrows(NullPointerException.class, () -> loop.callAt(0, noCallback));
          assertThrows(NullPointerException.class, () -> loop.execute(noCallback));
          Promise<Object> promise = loop.newPromise();
          assertThrows(NullPointerException.class, () -> promise.onDone(noAction));
          assertThrows(NullPointerException.class, () -> promise.fail(null));
          assertFalse(promise.isDone());
          AsyncGenerator<Object> generator = Programs.gen(() -> {});
          assertThrows(NullPointerException.class, () -> generator.throwIn(null));
          assertEquals(false, await(generator.moveNext()));
        });
  }

  @Test
  void aTaskThatCannotBeStartedLeavesNothing() {
    List<Object> left = new ArrayList<>();
    Programs.run(
        () -> {
          assertThrows(NullPointerException.class, () -> start(null));
          await(yieldNow());
          left.addAll(dev.fermata.Tasks.all());
        });
    assertEquals(1, left.size());
  }
}
