package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.CancelledError;
import dev.fermata.GeneratorClosed;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.machine.Bodies;
import dev.fermata.oracle.PyError.KeyError;
import dev.fermata.oracle.PyError.OSError;
import dev.fermata.oracle.PyError.ValueError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GeneratorsOracleTest extends OracleTest {
  /** What {@code __anext__} gives; the generator is not at its end. */
  private static <T> T next(AsyncGenerator<T> generator) {
    if (!await(generator.moveNext())) {
      throw new AssertionError("StopAsyncIteration");
    }
    return generator.current();
  }

  private AsyncGenerator<Integer> counting() {
    return gen(
        () -> {
          try {
            for (int i = 0; ; i++) {
              emit(i);
            }
          } catch (GeneratorClosed e) {
            p("GeneratorExit");
            throw e;
          } finally {
            await(sleep(s(1)));
            p("finally", now());
          }
        });
  }

  @Test
  void breakAndClose() {
    main(
        () -> {
          AsyncGenerator<Integer> a = counting();
          // The loop over an iterator that nobody closes: moveNext by hand.
          while (await(a.moveNext()) && a.current() != 1) {}
          p("after break, still open");
          p("resumed", next(a));
          await(a.closeAsync());
          p("closed");
          await(a.closeAsync());
          p("idempotent");
          try (var each = Bodies.each(counting())) {
            for (Object ignored : each) {
              break;
            }
          }
          p("aclosing exit", now());
        });
    expect("080_agen_break_and_aclose");
  }

  private AsyncGenerator<String> echoing() {
    return gen(
        () -> {
          while (true) {
            try {
              emit("y");
              p("sent", 1); // there is no asend: only the second resumption gets here
            } catch (ValueError e) {
              p("caught", x(e));
              emit("from handler");
            } catch (KeyError e) {
              p("returning");
              return;
            }
          }
        });
  }

  @Test
  void throwIn() {
    main(
        () -> {
          AsyncGenerator<String> a = echoing();
          p(next(a));
          await(a.throwIn(new ValueError("v")));
          p(a.current());
          p(next(a));
          if (!await(a.throwIn(new KeyError("k")))) {
            p("StopAsyncIteration");
          }
          AsyncGenerator<String> b = echoing();
          next(b);
          try {
            await(b.throwIn(new OSError("o")));
          } catch (OSError e) {
            p("propagated", x(e));
          }
          if (!await(b.moveNext())) {
            p("finished");
          }
          AsyncGenerator<String> c = echoing();
          try {
            await(c.throwIn(new OSError("early")));
          } catch (OSError e) {
            p("not started", x(e));
          }
        });
    expect("081_agen_athrow");
  }

  @Test
  void ignoredClose() {
    Map<String, Supplier<AsyncGenerator<Integer>>> all = new LinkedHashMap<>();
    all.put(
        "bad",
        () ->
            gen(
                () -> {
                  try {
                    emit(1);
                  } finally {
                    emit(2);
                  }
                }));
    all.put(
        "swallow",
        () ->
            gen(
                () -> {
                  try {
                    emit(1);
                  } catch (GeneratorClosed e) {
                    return;
                  }
                }));
    all.put(
        "err",
        () ->
            gen(
                () -> {
                  try {
                    emit(1);
                  } catch (GeneratorClosed e) {
                    throw new OSError("close");
                  }
                }));
    main(
        () -> {
          for (var entry : all.entrySet()) {
            AsyncGenerator<Integer> a = entry.getValue().get();
            next(a);
            try {
              await(a.closeAsync());
              p(entry.getKey(), "closed");
            } catch (IllegalStateException e) {
              p(entry.getKey(), "RuntimeError('async generator ignored GeneratorExit')");
            } catch (OSError e) {
              p(entry.getKey(), x(e));
            }
          }
        });
    expect("083_agen_ignored_generator_exit");
  }

  @Test
  void concurrentUse() {
    main(
        () -> {
          AsyncGenerator<Integer> a =
              gen(
                  () -> {
                    await(sleep(s(1)));
                    emit(1);
                    await(sleep(s(1)));
                    emit(2);
                  });
          Task<Integer> t = start(co(() -> next(a)));
          await(yieldNow());
          try {
            await(a.moveNext());
          } catch (IllegalStateException e) {
            p("anext(): asynchronous generator is already running");
          }
          try {
            await(a.closeAsync());
          } catch (IllegalStateException e) {
            p("aclose(): asynchronous generator is already running");
          }
          p(await(t), next(a));
        });
    expect("084_agen_concurrent_use");
  }

  @Test
  void cancelledConsumer() {
    main(
        () -> {
          for (boolean slow : new boolean[] {false, true}) {
            AsyncGenerator<Integer> a =
                gen(
                    () -> {
                      try {
                        for (int i = 0; i < 9; i++) {
                          await(sleep(s(1)));
                          emit(i);
                        }
                      } catch (Throwable e) {
                        p("gen", x(e));
                        throw e;
                      } finally {
                        p("gen finally", now());
                      }
                    });
            Task<Void> t =
                start(
                    act(
                        () -> {
                          while (await(a.moveNext())) {
                            p("item", a.current());
                            if (slow) {
                              await(sleep(s(10)));
                            }
                          }
                        }));
            await(sleep(s(1.5)));
            t.cancel("stop");
            waitAll(t);
            if (await(a.moveNext())) {
              p("next:", a.current());
            } else {
              p("next: StopAsyncIteration");
            }
            await(a.closeAsync());
          }
        });
    expect("085_agen_cancelled_consumer");
  }

  private AsyncGenerator<Integer> source() {
    return gen(
        () -> {
          try {
            for (int i = 0; ; i++) {
              p("produce", i);
              emit(i);
            }
          } finally {
            p("src closed");
          }
        });
  }

  private static <T, R> AsyncGenerator<R> map(Function<T, R> function, AsyncIterable<T> it) {
    return gen(
        () -> {
          try (var each = Bodies.each(it)) {
            for (T v : each) {
              emit(function.apply(v));
            }
          }
        });
  }

  private static <T> AsyncGenerator<T> take(int n, AsyncIterable<T> it) {
    return gen(
        () -> {
          int left = n;
          try (var each = Bodies.each(it)) {
            for (T v : each) {
              emit(v);
              if (--left == 0) {
                return;
              }
            }
          }
        });
  }

  @Test
  void pipeline() {
    main(
        () -> {
          List<Integer> all = new ArrayList<>();
          AsyncGenerator<Integer> taken = take(3, map((Integer v) -> v * v, source()));
          try (var each = Bodies.each(taken)) {
            for (int v : each) {
              if (v != 1) {
                all.add(v);
              }
            }
          }
          p(all);
          Map<String, Integer> lengths = new LinkedHashMap<>();
          AsyncGenerator<String> two =
              gen(
                  () -> {
                    emit("x");
                    emit("y");
                  });
          while (await(two.moveNext())) {
            lengths.put(two.current(), two.current().length());
          }
          p(lengths);
        });
    expect("087_agen_pipeline_comprehension");
  }

  @Test
  void closedAtShutdown() {
    main(
        co(
            () -> {
              AsyncGenerator<Integer> a =
                  gen(
                      () -> {
                        try {
                          emit(1);
                        } catch (GeneratorClosed closed) {
                          await(sleep(s(2)));
                          p("closing");
                          throw new OSError("close error");
                        }
                      });
              next(a);
              return "result";
            }),
        (loop, context) ->
            p(
                "HANDLER an error occurred during closing of asynchronous generator",
                x(context.exception())));
    expect("088_agen_shutdown_asyncgens");
  }

  @Test
  void taskGroupInside() {
    main(
        () -> {
          AsyncGenerator<Integer> a =
              gen(
                  () ->
                      with(
                          TaskGroup.open(),
                          tg -> {
                            tg.start(
                                act(
                                    () -> {
                                      try {
                                        await(sleep(s(100)));
                                      } finally {
                                        p("child finally");
                                      }
                                    }));
                            await(yieldNow());
                            emit(1);
                            emit(2);
                          }));
          p(next(a));
          try {
            await(a.closeAsync());
            p("closed cleanly");
          } catch (Throwable e) {
            p("aclose raised", x(e));
          }
        });
    expect("111_taskgroup_inside_agen");
  }

  @Test
  void timeoutInside() {
    main(
        () -> {
          AsyncGenerator<Integer> a =
              gen(
                  () ->
                      with(
                          timeout(s(1)),
                          limit -> {
                            emit(1);
                            await(yieldNow());
                            emit(2);
                          }));
          try {
            while (await(a.moveNext())) {
              p("item", a.current());
              await(sleep(s(5)));
            }
          } catch (CancelledError e) {
            p("consumer got", x(e), now(), "count", me().cancelRequests());
          }
          await(a.closeAsync());
          p("closed");
          p("count", me().cancelRequests());
        });
    expect("112_timeout_inside_agen");
  }

  @Test
  void periodicTicker() {
    main(
        () -> {
          long period = s(2).toNanos();
          AsyncGenerator<Double> ticker =
              gen(
                  () -> {
                    long due = loop().time() + period;
                    while (true) {
                      await(sleep(java.time.Duration.ofNanos(due - loop().time())));
                      emit(loop().time() / 1e9);
                      due += period;
                      while (due <= loop().time()) {
                        due += period;
                      }
                    }
                  });
          List<Double> out = new ArrayList<>();
          int n = 0;
          try (var each = Bodies.each(ticker)) {
            for (double t : each) {
              out.add(t);
              n++;
              await(sleep(s(n == 2 ? 3 : 0.5)));
              if (n == 5) {
                break;
              }
            }
          }
          p(out);
          long before = loop().time();
          List<Double> naive = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            await(sleep(s(2)));
            naive.add((loop().time() - before) / 1e9);
            await(sleep(s(0.5)));
          }
          p("naive", naive);
        });
    expect("134_periodic_ticker");
  }
}
