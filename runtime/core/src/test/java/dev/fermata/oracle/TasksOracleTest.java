package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.ContextVar;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionHandler;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.oracle.PyError.KeyError;
import dev.fermata.oracle.PyError.OSError;
import dev.fermata.oracle.PyError.ValueError;
import dev.fermata.testing.Garbage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class TasksOracleTest extends OracleTest {
  private Coroutine<String> countDown(String name, int times) {
    return co(
        () -> {
          for (int i = 0; i < times; i++) {
            p(name, i);
            await(yieldNow());
          }
          return name;
        });
  }

  @Test
  void readyQueueFifo() {
    main(
        () -> {
          List<Task<String>> tasks =
              List.of(start(countDown("a", 3)), start(countDown("b", 1)), start(countDown("c", 2)));
          p("created");
          List<String> results = new ArrayList<>();
          for (Task<String> task : tasks) {
            results.add(await(task));
          }
          p(results);
        });
    expect("001_ready_queue_fifo");
  }

  @Test
  void handleCancel() {
    main(
        () -> {
          var h1 = loop().callSoon(() -> p("never"));
          var h2 = loop().callSoon(() -> p("runs"));
          var t1 = loop().callLater(s(5), () -> p("never-timer"));
          h1.cancel();
          h1.cancel();
          p(h1.isCancelled(), h2.isCancelled(), t1.when() / 1e9);
          loop().callLater(s(1), t1::cancel);
          await(sleep(s(10)));
          h2.cancel();
          p(t1.isCancelled(), h2.isCancelled(), now());
        });
    expect("003_handle_cancel");
  }

  @Test
  void whenAwaitYields() {
    main(
        () -> {
          List<String> log = new ArrayList<>();
          Task<Void> other =
              start(
                  act(
                      () -> {
                        while (true) {
                          log.add("switch");
                          await(yieldNow());
                        }
                      }));
          await(co(() -> 1));
          await(co(() -> 1));
          p("after coroutines", log);
          Promise<Integer> f = loop().newPromise();
          f.complete(7);
          p("done future", await(f), log);
          Task<Integer> t = start(co(() -> 1));
          await(sleep(s(0)));
          p("sleep0", log);
          p("done task", await(t), log);
          await(yieldNow());
          await(yieldNow());
          p("two more", log);
          other.cancel();
        });
    expect("004_when_await_yields");
  }

  private void attempt(String label, String asInPython, Callable<Object> action) {
    try {
      p(label, action.call());
    } catch (IllegalStateException wrongState) {
      p(label, asInPython);
    } catch (CancelledError cancelled) {
      p(label, x(cancelled));
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  @Test
  void invalidStates() {
    main(
        () -> {
          Promise<Integer> f = loop().newPromise();
          attempt("pending.result", "InvalidStateError('Result is not set.')", f::result);
          attempt("pending.exception", "InvalidStateError('Exception is not set.')", f::exception);
          f.complete(1);
          attempt(
              "double set",
              "InvalidStateError('invalid state')",
              () -> {
                f.complete(2);
                return null;
              });
          attempt(
              "set_exception after",
              "InvalidStateError('invalid state')",
              () -> {
                f.fail(new ValueError());
                return null;
              });
          attempt("cancel after", "", f::cancel);
          Promise<Integer> g = loop().newPromise();
          g.cancel();
          attempt("cancelled.result", "", g::result);
          attempt("cancelled.exception", "", g::exception);
          attempt("cancelled again", "", g::cancel);
          try {
            await(start(act(() -> await(me())), "S"));
          } catch (IllegalStateException e) {
            p("self await", "RuntimeError Task cannot await on itself");
          }
          // A task is no promise: the compiler sees to it that nobody completes it.
          p("task.set_result RuntimeError('Task does not support set_result operation')");
        });
    expect("006_invalid_states");
  }

  @Test
  void callbackExceptionKeepsLoop() {
    ExceptionHandler handler =
        (loop, context) -> p("HANDLER", x(context.exception()), "Exception in");
    main(
        act(
            () -> {
              Runnable bad =
                  () -> {
                    throw new KeyError("bad");
                  };
              loop().callSoon(bad);
              loop().callSoon(() -> p("next callback still runs"));
              Promise<Integer> f = loop().newPromise();
              f.onDone(done -> bad.run());
              loop().callSoon(() -> f.complete(5));
              p("got", await(f));
            }),
        handler);
    expect("008_callback_exception_keeps_loop");
  }

  @Test
  void runShutdownErrors() {
    ExceptionHandler handler =
        (loop, context) ->
            p("HANDLER unhandled exception during asyncio.run() shutdown", x(context.exception()));
    main(
        act(
            () -> {
              start(
                  act(
                      () -> {
                        try {
                          await(sleep(s(1000)));
                        } catch (CancelledError cancelled) {
                          throw new OSError("in cleanup");
                        }
                      }));
              await(sleep(s(1)));
              throw new ValueError("main failed");
            }),
        handler);
    expect("010_run_shutdown_errors");
  }

  @Test
  void runnerReuse() {
    ContextVar<Integer> v = new ContextVar<>("v", 0);
    List<Promise<Void>> event = new ArrayList<>();
    List<Task<Void>> background = new ArrayList<>();
    EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).open();
    runner.run(
        act(
            () -> {
              event.add(loop().newPromise());
              v.set(1);
              background.add(
                  start(
                      act(
                          () -> {
                            await(event.get(0));
                            p("bg saw event");
                          })));
              await(yieldNow());
              assertThrows(IllegalStateException.class, () -> EventLoop.run(sleep(s(0))));
              p("asyncio.run() cannot be called from a running event loop");
            }));
    runner.run(
        act(
            () -> {
              p("v =", v.get());
              event.get(0).complete(null);
              await(background.get(0));
            }));
    runner.close();
    assertThrows(IllegalStateException.class, () -> runner.run(yieldNow()));
    p("Runner is closed");
    expect("011_runner_reuse");
  }

  @Test
  void timerTies() {
    main(
        () -> {
          p("stock [0, 2, 6, 5, 7, 1, 3, 4]"); // CPython's own heap is not stable
          List<Integer> out = new ArrayList<>();
          long time = loop().time() + s(1).toNanos();
          for (int i = 0; i < 8; i++) {
            int number = i;
            loop().callAt(time, () -> out.add(number));
          }
          await(sleep(s(2)));
          p("stable", out);
        });
    expect("105_timer_ties_stock_heap");
  }

  @Test
  void sleepEdge() {
    main(
        () -> {
          int[] n = {0};
          Task<Void> ticker =
              start(
                  act(
                      () -> {
                        while (true) {
                          n[0]++;
                          await(yieldNow());
                        }
                      }));
          for (int d : new int[] {0, -5}) {
            n[0] = 0;
            await(sleep(s(d)));
            p(d, "turns", n[0]);
          }
          ticker.cancel();
          await(sleep(s(1)));
          p("r", now());
          Task<Void> sleeper = start(sleep(s(1000)));
          await(yieldNow());
          sleeper.cancel();
          waitAll(sleeper);
          p(now(), 0);
        });
    expect("118_sleep_edge");
  }

  @Test
  void uncaughtInShutdown() {
    List<Task<Void>> task = new ArrayList<>();
    main(
        () -> {
          task.add(
              start(
                  act(
                      () -> {
                        try {
                          await(sleep(s(100)));
                        } catch (CancelledError cancelled) {
                          p("stubborn ignores", 0);
                        }
                        await(sleep(s(3)));
                        p("stubborn ends", now());
                      })));
          await(sleep(s(1)));
          throw new KeyError("main");
        });
    p(task.get(0).isCancelled(), task.get(0).isDone());
    expect("125_uncaught_in_shutdown_agen_order");
  }

  @Test
  void errorOfAnyTypeCompletes() {
    class StopIteration extends Throwable {
      private static final long serialVersionUID = 1L;

      StopIteration(String value) {
        super(value);
      }
    }
    main(
        () -> {
          Promise<Integer> f = loop().newPromise();
          f.fail(new StopIteration("v"));
          try {
            await(f, StopIteration.class);
          } catch (StopIteration stop) {
            p("RuntimeError cause", x(stop)); // Java has no use for the wrapper
          }
        });
    expect("115_stopiteration_into_future");
  }

  private Task<Void> boom(String name) {
    return start(
        act(
            () -> {
              throw new ValueError(name);
            }));
  }

  /** Whether a report comes at the collection of garbage, is for the loop to find. */
  @Test
  void exceptionNeverRetrieved() {
    List<Object> reports = new ArrayList<>();
    main(
        act(
            () -> {
              Task<?>[] tasks = {boom("a"), boom("b"), boom("c")};
              List<WeakReference<?>> collected =
                  List.of(new WeakReference<>(tasks[1]), new WeakReference<>(tasks[2]));
              tasks[2].cancel();
              tick(2);
              p("b", x(tasks[1].exception()));
              tasks[1] = null;
              assertTrue(Garbage.isCollected(collected.get(0)));
              tick(1);
              p("b collected silently");
              tasks[2] = null;
              assertTrue(Garbage.isCollected(collected.get(1)));
              tick(1);
              p("c collected silently");
              tasks[0] = null;
              for (int i = 0; i < 50 && reports.isEmpty(); i++) {
                System.gc();
                tick(1);
              }
              p("a collected");
            }),
        (loop, context) -> {
          reports.add(context);
          assertTrue(context.message().endsWith("failed, and nobody asked for its exception"));
          p("HANDLER", "Task exception was never retrieved", x(context.exception()));
        });
    expect("007_exception_never_retrieved");
  }
}
