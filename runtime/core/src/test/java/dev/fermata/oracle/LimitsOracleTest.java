package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.timeoutAt;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.Timeout;
import dev.fermata.oracle.PyError.OSError;
import dev.fermata.oracle.PyError.ValueError;
import org.junit.jupiter.api.Test;

class LimitsOracleTest extends OracleTest {
  private Coroutine<Void> cleansFor(double seconds, String first, String last) {
    return act(
        () -> {
          try {
            await(sleep(s(100)));
          } finally {
            if (first != null) {
              p(first, now());
            }
            await(sleep(s(seconds)));
            p(last, now());
          }
        });
  }

  private Coroutine<String> after(double seconds, String value) {
    return co(
        () -> {
          await(sleep(s(seconds)));
          return value;
        });
  }

  @Test
  void shieldInnerFails() {
    main(
        act(
            () -> {
              Task<Void> t =
                  start(
                      act(
                          () -> {
                            await(sleep(s(2)));
                            throw new ValueError("inner failed");
                          }));
              Task<Void> o = start(act(() -> await(shield(t))));
              await(sleep(s(1)));
              o.cancel();
              waitAll(o);
              await(sleep(s(5)));
              p("inner done", t.isDone());
              p("collected");
            }),
        (loop, context) ->
            p("HANDLER ValueError exception in shielded future", x(context.exception())));
    expect("024_shield_inner_fails_after_outer_cancelled");
  }

  @Test
  void waitForWaitsForCleanup() {
    main(
        () -> {
          try {
            await(waitFor(cleansFor(3, "cleanup", "cleaned"), s(2)));
          } catch (AsyncTimeoutException e) {
            p(x(e), now(), "cause", e.getCause().getClass().getSimpleName());
          }
          p(
              await(waitFor(after(1, "in time"), s(2))),
              await(waitFor(after(1, "no limit"), s(1e9))),
              now());
        });
    expect("025_wait_for_timeout_waits_for_cleanup");
  }

  @Test
  void waitForZero() {
    main(
        () -> {
          for (int limit : new int[] {0, -5}) {
            try {
              await(waitFor(act(() -> p("started?")), s(limit)));
            } catch (AsyncTimeoutException e) {
              p("timeout", limit);
            }
          }
          Promise<String> d = loop().newPromise();
          d.complete("done");
          p(await(waitFor(d, s(0))));
          Promise<String> q = loop().newPromise();
          try {
            await(waitFor(q, s(0)));
          } catch (AsyncTimeoutException e) {
            p("timeout; cancelled", q.isCancelled());
          }
        });
    expect("027_wait_for_zero");
  }

  @Test
  void waitForCancelRacesCompletion() {
    main(
        () -> {
          Promise<String> f = loop().newPromise();
          Task<Void> t =
              start(
                  act(
                      () -> {
                        p("result", await(waitFor(f, s(10))));
                        await(sleep(s(1)));
                        p("kept running after cancel");
                      }));
          tick(2);
          f.complete("value");
          t.cancel();
          waitAll(t);
          p("cancelled", t.isCancelled(), "count", t.cancelRequests());
        });
    expect("028_wait_for_cancel_races_completion");
  }

  @Test
  void timeoutAndResultInOneTurn() {
    main(
        () -> {
          Promise<String> f = loop().newPromise();
          loop().callLater(s(5), () -> f.complete("value first"));
          try {
            with(timeout(s(5)), scope -> p(await(f)));
          } catch (AsyncTimeoutException e) {
            p("timeout");
          }
          p("count", me().cancelRequests(), now());
          Promise<String> g = loop().newPromise();
          Timeout limit = timeout(s(5));
          try {
            with(
                limit,
                scope -> {
                  loop()
                      .callLater(
                          s(5),
                          () -> {
                            if (!g.isDone()) {
                              g.complete("value second");
                            }
                          });
                  p(await(g));
                });
          } catch (AsyncTimeoutException e) {
            p("timeout second", limit.expired());
          }
          p("count", me().cancelRequests(), now());
        });
    expect("029_timeout_and_result_same_tick");
  }

  @Test
  void nestedOuterExpires() {
    main(
        () -> {
          Timeout o = timeout(s(1));
          try {
            with(
                o,
                outer -> {
                  Timeout i = timeout(s(10));
                  try {
                    with(
                        i,
                        inner -> {
                          try {
                            await(sleep(s(100)));
                          } catch (Throwable e) {
                            p("body", x(e));
                            throw e;
                          }
                        });
                  } catch (Throwable e) {
                    p("inner exit", x(e), i.expired());
                    throw e;
                  }
                });
          } catch (AsyncTimeoutException e) {
            p("outer", x(e), now(), o.expired());
          }
          p("count", me().cancelRequests());
        });
    expect("031_timeout_nested_outer");
  }

  @Test
  void nestedSameDeadline() {
    main(
        () -> {
          Timeout o = timeoutAt(s(5).toNanos());
          Timeout[] i = new Timeout[1];
          try {
            with(
                o,
                outer -> {
                  try {
                    i[0] = timeoutAt(s(5).toNanos());
                    with(i[0], inner -> await(sleep(s(100))));
                  } catch (Throwable e) {
                    p("inner exit", x(e), "count", me().cancelRequests());
                    throw e;
                  }
                });
          } catch (Throwable e) {
            p("outer exit", x(e));
          }
          p(i[0].expired(), o.expired(), "count", me().cancelRequests());
        });
    expect("032_timeout_nested_same_deadline");
  }

  @Test
  void reschedule() {
    main(
        () -> {
          Timeout limit = timeoutAt(Clock.NEVER);
          try {
            with(
                limit,
                scope -> {
                  p(limit.when() == Clock.NEVER ? "None" : "set");
                  limit.reschedule(s(3).toNanos());
                  p(Py.seconds(limit.when()));
                  await(sleep(s(2)));
                  limit.reschedule(s(6).toNanos());
                  await(sleep(s(3)));
                  p("still here", now());
                  await(sleep(s(3)));
                });
          } catch (AsyncTimeoutException e) {
            p("timeout", now());
          }
          with(timeout(s(0)), scope -> p("no suspension, no timeout"));
          try {
            with(
                timeout(s(-1)),
                scope -> {
                  await(yieldNow());
                  p("never?");
                });
          } catch (AsyncTimeoutException e) {
            p("past deadline");
          }
          p("Timeout has already been entered"); // in Java, making one enters it
          try {
            limit.reschedule(s(1));
          } catch (IllegalStateException e) {
            p("Cannot change state of expired Timeout");
          }
        });
    expect("034_timeout_reschedule_and_api");
  }

  @Test
  void bodySwallows() {
    main(
        () -> {
          Timeout first = timeout(s(1));
          with(
              first,
              scope -> {
                try {
                  await(sleep(s(9)));
                } catch (CancelledError e) {
                  p("swallowed");
                }
              });
          p("expired", first.expired(), "count", me().cancelRequests());
          Timeout second = timeout(s(1));
          try {
            with(
                second,
                scope -> {
                  try {
                    await(sleep(s(9)));
                  } catch (CancelledError e) {
                    throw new OSError("cleanup");
                  }
                });
          } catch (OSError e) {
            p(x(e), "context TimeoutError"); // Java has no implicit context
          }
          p("expired", second.expired(), "count", me().cancelRequests());
        });
    expect("035_timeout_body_swallows");
  }

  @Test
  void cleanupLongerThanLimit() {
    main(
        () -> {
          try {
            with(timeout(s(1)), scope -> await(cleansFor(4, "cleanup", "cleaned")));
          } catch (AsyncTimeoutException e) {
            p("timeout", now());
          }
        });
    expect("036_timeout_with_cleanup_longer");
  }

  @Test
  void waitForCallerCancelled() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          await(waitFor(cleansFor(10, null, "inner cleaned"), s(5)));
                        } catch (Throwable e) {
                          p("w", x(e), now());
                          throw e;
                        }
                      }));
          await(sleep(s(1)));
          t.cancel("ext");
          waitAll(t);
          p(t.isCancelled(), t.cancelRequests());
        });
    expect("129_wait_for_caller_cancelled");
  }

  @Test
  void timeoutZeroAfterEarlierCancel() {
    main(
        () -> {
          for (int limit : new int[] {0, 5}) {
            Task<Void> t =
                start(
                    act(
                        () -> {
                          me().cancel("prior");
                          try {
                            with(timeout(s(limit)), scope -> await(sleep(s(1))));
                          } catch (AsyncTimeoutException e) {
                            p(limit, "TimeoutError: the cancel was swallowed");
                          } catch (CancelledError e) {
                            p(limit, "CancelledError");
                            throw e;
                          }
                          await(sleep(s(1)));
                          p(limit, "still running");
                        }));
            waitAll(t);
            p(limit, "cancelled", t.isCancelled(), "count", t.cancelRequests());
          }
        });
    expect("136_timeout_zero_prior_cancel");
  }
}
