package dev.fermata.machine;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.GeneratorClosed;
import dev.fermata.Task;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The life of a generator, and what becomes of who treats it badly. */
class GeneratorTest {
  private final List<String> log = new ArrayList<>();

  /** Waits a second before each of the numbers from 0 on, and after the last of them. */
  private AsyncGenerator<Integer> slow() {
    return Programs.gen(
        () -> {
          try {
            for (int i = 0; ; i++) {
              await(sleep(Duration.ofSeconds(1)));
              emit(i);
            }
          } finally {
            await(sleep(Duration.ofSeconds(1)));
            log.add("closed");
          }
        });
  }

  private static IllegalStateException misused(AsyncAction use) {
    return assertThrows(IllegalStateException.class, () -> await(Programs.act(use)));
  }

  @Test
  @DisplayName("python/cpython#117881: athrow while the generator waits is refused")
  void throwingIntoOneThatWaits() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator = slow();
          Task<Boolean> first = start(Programs.co(() -> await(generator.moveNext())));
          await(yieldNow());
          IOException thrown = new IOException();
          String message = misused(() -> await(generator.throwIn(thrown))).getMessage();
          assertTrue(message.endsWith("is already running"), message);
          misused(() -> await(generator.moveNext()));
          misused(() -> await(generator.closeAsync()));
          assertTrue(await(first));
          assertEquals(0, generator.current());
          assertThrows(IOException.class, () -> await(generator.throwIn(thrown)));
          assertEquals(List.of("closed"), log);
        });
  }

  @Test
  @DisplayName("python/cpython#117714: what closes a generator is awaited once")
  void awaitingAStepTwice() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator = slow();
          assertTrue(await(generator.moveNext()));
          Coroutine<Void> close = generator.closeAsync();
          await(close);
          misused(() -> await(close));
          Coroutine<Boolean> thrownIn = generator.throwIn(new IOException());
          assertFalse(await(thrownIn));
          misused(() -> await(thrownIn));
          assertEquals(List.of("closed"), log);
        });
  }

  @Test
  @DisplayName("python/cpython#117894: a second close while the first one waits is refused")
  void closingOneThatIsBeingClosed() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator = slow();
          assertTrue(await(generator.moveNext()));
          Task<Void> closing = start(generator.closeAsync());
          await(yieldNow());
          misused(() -> await(generator.closeAsync()));
          misused(() -> await(generator.throwIn(new IOException())));
          misused(() -> await(generator.moveNext()));
          await(closing);
          assertEquals(List.of("closed"), log);
        });
  }

  @Test
  void aBodyThatMovesItself() {
    Programs.run(
        () -> {
          List<AsyncGenerator<Integer>> own = new ArrayList<>();
          own.add(Programs.gen(() -> await(own.get(0).moveNext())));
          misused(() -> await(own.get(0).moveNext()));
          assertFalse(await(own.get(0).moveNext()));
        });
  }

  @Test
  void aBodyThatEmitsOnItsWayOut() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator =
              Programs.gen(
                  () -> {
                    try {
                      try {
                        emit(1);
                      } finally {
                        log.add("inner");
                        emit(2);
                      }
                    } finally {
                      log.add("outer");
                      emit(3);
                    }
                  });
          assertTrue(await(generator.moveNext()));
          misused(() -> await(generator.closeAsync()));
          assertEquals(List.of("inner", "outer"), log);
          assertFalse(await(generator.moveNext()));
        });
  }

  @Test
  void aBodyThatNothingCanStop() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator =
              Programs.gen(
                  () -> {
                    while (true) {
                      try {
                        emit(1);
                      } catch (Throwable ignored) {
                        log.add("goes on");
                      }
                    }
                  });
          assertTrue(await(generator.moveNext()));
          String message = misused(() -> await(generator.closeAsync())).getMessage();
          assertTrue(message.endsWith("ignores that it is closed"), message);
          assertTrue(log.size() > 1);
          assertFalse(await(generator.moveNext()));
          await(generator.closeAsync());
        });
  }

  private static AsyncCloseable failing(String message) {
    return () ->
        Programs.act(
            () -> {
              throw new IOException(message);
            });
  }

  @Test
  void aFailureOfAResourceIsTheFailureOfClosing() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator =
              Programs.gen(
                  () -> {
                    Throwable failure = null;
                    try {
                      emit(1);
                    } catch (Throwable thrown) {
                      failure = thrown;
                      throw thrown;
                    } finally {
                      try {
                        Bodies.exit(failing("inner"), failure);
                      } catch (Throwable thrown) {
                        Bodies.exit(failing("outer"), thrown);
                      }
                    }
                  });
          assertTrue(await(generator.moveNext()));
          IOException thrown = assertThrows(IOException.class, () -> await(generator.closeAsync()));
          assertEquals("inner", thrown.getMessage());
          assertEquals("outer", thrown.getSuppressed()[0].getMessage());
        });
  }

  @Test
  void aCancellationOfWhoCloses() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator = slow();
          assertTrue(await(generator.moveNext()));
          Task<Void> closing = start(generator.closeAsync());
          await(yieldNow());
          closing.cancel();
          assertThrows(CancelledError.class, () -> await(closing));
          assertFalse(await(generator.moveNext()));
          assertEquals(List.of(), log);
        });
  }

  @Test
  void aClosingThatIsThrownInComesBack() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator = slow();
          assertTrue(await(generator.moveNext()));
          GeneratorClosed thrown = new GeneratorClosed();
          assertSame(
              thrown, assertThrows(GeneratorClosed.class, () -> await(generator.throwIn(thrown))));
          assertEquals(List.of("closed"), log);
        });
  }

  @Test
  void onlyTheLoopOnWhichItHasBegun() {
    AsyncGenerator<Integer> generator =
        Programs.gen(
            () -> {
              emit(1);
              emit(2);
            });
    try (EventLoop.Runner first = EventLoop.builder().open()) {
      assertTrue(first.run(Programs.co(() -> await(generator.moveNext()))));
      Programs.run(
          () -> {
            String message = misused(() -> await(generator.moveNext())).getMessage();
            assertTrue(message.endsWith("was begun on another event loop"), message);
            misused(() -> await(generator.closeAsync()));
          });
      assertTrue(first.run(Programs.co(() -> await(generator.moveNext()))));
      first.run(generator.closeAsync());
    }
  }

  /** Emits what another one has emitted, and closes that by hand. */
  private AsyncGenerator<Integer> around(AsyncGenerator<Integer> inner) {
    return Programs.gen(
        () -> {
          try {
            while (await(inner.moveNext())) {
              emit(inner.current());
            }
          } finally {
            await(inner.closeAsync());
            log.add("outer");
          }
        });
  }

  /** Runs a program that leaves generators open, and returns what is said of that. */
  private static List<ExceptionContext> leftBy(AsyncAction program) {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(Programs.act(program), reports);
    return reports;
  }

  @Test
  void oneInsideAnotherIsClosedOnceAtShutdown() {
    List<AsyncGenerator<?>> kept = new ArrayList<>();
    List<ExceptionContext> reports =
        leftBy(
            () -> {
              AsyncGenerator<Integer> outer = around(slow());
              kept.add(outer);
              await(outer.moveNext());
            });
    assertEquals(List.of("closed", "outer"), log);
    assertEquals(2, reports.size());
    for (ExceptionContext report : reports) {
      assertEquals(
          "an async generator was not closed before the loop was shut down", report.message());
    }
    assertFalse(kept.isEmpty());
  }

  @Test
  void oneThatBeginsWhileOthersAreClosedAtShutdown() {
    List<AsyncGenerator<?>> kept = new ArrayList<>();
    leftBy(
        () -> {
          AsyncGenerator<Integer> first =
              Programs.gen(
                  () -> {
                    try {
                      emit(1);
                    } finally {
                      AsyncGenerator<Integer> second = slow();
                      kept.add(second);
                      await(second.moveNext());
                    }
                  });
          kept.add(first);
          await(first.moveNext());
        });
    assertEquals(List.of("closed"), log);
  }

  @Test
  void debugModeSaysWhereItHasBegun() {
    List<AsyncGenerator<?>> kept = new ArrayList<>();
    List<ExceptionContext> reports =
        leftBy(
            () -> {
              AsyncGenerator<Integer> generator = slow();
              kept.add(generator);
              begin(generator);
            });
    StackTraceElement[] trace = reports.get(0).exception().getStackTrace();
    assertTrue(
        List.of(trace).stream().anyMatch(place -> place.getMethodName().equals("begin")),
        () -> List.of(trace).toString());
  }

  private static void begin(AsyncGenerator<Integer> generator) {
    await(generator.moveNext());
  }

  @Test
  void oneThatHasEndedIsOfNoConcern() {
    AsyncGenerator<Integer> ended =
        Programs.gen(
            () -> {
              emit(1);
            });
    Programs.run(
        () -> {
          assertTrue(await(ended.moveNext()));
          assertFalse(await(ended.moveNext()));
        });
    assertNull(Programs.<Void>run(ended.closeAsync()));
  }
}
