package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.internal.task.OsSignal;
import dev.fermata.internal.task.Signals;
import dev.fermata.oracle.PyError.ValueError;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Twins that are about the loop itself: what nobody hears of, and signals. */
class LoopsOracleTest extends OracleTest {
  private int reported;

  private static Coroutine<Void> boom(String name) {
    return act(
        () -> {
          throw new ValueError(name);
        });
  }

  private static Task<?>[] startAll() {
    return new Task<?>[] {start(boom("a")), start(boom("b")), start(boom("c"))};
  }

  /** Drops a task, and lets the loop see what the collector has found. */
  private void collect(Task<?>[] tasks, int index, int reports) {
    WeakReference<?> dropped = new WeakReference<>(tasks[index]);
    tasks[index] = null;
    while (!dropped.refersTo(null) || reported < reports) {
      System.gc();
      tick(2);
    }
  }

  @Test
  void exceptionNeverRetrieved() {
    main(
        act(
            () -> {
              Task<?>[] tasks = startAll();
              tasks[2].cancel();
              tick(2);
              p("b", x(tasks[1].exception()));
              collect(tasks, 1, 0);
              p("b collected silently");
              collect(tasks, 2, 0);
              p("c collected silently");
              collect(tasks, 0, 1);
              p("a collected");
            }),
        (loop, context) -> {
          reported++;
          p("HANDLER Task exception was never retrieved", x(context.exception()));
        });
    expect("007_exception_never_retrieved");
  }

  /** Runs a program that hears of signals, in whatever thread this test runs. */
  private void interruptible(Coroutine<?> program) {
    try (EventLoop.Runner runner =
        EventLoop.builder().clock(Clock.virtual()).signals(true).open()) {
      p("main ->", runner.run(program));
    } catch (Throwable failure) {
      p("main raised", x(failure));
    }
  }

  private Coroutine<String> interrupted(boolean swallow) {
    return co(
        () -> {
          loop().callSoon(() -> Signals.deliver(OsSignal.INT));
          try {
            await(sleep(s(10)));
          } catch (CancelledError cancelled) {
            p("cancelled, cleaning");
            await(yieldNow());
            p("cleaned");
            if (!swallow) {
              throw cancelled;
            }
          }
          return "returned";
        });
  }

  @Test
  void sigint() {
    interruptible(interrupted(false));
    interruptible(interrupted(true));
    interruptible(
        act(
            () -> {
              loop().callSoon(() -> Signals.deliver(OsSignal.INT));
              loop().callLater(s(1), () -> Signals.deliver(OsSignal.INT));
              try {
                await(sleep(s(10)));
              } catch (CancelledError first) {
                try {
                  await(sleep(s(5)));
                } catch (CancelledError second) {
                  p("second cancel comes from run()'s shutdown");
                  throw second;
                }
              }
            }));
    expect("106_sigint");
  }
}
