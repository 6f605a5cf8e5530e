package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.machine.Bodies;
import dev.fermata.oracle.PyError.ValueError;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletedOracleTest extends OracleTest {
  private static Task<String> w(String name, double seconds) {
    return w(name, seconds, false);
  }

  private static Task<String> w(String name, double seconds, boolean bad) {
    return start(
        co(
            () -> {
              await(sleep(s(seconds)));
              if (bad) {
                throw new ValueError(name);
              }
              return name;
            }),
        name);
  }

  @Test
  void asSequence() {
    main(
        () -> {
          List<Task<String>> ts = List.of(w("slow", 3), w("fast", 1), w("bad", 2, true));
          for (Coroutine<String> f : Tasks.asCompleted(ts)) {
            try {
              p(await(f), now());
            } catch (ValueError e) {
              p(x(e), now());
            }
          }
          ts = List.of(w("slow", 3), w("fast", 1), w("mid", 2));
          for (Coroutine<String> f : Tasks.asCompleted(ts, s(1.5))) {
            try {
              p(await(f));
            } catch (AsyncTimeoutException e) {
              p("TimeoutError", now());
            }
          }
          p(ts.stream().map(Deferred::isDone).toList());
          waitAll(ts.toArray(Deferred[]::new));
        });
    expect("057_as_completed");
  }

  @Test
  void asyncFor() {
    main(
        () -> {
          List<Task<String>> ts = List.of(w("slow", 3), w("fast", 1), w("mid", 2));
          try (var each = Bodies.each(Tasks.asCompleted(ts))) {
            for (Task<String> t : each) {
              p(t.name(), ts.contains(t), t.isDone(), await(t), now());
            }
          }
          ts = List.of(w("slow", 3), w("fast", 1));
          try (var each = Bodies.each(Tasks.asCompleted(ts, s(2)))) {
            for (Task<String> t : each) {
              p(t.name());
            }
          } catch (AsyncTimeoutException e) {
            p("TimeoutError", now(), ts.stream().map(Deferred::isDone).toList());
          }
          waitAll(ts.toArray(Deferred[]::new));
        });
    expect("109_as_completed_async_for");
  }

  @Test
  void cancelledChild() {
    main(
        () -> {
          Task<String> a = w("2", 2);
          Task<String> b = w("3", 3);
          loop().callLater(s(1), a::cancel);
          for (Coroutine<String> f : Tasks.asCompleted(List.of(a, b))) {
            try {
              p(await(f), now());
            } catch (CancelledError e) {
              p("CancelledError", now(), me().cancelRequests());
            }
          }
        });
    expect("132_as_completed_cancelled_child");
  }
}
