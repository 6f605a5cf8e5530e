package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.oracle.PyError.OSError;
import dev.fermata.oracle.PyError.RuntimeError;
import dev.fermata.oracle.PyError.ValueError;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CancellationOracleTest extends OracleTest {
  @Test
  void cancelBeforeStart() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          p("never printed");
                        } finally {
                          p("nor this");
                        }
                      }));
          p(t.cancel("why"), t.isCancelled(), t.cancelRequests());
          try {
            await(t);
          } catch (CancelledError e) {
            p("awaiter", x(e));
          }
          p(t.isCancelled(), t.isDone(), t.cancel(), t.cancelRequests());
        });
    expect("013_cancel_before_start");
  }

  @Test
  void cancelUnwindsInnermostFirst() {
    main(
        () -> {
          for (boolean convert : new boolean[] {false, true}) {
            Task<Void> t = start(outer(convert));
            await(sleep(s(1)));
            t.cancel();
            try {
              await(t);
            } catch (Throwable e) {
              p("awaiter", x(e), "cancelled", t.isCancelled());
            }
          }
        });
    expect("014_cancel_unwinds_innermost_first");
  }

  private Coroutine<Void> inner(boolean convert) {
    return act(
        () -> {
          try {
            await(sleep(s(100)));
          } catch (CancelledError e) {
            p("inner except");
            if (convert) {
              throw new ValueError("converted");
            }
            throw e;
          } finally {
            p("inner finally");
          }
        });
  }

  private Coroutine<Void> middle(boolean convert) {
    return act(
        () -> {
          try {
            await(inner(convert));
          } finally {
            p("middle finally");
          }
        });
  }

  private Coroutine<Void> outer(boolean convert) {
    return act(
        () -> {
          try {
            await(middle(convert));
          } finally {
            p("outer finally");
          }
        });
  }

  private Coroutine<String> awaited(boolean swallow) {
    return co(
        () -> {
          try {
            await(sleep(s(100)));
            return "";
          } catch (CancelledError e) {
            p("t2 cancelled");
            if (!swallow) {
              throw e;
            }
            return "t2 result";
          }
        });
  }

  @Test
  void cancelThroughAwaitedTask() {
    main(
        () -> {
          for (boolean swallow : new boolean[] {false, true}) {
            Task<String> t2 = start(awaited(swallow));
            Task<Void> t1 =
                start(
                    act(
                        () -> {
                          try {
                            p("t1 got", await(t2));
                            await(sleep(s(1)));
                            p("t1 still running");
                          } catch (CancelledError e) {
                            p("t1 cancelled");
                            throw e;
                          }
                        }));
            await(sleep(s(1)));
            p("cancel ->", t1.cancel());
            waitAll(t1);
            p(
                "t1.cancelled",
                t1.isCancelled(),
                "t2.cancelled",
                t2.isCancelled(),
                "count",
                t1.cancelRequests(),
                t2.cancelRequests());
          }
        });
    expect("015_cancel_through_awaited_task");
  }

  @Test
  void recancelDuringCleanup() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          await(sleep(s(100)));
                        } catch (CancelledError first) {
                          p("cleanup start");
                          try {
                            await(sleep(s(10)));
                            p("never");
                          } catch (CancelledError e) {
                            p(
                                "cleanup interrupted",
                                x(e),
                                "context",
                                x(first),
                                "count",
                                me().cancelRequests());
                            throw e;
                          }
                        }
                      }));
          await(sleep(s(1)));
          t.cancel("one");
          await(sleep(s(1)));
          t.cancel("two");
          try {
            await(t);
          } catch (CancelledError e) {
            p("awaiter", x(e), now());
          }
        });
    expect("017_recancel_during_cleanup");
  }

  @Test
  void cancelAfterWakeupLosesResult() {
    main(
        () -> {
          Promise<String> f = loop().newPromise();
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          p("got", await(f));
                        } catch (CancelledError e) {
                          p("cancelled although", f.result());
                          throw e;
                        }
                      }));
          await(yieldNow());
          f.complete("value");
          p(t.cancel(), f.isCancelled());
          waitAll(t);
          p(t.isCancelled());
        });
    expect("018_cancel_after_wakeup_loses_result");
  }

  @Test
  void uncancelCounts() {
    main(
        () -> {
          Task<?> t = me();
          p(t.uncancel(), t.cancelRequests());
          t.cancel();
          t.cancel();
          p("count", t.cancelRequests());
          try {
            await(yieldNow());
          } catch (CancelledError e) {
            p("caught; uncancel ->", t.uncancel(), t.uncancel(), t.uncancel());
          }
          await(yieldNow());
          p("no more cancel: two requests, one delivery");
          t.cancel();
          p("uncancel before delivery ->", t.uncancel());
          try {
            await(yieldNow());
            p("not delivered");
          } catch (CancelledError e) {
            p("still delivered");
          }
        });
    expect("020_uncancel_counts");
  }

  @Test
  void cancelWhileRunning() {
    main(
        () -> {
          Promise<Void> event = loop().newPromise();
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          await(event);
                        } catch (CancelledError e) {
                          p("first await interrupted");
                        }
                        await(act(() -> {}));
                        p("immediate await fine");
                        await(yieldNow());
                        p("sleep fine; count", me().cancelRequests());
                      }));
          await(yieldNow());
          t.cancel();
          t.cancel();
          t.cancel();
          await(t);
          Task<Void> late =
              start(
                  act(
                      () -> {
                        me().cancel();
                        await(act(() -> {}));
                        p("late: immediate await not interrupted");
                        Promise<Integer> f = loop().newPromise();
                        f.complete(1);
                        await(f);
                        p("late: done future not interrupted");
                        await(yieldNow());
                        p("never");
                      }));
          waitAll(late);
          p("late cancelled", late.isCancelled());
        });
    expect("021_cancel_while_running_next_await");
  }

  private Coroutine<String> failsInCleanup() {
    return co(
        () -> {
          try {
            await(sleep(s(9)));
            return "";
          } catch (CancelledError e) {
            throw failure(new OSError("close failed"), e, null);
          }
        });
  }

  private Coroutine<String> wraps() {
    return co(
        () -> {
          try {
            await(sleep(s(9)));
            return "";
          } catch (CancelledError e) {
            throw failure(new RuntimeError("wrapped"), e, e);
          }
        });
  }

  private Coroutine<String> swallows() {
    return co(
        () -> {
          try {
            await(sleep(s(9)));
          } catch (CancelledError e) {
            return "swallowed by break in finally";
          }
          return "";
        });
  }

  /** Java has no implicit context: the twin keeps it as a suppressed one. */
  private static PyError failure(PyError failure, Throwable context, Throwable cause) {
    failure.addSuppressed(context);
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }

  @Test
  void cleanupExceptionContext() {
    main(
        () -> {
          List<Supplier<Coroutine<String>>> all =
              List.of(this::failsInCleanup, this::wraps, this::swallows);
          for (int i = 0; i < 3; i++) {
            Task<String> t = start(all.get(i).get());
            await(sleep(s(1)));
            t.cancel();
            waitAll(t);
            Throwable e = t.exception();
            p(
                "f" + (i + 1),
                t.isCancelled(),
                e == null ? t.result() : x(e),
                "| context",
                x(e == null ? null : e.getSuppressed()[0]),
                "| cause",
                x(e == null ? null : e.getCause()));
          }
        });
    expect("022_cleanup_exception_context");
  }

  @Test
  void errorAndCancelInOneTurn() {
    main(
        act(
            () -> {
              Promise<Void> f = loop().newPromise();
              Task<Void> t =
                  start(
                      act(
                          () -> {
                            try {
                              await(f);
                            } catch (Throwable e) {
                              p("got", x(e), "context", x(null));
                              throw e;
                            }
                          }));
              await(yieldNow());
              f.fail(new ValueError("lost"));
              t.cancel();
              waitAll(t);
              p("cancelled", t.isCancelled());
              p("no report");
            }),
        (loop, context) -> p("HANDLER", context.message(), x(context.exception())));
    expect("141_error_and_cancel_same_turn");
  }
}
