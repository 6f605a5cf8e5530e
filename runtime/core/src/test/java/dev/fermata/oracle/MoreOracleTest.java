package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.ContextVar;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionGroup;
import dev.fermata.Outcome;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Timeout;
import dev.fermata.oracle.PyError.KeyError;
import dev.fermata.oracle.PyError.OSError;
import dev.fermata.oracle.PyError.ValueError;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Twins of programs that stand beside their recorded output, in {@code oracle/more}. */
class MoreOracleTest extends OracleTest {
  @Test
  void timersAndSoon() {
    main(
        () -> {
          EventLoop loop = loop();
          loop.callLater(s(0), () -> p("later 0"));
          loop.callSoon(() -> p("soon 1"));
          loop.callAt(s(-5).toNanos(), () -> p("past"));
          loop.callSoon(() -> p("soon 2"));
          loop.callLater(
              s(1),
              () -> {
                p("timer a");
                loop.callSoon(() -> p("soon of a"));
                loop.callLater(s(0), () -> p("later of a"));
              });
          loop.callLater(s(1), () -> p("timer b"));
          await(yieldNow());
          p("turn 1");
          await(yieldNow());
          p("turn 2");
          await(sleep(s(1)));
          p("woken", now());
          await(yieldNow());
          p("last");
        });
    expect("more/timers_and_soon");
  }

  @Test
  void futureCallbacks() {
    main(
        () -> {
          Promise<Integer> f = loop().newPromise();
          f.onDone(done -> p("cb 1", done.result()));
          Task<Void> t = start(act(() -> p("task", "A", await(f))));
          await(yieldNow());
          var gone = f.onDone(done -> p("never"));
          f.onDone(
              done -> {
                p("cb 2");
                f.onDone(again -> p("late"));
              });
          gone.cancel();
          f.complete(7);
          p("set");
          await(yieldNow());
          p("turn");
          await(t);
          await(yieldNow());
          f.onDone(done -> p("after"));
          p("added");
          await(yieldNow());
        });
    expect("more/future_callbacks");
  }

  @Test
  void shutdownOrder() {
    main(
        co(
            () -> {
              AsyncGenerator<Integer> a =
                  gen(
                      () -> {
                        try {
                          emit(1);
                        } finally {
                          await(sleep(s(1)));
                          p("generator closed", now());
                        }
                      });
              await(a.moveNext());
              start(
                  act(
                      () -> {
                        try {
                          await(sleep(s(100)));
                        } finally {
                          await(sleep(s(2)));
                          p("task ended", 1, now());
                        }
                      }));
              await(sleep(s(1)));
              p("main ends", now());
              return "r";
            }));
    expect("more/shutdown_order");
  }

  @Test
  void swallowAndSelfCancel() {
    main(
        () -> {
          Task<String> t =
              start(
                  co(
                      () -> {
                        try {
                          await(sleep(s(9)));
                        } catch (CancelledError e) {
                          p("swallowed");
                        }
                        await(sleep(s(1)));
                        p("works on");
                        return "value";
                      }));
          await(sleep(s(1)));
          t.cancel();
          p(await(t), t.isCancelled(), t.cancelRequests());
          Task<String> returns =
              start(
                  co(
                      () -> {
                        me().cancel("me");
                        return "dropped";
                      }));
          waitAll(returns);
          p("self_return", returns.isCancelled(), "");
          Task<String> raises =
              start(
                  co(
                      () -> {
                        me().cancel();
                        throw new ValueError("instead");
                      }));
          waitAll(raises);
          p("self_raise", raises.isCancelled(), x(raises.exception()));
        });
    expect("more/swallow_and_self_cancel");
  }

  private Coroutine<String> inner() {
    return co(
        () -> {
          await(sleep(s(3)));
          p("inner done", now());
          return "v";
        });
  }

  @Test
  void shieldAndLateValue() {
    main(
        () -> {
          Task<String> t = start(inner());
          Task<String> o = start(waitFor(shield(t), s(1)));
          try {
            await(o);
          } catch (AsyncTimeoutException e) {
            p("limit", now(), t.isCancelled());
          }
          p(await(t));
          p(shield(t) == (Object) t);
          Task<String> c = start(inner());
          Deferred<String> shielded = shield(c);
          await(yieldNow());
          c.cancel();
          try {
            await(shielded);
          } catch (CancelledError e) {
            p("inner cancelled", shielded.isCancelled(), me().cancelRequests());
          }
          p(await(waitFor(late(), s(1))), now());
          with(
              timeout(s(10)),
              outer -> {
                Timeout i = timeout(s(1));
                try {
                  with(i, limit -> await(sleep(s(100))));
                } catch (AsyncTimeoutException e) {
                  p("inner limit", now(), i.expired(), outer.expired());
                }
                await(sleep(s(1)));
                p("outer goes on", now());
              });
        });
    expect("more/shield_and_late_value");
  }

  private static Coroutine<String> late() {
    return co(
        () -> {
          try {
            await(sleep(s(10)));
            return "";
          } catch (CancelledError e) {
            return "late value";
          }
        });
  }

  private Coroutine<Void> limited(String name) {
    return act(
        () -> {
          Timeout limit = timeout(s(5));
          try {
            with(limit, scope -> await(sleep(s(100))));
          } catch (Throwable e) {
            p(name, x(e), "expired", limit.expired(), "count", me().cancelRequests());
            throw e;
          }
        });
  }

  @Test
  void outsideCancelAndLimit() {
    main(
        () -> {
          Task<Void> first = start(limited("cancel first"));
          loop().callLater(s(5), () -> first.cancel("ext"));
          waitAll(first);
          p(first.isCancelled());
          Task<Void> second = start(limited("limit first"));
          await(yieldNow());
          loop().callLater(s(5), () -> second.cancel("ext"));
          waitAll(second);
          p(second.isCancelled());
          Task<Void> third = start(limited("before"));
          await(sleep(s(1)));
          third.cancel("ext");
          waitAll(third);
          p(third.isCancelled());
        });
    expect("more/outside_cancel_and_limit");
  }

  private Coroutine<Void> child(int seconds) {
    return act(
        () -> {
          await(sleep(s(seconds)));
          p("done", seconds);
        });
  }

  private Coroutine<Void> grows(TaskGroup group, int level) {
    return act(
        () -> {
          await(sleep(s(1)));
          p("level", level);
          if (level > 0) {
            group.start(grows(group, level - 1));
          }
        });
  }

  @Test
  void groupMisuse() {
    main(
        () -> {
          TaskGroup ended = TaskGroup.open();
          with(ended, group -> group.start(child(1)));
          try {
            ended.start(child(2));
          } catch (IllegalStateException e) {
            p("refused when it has ended");
          }
          try {
            with(
                TaskGroup.open(),
                group -> {
                  group.start(
                      act(
                          () -> {
                            try {
                              await(sleep(s(100)));
                            } finally {
                              try {
                                group.start(child(1));
                              } catch (IllegalStateException e) {
                                p("refused while it shuts down");
                              }
                            }
                          }));
                  await(sleep(s(1)));
                  throw new KeyError("body");
                });
          } catch (ExceptionGroup e) {
            p(x(e), now());
          }
          with(TaskGroup.open(), group -> group.start(grows(group, 2)));
          p("end", now(), "count", me().cancelRequests());
        });
    expect("more/group_misuse");
  }

  private Coroutine<Void> bad() {
    return act(
        () -> {
          await(sleep(s(1)));
          throw new ValueError("bad");
        });
  }

  @Test
  void groupAndLimit() {
    main(
        () -> {
          try {
            with(
                timeout(s(2)),
                limit ->
                    with(
                        TaskGroup.open(),
                        group -> {
                          group.start(
                              act(
                                  () -> {
                                    try {
                                      await(sleep(s(100)));
                                    } finally {
                                      await(sleep(s(1)));
                                      p("cleaned", 1, now());
                                    }
                                  }));
                          await(sleep(s(100)));
                        }));
          } catch (AsyncTimeoutException e) {
            p("limit", now(), "count", me().cancelRequests());
          }
          try {
            with(
                TaskGroup.open(),
                group -> {
                  group.start(bad());
                  try {
                    await(sleep(s(100)));
                  } catch (CancelledError e) {
                    p("body swallows");
                  }
                });
          } catch (ExceptionGroup e) {
            p(x(e), "count", me().cancelRequests());
          }
          try {
            with(
                TaskGroup.open(),
                group -> {
                  group.start(bad());
                  try {
                    await(sleep(s(100)));
                  } catch (CancelledError e) {
                    throw new OSError("body replaces");
                  }
                });
          } catch (ExceptionGroup e) {
            p(x(e), "count", me().cancelRequests());
          }
          await(yieldNow());
          p("no stray cancel");
        });
    expect("more/group_and_limit");
  }

  private static Coroutine<String> work(String name, double seconds, boolean bad) {
    return co(
        () -> {
          await(sleep(s(seconds)));
          if (bad) {
            throw new ValueError(name);
          }
          return name;
        });
  }

  private static Object shown(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Success<String> success) {
      return success.value();
    }
    return outcome instanceof Outcome.Failure<String> failure
        ? x(failure.error())
        : "CancelledError('')";
  }

  @Test
  void gatherKinds() {
    main(
        act(
            () -> {
              Task<String> t = start(work("t", 2, false));
              loop().callLater(s(1), t::cancel);
              List<Outcome<String>> r =
                  await(gatherSettled(work("a", 1, false), work("b", 2, true), t));
              p(r.stream().map(MoreOracleTest::shown).toList());
              Coroutine<String> c = work("once", 1, false);
              p(await(gather(c, c)), await(gather(List.<Awaitable<String>>of())));
              try {
                await(gather(work("x", 1, true), work("y", 2, true)));
              } catch (ValueError e) {
                p(x(e));
              }
              await(sleep(s(3)));
              p("silent");
              Promise<Integer> d = loop().newPromise();
              d.complete(1);
              Deferred<List<Integer>> g = gather(d, d);
              p("done at once", g.isDone());
              await(yieldNow());
              p(g.result());
            }),
        (loop, context) -> p("HANDLER", context.message()));
    expect("more/gather_kinds");
  }

  private AsyncGenerator<Integer> living(boolean fail) {
    return gen(
        () -> {
          p("begins");
          try {
            emit(1);
            if (fail) {
              throw new ValueError("in body");
            }
            emit(2);
          } finally {
            p("finally");
          }
        });
  }

  private void walk(AsyncGenerator<Integer> generator) {
    while (await(generator.moveNext())) {
      p("item", generator.current());
    }
  }

  @Test
  void generatorLife() {
    main(
        () -> {
          AsyncGenerator<Integer> a = living(false);
          p("made");
          walk(a);
          if (!await(a.moveNext())) {
            p("ended");
          }
          AsyncGenerator<Integer> failing = living(true);
          try {
            walk(failing);
          } catch (ValueError e) {
            p(x(e));
          }
          if (!await(failing.moveNext())) {
            p("ended too");
          }
          AsyncGenerator<Integer> never = living(false);
          await(never.closeAsync());
          p("closed before");
          if (!await(never.moveNext())) {
            p("never begins");
          }
          AsyncGenerator<Integer> twice = living(false);
          await(twice.moveNext());
          await(twice.closeAsync());
          await(twice.closeAsync());
          p("closed twice");
        });
    expect("more/generator_life");
  }

  @Test
  void contextOfTasks() {
    ContextVar<String> v = new ContextVar<>("v", "default");
    main(
        () -> {
          p(v.get());
          v.set("main");
          Task<String> t = start(setting(v, "task"));
          v.set("main 2");
          p(await(t), v.get());
          p(await(setting(v, "direct")), v.get());
          p(await(gather(setting(v, "g1"), setting(v, "g2"))), v.get());
          Task<String> reads = start(co(v::get));
          v.set("later");
          p(await(reads));
          ContextVar.Token<String> token = v.set("for a while");
          p(v.get());
          v.reset(token);
          p(v.get());
        });
    expect("more/context_of_tasks");
  }

  private static Coroutine<String> setting(ContextVar<String> variable, String value) {
    return co(
        () -> {
          variable.set(value);
          await(yieldNow());
          return variable.get();
        });
  }

  private Coroutine<Void> awaiting(Awaitable<String> source, String name) {
    return act(
        () -> {
          try {
            p(name, await(source));
          } catch (CancelledError e) {
            p(name, "cancelled", me().cancelRequests());
            throw e;
          }
        });
  }

  @Test
  void sharedAwait() {
    main(
        () -> {
          Promise<String> f = loop().newPromise();
          Task<Void> a = start(awaiting(f, "a"));
          Task<Void> b = start(awaiting(f, "b"));
          await(yieldNow());
          a.cancel();
          waitAll(a, b);
          p(a.isCancelled(), b.isCancelled(), f.isCancelled());
          Task<String> stubborn =
              start(
                  co(
                      () -> {
                        for (int i = 0; i < 3; i++) {
                          try {
                            await(sleep(s(10)));
                          } catch (CancelledError e) {
                            p("refuses", i);
                          }
                        }
                        return "at last";
                      }));
          Task<Void> o = start(awaiting(stubborn, "o"));
          await(sleep(s(1)));
          for (int i = 0; i < 3; i++) {
            o.cancel();
            await(sleep(s(1)));
          }
          waitAll(o);
          p(o.isCancelled(), stubborn.result(), now());
        });
    expect("more/shared_await");
  }

  @Test
  void threadCancel() {
    main(
        () -> {
          CountDownLatch gate = new CountDownLatch(1);
          Task<Boolean> t = start(toThread(() -> gate.await(10, TimeUnit.SECONDS)));
          await(yieldNow());
          t.cancel("no more");
          try {
            await(t);
          } catch (CancelledError e) {
            p(x(e), now());
          }
          gate.countDown();
          p(await(toThread(() -> "next one")));
        });
    expect("more/thread_cancel");
  }
}
