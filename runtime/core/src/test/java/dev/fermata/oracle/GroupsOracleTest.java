package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.oracle.PyError.KeyError;
import dev.fermata.oracle.PyError.OSError;
import dev.fermata.oracle.PyError.ValueError;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsOracleTest extends OracleTest {
  private Coroutine<Void> fail(String name, double delay) {
    return act(
        () -> {
          await(sleep(s(delay)));
          throw new ValueError(name);
        });
  }

  private Coroutine<Void> sleeper(AsyncFinally atEnd) {
    return act(
        () -> {
          try {
            await(sleep(s(100)));
          } finally {
            atEnd.run();
          }
        });
  }

  private interface AsyncFinally {
    void run();
  }

  private static String shown(ExceptionGroup group) {
    return group == null ? "None" : x(group);
  }

  @Test
  void childFails() {
    main(
        () -> {
          try {
            with(
                TaskGroup.open(),
                tg -> {
                  tg.start(fail("bad", 1));
                  tg.start(
                      sleeper(
                          () -> {
                            p("sibling finally");
                            await(sleep(s(1)));
                            p("sibling cleaned", now());
                          }));
                  try {
                    await(sleep(s(50)));
                  } catch (CancelledError e) {
                    p("body cancelled", now());
                    throw e;
                  }
                });
          } catch (ExceptionGroup e) {
            p(x(e), "cause", x(e.getCause()), "suppress", true);
          }
          p("count", me().cancelRequests());
          await(sleep(s(1)));
          p("goes on", now());
        });
    expect("038_taskgroup_child_fails");
  }

  @Test
  void manyErrorsInOrder() {
    main(
        () -> {
          try {
            with(
                TaskGroup.open(),
                tg -> {
                  tg.start(fail("b", 1));
                  tg.start(fail("a", 1));
                  tg.start(
                      act(
                          () -> {
                            try {
                              await(sleep(s(100)));
                            } catch (CancelledError e) {
                              throw new OSError("cleanup");
                            }
                          }));
                  try {
                    await(sleep(s(100)));
                  } catch (CancelledError e) {
                    throw new KeyError("body");
                  }
                });
          } catch (ExceptionGroup e) {
            ExceptionGroup.Split split = e.split(ValueError.class);
            p("values", shown(split.matching()));
            p("others", shown(split.rest()));
          }
        });
    expect("039_taskgroup_many_errors_order");
  }

  @Test
  void outerCancel() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          with(TaskGroup.open(), tg -> tg.start(sleeper(() -> p("child finally"))));
                        } catch (Throwable e) {
                          p("w", x(e), me().cancelRequests());
                          throw e;
                        }
                      }));
          await(sleep(s(1)));
          t.cancel("ext");
          waitAll(t);
          p(t.isCancelled());
        });
    expect("041_taskgroup_outer_cancel");
  }

  @Test
  void outerCancelPlusError() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          with(
                              TaskGroup.open(),
                              tg ->
                                  tg.start(
                                      sleeper(
                                          () -> {
                                            throw new OSError("cleanup");
                                          })));
                        } catch (ExceptionGroup e) {
                          p("w", x(e), "count", me().cancelRequests());
                        }
                        await(sleep(s(1)));
                        p("cancel lost");
                      }));
          await(sleep(s(1)));
          t.cancel("ext");
          waitAll(t);
          p("cancelled", t.isCancelled());
        });
    expect("042_taskgroup_outer_cancel_plus_error");
  }

  @Test
  void nestedErrorAndOuter() {
    main(
        () -> {
          try {
            with(
                TaskGroup.open(),
                outer -> {
                  outer.start(fail("outer", 1));
                  try {
                    with(TaskGroup.open(), inner -> inner.start(fail("inner", 1)));
                  } catch (ExceptionGroup e) {
                    p("inner group", x(e), "count", me().cancelRequests());
                  }
                  await(sleep(s(1)));
                  p("parent's cancellation was swallowed");
                });
          } catch (ExceptionGroup e) {
            p("outer group", x(e));
          }
          p("count", me().cancelRequests());
        });
    expect("043_taskgroup_nested_error_and_outer");
  }

  @Test
  void timeoutInChild() {
    main(
        () -> {
          try {
            with(
                TaskGroup.open(),
                tg -> {
                  tg.start(act(() -> with(timeout(s(1)), limit -> await(sleep(s(100))))));
                  tg.start(sleeper(() -> p("sib finally", now())));
                });
          } catch (ExceptionGroup e) {
            p(shown(e.subgroup(AsyncTimeoutException.class)));
          }
          try {
            with(
                TaskGroup.open(),
                tg -> {
                  tg.start(sleeper(() -> p("sib finally", now())));
                  with(timeout(s(1)), limit -> await(sleep(s(100))));
                });
          } catch (ExceptionGroup e) {
            p(shown(e.subgroup(AsyncTimeoutException.class)));
          }
        });
    expect("045_timeout_in_taskgroup_child");
  }

  private Coroutine<Integer> child(int seconds) {
    return co(
        () -> {
          await(sleep(s(seconds)));
          p("done", seconds);
          return seconds;
        });
  }

  @Test
  void childCancelledAlone() {
    main(
        () -> {
          List<Task<?>> tasks = new java.util.ArrayList<>();
          with(
              TaskGroup.open(),
              tg -> {
                tasks.add(tg.start(child(5)));
                tasks.add(tg.start(child(2)));
                tasks.add(
                    tg.start(
                        act(
                            () -> {
                              throw new CancelledError();
                            })));
                await(sleep(s(1)));
                tasks.get(0).cancel();
                p("body");
              });
          p(tasks.get(0).isCancelled(), tasks.get(1).result(), tasks.get(2).isCancelled(), now());
        });
    expect("046_taskgroup_child_cancelled_alone");
  }

  @Test
  void bodyFinishesBeforeFailure() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () -> {
                        try {
                          with(
                              TaskGroup.open(),
                              tg -> {
                                tg.start(
                                    sleeper(
                                        () -> {
                                          p("slow cleanup");
                                          await(sleep(s(5)));
                                          p("slow cleaned", now());
                                        }));
                                tg.start(fail("bad", 1));
                              });
                        } catch (Throwable e) {
                          p("w", x(e), "count", me().cancelRequests(), now());
                          throw e;
                        }
                      }));
          await(sleep(s(2)));
          t.cancel();
          await(sleep(s(1)));
          t.cancel();
          waitAll(t);
          p("cancelled", t.isCancelled(), t.isCancelled() ? "" : x(t.exception()), now());
        });
    expect("048_taskgroup_body_finishes_before_failure");
  }

  @Test
  void exceptionGroupOperations() {
    main(
        () -> {
          ExceptionGroup eg =
              new ExceptionGroup(
                  "g",
                  List.of(
                      new ValueError(1),
                      new ExceptionGroup("n", List.of(new KeyError(2), new ValueError(3))),
                      new OSError(4)));
          ExceptionGroup.Split split = eg.split(ValueError.class);
          p(shown(split.matching()));
          p(shown(split.rest()));
          p(shown(eg.subgroup(e -> e instanceof KeyError)));
          p("handled", shown(split.matching()));
          ExceptionGroup.Split second = split.rest().split(KeyError.class);
          p("handled", shown(second.matching()));
          // Java has no except*: what it would do with the rest is written out.
          p(
              "rest",
              "ExceptionGroup('')[RuntimeError('from handler'), " + shown(second.rest()) + "]");
          p("wrapped", shown(new ExceptionGroup("", List.of(new PyError.TypeError("naked")))));
          assertThrows(
              IllegalArgumentException.class,
              () -> new ExceptionGroup("g", List.of(new CancelledError())));
          p("TypeError Cannot nest BaseExceptions in an ExceptionGroup");
          p(ExceptionGroup.class.getSimpleName());
        });
    expect("049_exception_group_ops");
  }

  @Test
  void fatalErrorInTask() {
    class SystemExit extends VirtualMachineError {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        return "SystemExit(3)";
      }
    }
    SystemExit exit = new SystemExit();
    try {
      run(
          act(
              () -> {
                try {
                  with(
                      TaskGroup.open(),
                      tg -> {
                        tg.start(
                            act(
                                () -> {
                                  throw exit;
                                }));
                        await(sleep(s(10)));
                      });
                } catch (Throwable e) {
                  p("main sees", e);
                  throw e;
                } finally {
                  p("main finally");
                }
              }),
          (loop, context) -> {});
    } catch (SystemExit e) {
      p("main raised", e);
    }
    expect("116_fatal_error_in_task");
  }

  @Test
  void selfCancelInBody() {
    main(
        () -> {
          for (int n : new int[] {1, 0}) {
            Task<Void> t =
                start(
                    act(
                        () -> {
                          with(
                              TaskGroup.open(),
                              tg -> {
                                for (int i = 0; i < n; i++) {
                                  tg.start(sleeper(() -> p("child finally")));
                                }
                                if (n > 0) {
                                  await(yieldNow());
                                }
                                me().cancel("self");
                                p("body ends");
                              });
                          p("after group");
                          await(yieldNow());
                          p("never");
                        }));
            waitAll(t);
            p(n, t.isCancelled(), t.cancelRequests());
          }
        });
    expect("140_self_cancel_in_taskgroup_body");
  }
}
