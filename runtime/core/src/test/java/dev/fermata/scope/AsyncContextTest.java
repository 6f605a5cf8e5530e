package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncContext;
import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Task;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scopes that are made of generators. */
class AsyncContextTest {
  private final List<String> log = new ArrayList<>();

  private AsyncContext<Object> enter(AsyncAction body) {
    AsyncGenerator<Object> generator = Programs.gen(body);
    return await(AsyncContext.enter(generator));
  }

  @Test
  void hasTheValueWhichMayBeNull() {
    Programs.run(
        () -> {
          AsyncContext<Object> context =
              enter(
                  () -> {
                    emit(null);
                    log.add("left");
                  });
          assertNull(context.value());
          Bodies.exit(context, null);
          assertEquals(List.of("left"), log);
          await(context.closeAsync());
          assertEquals(List.of("left"), log);
        });
  }

  @Test
  void aFailureThatIsSwallowedStays() {
    Programs.run(
        () -> {
          AsyncContext<Object> context =
              enter(
                  () -> {
                    try {
                      emit(1);
                    } catch (ArithmeticException e) {
                      log.add("swallowed");
                    }
                  });
          ArithmeticException body = new ArithmeticException();
          assertSame(
              body, assertThrows(ArithmeticException.class, () -> Bodies.exit(context, body)));
          assertEquals(List.of("swallowed"), log);
        });
  }

  @Test
  void aFailureIsReplacedByAnother() {
    Programs.run(
        () -> {
          AsyncContext<Object> context =
              enter(
                  () -> {
                    try {
                      emit(1);
                    } catch (ArithmeticException e) {
                      throw new IllegalArgumentException(e);
                    }
                  });
          ArithmeticException body = new ArithmeticException();
          IllegalArgumentException thrown =
              assertThrows(IllegalArgumentException.class, () -> Bodies.exit(context, body));
          assertSame(body, thrown.getCause());
        });
  }

  @Test
  void aSecondElementIsAnErrorThatHasTheFailureOfTheBody() {
    Programs.run(
        () -> {
          AsyncContext<Object> context =
              enter(
                  () -> {
                    try {
                      emit(1);
                    } catch (ArithmeticException e) {
                      log.add("caught");
                    }
                    try {
                      emit(2);
                    } finally {
                      await(yieldNow());
                      log.add("closed");
                    }
                  });
          ArithmeticException body = new ArithmeticException();
          IllegalStateException thrown =
              assertThrows(IllegalStateException.class, () -> Bodies.exit(context, body));
          assertTrue(thrown.getMessage().endsWith("emitted more than once"));
          assertSame(body, thrown.getSuppressed()[0]);
          assertEquals(List.of("caught", "closed"), log);
        });
  }

  @Test
  void aSecondElementThatCannotBeClosed() {
    Programs.run(
        () -> {
          AsyncContext<Object> context =
              enter(
                  () -> {
                    emit(1);
                    try {
                      emit(2);
                    } finally {
                      failInFinally();
                    }
                  });
          IllegalArgumentException thrown =
              assertThrows(IllegalArgumentException.class, () -> Bodies.exit(context, null));
          assertTrue(thrown.getSuppressed()[0].getMessage().endsWith("emitted more than once"));
        });
  }

  private static void failInFinally() {
    throw new IllegalArgumentException("in finally");
  }

  @Test
  void aCancellationWhileItIsEntered() {
    Programs.run(
        () -> {
          AsyncGenerator<Object> generator =
              Programs.gen(
                  () -> {
                    try {
                      await(sleep(Duration.ofSeconds(1)));
                      emit(1);
                    } finally {
                      log.add("closed");
                    }
                  });
          Task<AsyncContext<Object>> entering = start(AsyncContext.enter(generator));
          await(yieldNow());
          entering.cancel();
          assertThrows(CancelledError.class, () -> await(entering));
          assertEquals(List.of("closed"), log);
        });
  }
}
