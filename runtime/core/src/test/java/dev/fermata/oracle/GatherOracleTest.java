package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.Tasks.Waited;
import dev.fermata.oracle.PyError.ValueError;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatherOracleTest extends OracleTest {
  private Coroutine<String> work(String name, double seconds, boolean bad) {
    return co(
        () -> {
          await(sleep(s(seconds)));
          p("done", name, now());
          if (bad) {
            throw new ValueError(name);
          }
          return name;
        });
  }

  @Test
  void orderAndFirstError() {
    main(
        () -> {
          p(await(gather(work("a", 3, false), work("b", 1, false), work("c", 2, false))));
          try {
            await(gather(work("d", 3, false), work("e", 1, true), work("f", 2, true)));
          } catch (ValueError e) {
            p("gather raised", x(e), now());
          }
          await(sleep(s(5)));
        });
    expect("050_gather_order_and_first_error");
  }

  private Coroutine<Void> slow() {
    return act(
        () -> {
          try {
            await(sleep(s(100)));
          } finally {
            await(sleep(s(3)));
            p("slow cleaned", now());
          }
        });
  }

  @Test
  void cancelOuter() {
    main(
        () -> {
          for (boolean settled : new boolean[] {false, true}) {
            Task<Void> t =
                start(
                    act(
                        () -> {
                          Task<Integer> quick = start(co(() -> 1));
                          Task<Void> slow = start(slow());
                          try {
                            await(settled ? gatherSettled(quick, slow) : gather(quick, slow));
                          } catch (Throwable e) {
                            p("w", x(e), now());
                            throw e;
                          }
                        }));
            await(sleep(s(1)));
            t.cancel();
            waitAll(t);
            p(settled, t.isCancelled());
          }
        });
    expect("052_gather_cancel_outer");
  }

  private Coroutine<Void> sibling() {
    return act(
        () -> {
          await(sleep(s(3)));
          p("sibling done", now());
        });
  }

  @Test
  void childCancelled() {
    main(
        () -> {
          Task<Void> a = start(sibling());
          Task<Void> b = start(sibling());
          loop().callLater(s(1), a::cancel);
          try {
            await(gather(a, b));
          } catch (CancelledError e) {
            p("gather CancelledError", now(), "count", me().cancelRequests());
          }
          await(b);
        });
    expect("053_gather_child_cancelled");
  }

  private Coroutine<String> quiet(String name, double seconds, boolean bad) {
    return co(
        () -> {
          await(sleep(s(seconds)));
          if (bad) {
            throw new ValueError(name);
          }
          return name;
        });
  }

  private List<Task<String>> three() {
    return List.of(
        start(quiet("a", 1, false), "a"),
        start(quiet("b", 2, true), "b"),
        start(quiet("c", 3, false), "c"));
  }

  private static List<String> names(Collection<? extends Task<?>> tasks) {
    return tasks.stream().<String>map(Task::name).sorted().toList();
  }

  private static void finish(List<Task<String>> tasks) {
    await(Tasks.wait(tasks, ReturnWhen.ALL_COMPLETED));
    tasks.forEach(Task::exception);
  }

  @Test
  void waitModes() {
    main(
        () -> {
          for (ReturnWhen until : ReturnWhen.values()) {
            long before = loop().time();
            List<Task<String>> tasks = three();
            Waited<Task<String>> waited = await(Tasks.wait(tasks, until));
            p(until, names(waited.done()), names(waited.pending()), (loop().time() - before) / 1e9);
            finish(tasks);
          }
          List<Task<String>> tasks = three();
          Waited<Task<String>> waited = await(Tasks.wait(tasks, ReturnWhen.ALL_COMPLETED, s(1.5)));
          p("timeout", names(waited.done()), names(waited.pending()));
          waited = await(Tasks.wait(tasks, ReturnWhen.ALL_COMPLETED, s(0)));
          p("timeout 0", names(waited.done()), names(waited.pending()));
          finish(tasks);
          assertThrows(
              IllegalArgumentException.class,
              () -> Tasks.wait(List.<Task<?>>of(), ReturnWhen.ALL_COMPLETED));
          p("Set of Tasks/Futures is empty.");
        });
    expect("055_wait_modes");
  }

  @Test
  void waitCancelLeavesChildren() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () -> {
                        await(sleep(s(5)));
                        p("child finished", now());
                      }));
          Task<Void> o =
              start(
                  act(
                      () -> {
                        try {
                          waitAll(t);
                        } catch (CancelledError e) {
                          p("wait cancelled", now());
                          throw e;
                        }
                      }));
          await(sleep(s(1)));
          o.cancel();
          waitAll(o);
          p(o.isCancelled(), t.isDone());
          await(t);
        });
    expect("056_wait_cancel_leaves_children");
  }

  @Test
  void cancelWithChildThatSwallows() {
    main(
        () -> {
          Task<Void> t =
              start(
                  act(
                      () ->
                          await(
                              gather(
                                  co(
                                      () -> {
                                        try {
                                          await(sleep(s(100)));
                                        } catch (CancelledError e) {
                                          await(sleep(s(2)));
                                          p("child returns", now());
                                        }
                                        return "v";
                                      }),
                                  sleep(s(0))))));
          await(sleep(s(1)));
          p(t.cancel());
          waitAll(t);
          p("cancelled", t.isCancelled(), now());
        });
    expect("127_gather_cancel_child_swallows");
  }
}
