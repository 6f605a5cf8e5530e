package dev.fermata.machine;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncGenerator;
import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Garbage;
import dev.fermata.testing.Programs;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What becomes of a generator that has begun, and that nobody has any more. */
class LostGeneratorTest {
  private static final int ATTEMPTS = 500;

  private final List<String> log = new ArrayList<>();
  private final List<ExceptionContext> reports = new ArrayList<>();

  private AsyncGenerator<String> lines(String name) {
    return Programs.gen(
        () -> {
          try {
            emit(name);
            emit(name);
          } finally {
            await(sleep(Duration.ofSeconds(1)));
            log.add("closed " + name);
          }
        });
  }

  private void begin(String name) {
    AsyncGenerator<String> lines = lines(name);
    assertTrue(await(lines.moveNext()));
    assertEquals(name, lines.current());
  }

  /** The loop looks after each turn; the collector may take a while to tell it. */
  private static void collectUntil(BooleanSupplier isTold) {
    for (int i = 0; i < ATTEMPTS && !isTold.getAsBoolean(); i++) {
      System.gc();
      await(sleep(Duration.ofSeconds(1)));
    }
    assertTrue(isTold.getAsBoolean());
  }

  private void run(boolean debug, AsyncAction program) {
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .debug(debug)
            .exceptionHandler((loop, context) -> reports.add(context))
            .open()) {
      runner.run(Programs.act(program));
    }
  }

  @Test
  void isClosedWhenItIsCollected() {
    run(
        false,
        () -> {
          begin("a");
          begin("b");
          collectUntil(() -> log.size() == 2);
          assertTrue(log.containsAll(List.of("closed a", "closed b")), log.toString());
        });
    assertEquals(List.of(), reports);
    assertEquals(2, log.size());
  }

  @Test
  void debugModeSaysWhereItHasBegun() {
    run(
        true,
        () -> {
          begin("a");
          collectUntil(() -> !log.isEmpty());
        });
    assertEquals(1, reports.size());
    ExceptionContext report = reports.get(0);
    assertEquals("an async generator was dropped and not closed", report.message());
    assertTrue(
        List.of(report.exception().getStackTrace()).stream()
            .anyMatch(place -> place.getMethodName().equals("begin")));
  }

  @Test
  void itsFailureOfClosingIsReported() {
    run(
        false,
        () -> {
          beginFailing();
          collectUntil(() -> !reports.isEmpty());
        });
    assertEquals(1, reports.size());
    assertEquals("an async generator failed while it was closed", reports.get(0).message());
    assertEquals("in finally", reports.get(0).exception().getMessage());
  }

  private static void beginFailing() {
    AsyncGenerator<Integer> failing =
        Programs.gen(
            () -> {
              try {
                emit(1);
              } finally {
                failInFinally();
              }
            });
    await(failing.moveNext());
  }

  private static void failInFinally() {
    throw new IllegalArgumentException("in finally");
  }

  /**
   * Steps through a generator of which it keeps nothing but the awaitable, as {@code await} does.
   */
  private static final class LosesIt extends Frame<Boolean> {
    private AsyncGenerator<String> source;

    LosesIt(AsyncGenerator<String> source) {
      this.source = source;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (state == 1) {
        return awaited;
      }
      state = 1;
      AsyncGenerator<String> taken = source;
      source = null;
      return execution.await(taken.moveNext(), this);
    }
  }

  @Test
  void isNotClosedWhileItRuns() {
    run(
        false,
        () -> {
          Task<Boolean> task = start(new LosesIt(slow()));
          for (int i = 0; i < 5; i++) {
            System.gc();
            await(sleep(Duration.ofSeconds(1)));
          }
          assertEquals(List.of(), log);
          assertTrue(await(task));
          collectUntil(() -> log.size() == 2);
        });
    assertEquals(List.of("made", "closed"), log);
    assertEquals(List.of(), reports);
  }

  private AsyncGenerator<String> slow() {
    return Programs.gen(
        () -> {
          try {
            await(sleep(Duration.ofSeconds(100)));
            log.add("made");
            emit("late");
          } finally {
            log.add("closed");
          }
        });
  }

  @Test
  void isLetGoWithAllThatItHas() {
    run(
        false,
        () -> {
          List<WeakReference<Object>> held = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            held.add(beginHolding());
          }
          collectUntil(() -> log.size() == 100);
          await(yieldNow());
          for (WeakReference<Object> one : held) {
            assertTrue(Garbage.isCollected(one));
          }
        });
  }

  private WeakReference<Object> beginHolding() {
    Object load = new byte[1 << 16];
    AsyncGenerator<Object> holding = GeneratorMachine.generator(new Holding(load, log));
    await(holding.moveNext());
    return new WeakReference<>(load);
  }

  /** Emits what it holds, twice. */
  private static final class Holding extends GeneratorMachine<Object> {
    private static final Body BODY = Body.of(Holding.class, "hold", "Holding.java", 1);
    private final List<String> log;
    private Object load;

    Holding(Object load, List<String> log) {
      this.load = load;
      this.log = log;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (failure != null) {
        log.add("closed");
        throw failure;
      }
      return emit(load);
    }

    @Override
    protected void clear() {
      load = null;
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }

  @Test
  void isNotLostAsLongAsSomebodyHasIt() {
    run(
        false,
        () -> {
          AsyncGenerator<String> kept = lines("kept");
          assertTrue(await(kept.moveNext()));
          begin("lost");
          collectUntil(() -> !log.isEmpty());
          assertEquals(List.of("closed lost"), log);
          assertTrue(await(kept.moveNext()));
          assertFalse(await(kept.moveNext()));
        });
    assertEquals(List.of("closed lost", "closed kept"), log);
  }
}
