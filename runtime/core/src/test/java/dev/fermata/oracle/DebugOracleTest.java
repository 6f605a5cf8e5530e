package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncExitStack;
import dev.fermata.Clock;
import dev.fermata.ContextVar;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Mistakes that the loop tells of. What CPython does when it counts references, the collector does.
 */
class DebugOracleTest extends OracleTest {
  private static final int ATTEMPTS = 500;

  private static void collectUntil(BooleanSupplier isTold) {
    for (int i = 0; i < ATTEMPTS && !isTold.getAsBoolean(); i++) {
      System.gc();
      await(yieldNow());
    }
    assertTrue(isTold.getAsBoolean());
  }

  private static Coroutine<Integer> f() {
    return co(() -> 1);
  }

  private static void forget() {
    Coroutine<Integer> forgotten = f();
    assertFalse(forgotten.toString().isEmpty());
  }

  @Test
  void neverAwaited() {
    List<String> warnings = new ArrayList<>();
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .debug(true) // CPython always counts references; here only debug mode watches
            .exceptionHandler((loop, context) -> warnings.add(context.message()))
            .open()) {
      Object result =
          runner.run(
              act(
                  () -> {
                    forget();
                    collectUntil(() -> !warnings.isEmpty());
                    assertTrue(warnings.get(0).endsWith(" was never awaited"), warnings.get(0));
                    p(List.of("coroutine 'f' was never awaited"));
                    await(f());
                    System.gc();
                    tick(2);
                    p(warnings.size());
                    Coroutine<Integer> c = f();
                    await(c);
                    try {
                      await(c);
                    } catch (IllegalStateException e) {
                      p("cannot reuse already awaited coroutine");
                    }
                  }));
      p("main ->", result);
    }
    expect("098_never_awaited");
  }

  /** A clock that a test sets forward. */
  private static final class Hand implements Clock {
    long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void park(long deadline, boolean outside) {
      now = deadline;
    }
  }

  @Test
  void slowCallback() {
    List<String> warnings = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.fermata");
    logger.addHandler(handler);
    Hand clock = new Hand();
    try (EventLoop.Runner runner = EventLoop.builder().clock(clock).debug(true).open()) {
      Object result =
          runner.run(
              act(
                  () -> {
                    EventLoop loop = loop();
                    p(loop.slowCallbackDuration().toMillis() / 1000.0, loop.isDebug());
                    await(start(act(() -> clock.now += Duration.ofMillis(250).toNanos()), "Slow"));
                    List<String> errors = new ArrayList<>();
                    CompletableFuture.runAsync(
                            () -> {
                              try {
                                loop.callSoon(() -> {});
                              } catch (IllegalStateException e) {
                                errors.add(
                                    "Non-thread-safe operation invoked on an event loop"
                                        + " other than the current one");
                              }
                            })
                        .join();
                    p(errors);
                  }));
      p("main ->", result);
    } finally {
      logger.removeHandler(handler);
    }
    for (String warning : warnings) {
      assertTrue(warning.contains("took 0.250 seconds"), warning);
      p("Executing <...> took 0.250 seconds | names task:", warning.contains("Slow"));
    }
    expect("099_debug_slow_callback");
  }

  /** What a test case consists of runs on one loop, in one context. */
  @Test
  void isolatedTestCase() {
    ContextVar<Integer> v = new ContextVar<>("v", 0);
    List<Task<String>> survivor = new ArrayList<>();
    AsyncExitStack cleanups = AsyncExitStack.open();
    try (EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).open()) {
      p("setUp");
      runner.run(
          act(
              () -> {
                p("asyncSetUp");
                v.set(1);
                survivor.add(
                    start(
                        co(
                            () -> {
                              await(yieldNow());
                              return "survives";
                            })));
              }));
      runner.run(
          act(
              () -> {
                cleanups.onExit(() -> act(() -> p("cleanup", 1)));
                cleanups.onExit(() -> act(() -> p("cleanup", 2)));
                p("test", v.get(), await(survivor.get(0)));
              }));
      runner.run(act(() -> p("asyncTearDown")));
      p("tearDown");
      runner.run(cleanups.closeAsync());
    }
    p(1, true);
    expect("122_isolated_test_case");
  }
}
