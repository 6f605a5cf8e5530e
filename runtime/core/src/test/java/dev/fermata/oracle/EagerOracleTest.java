package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.TaskGroup;
import dev.fermata.oracle.PyError.ValueError;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EagerOracleTest extends OracleTest {
  private static Coroutine<Void> boom() {
    return act(
        () -> {
          throw new ValueError("third");
        });
  }

  private static Coroutine<Void> second(TaskGroup tg) {
    return act(
        () -> {
          tg.startEagerly(boom());
          await(sleep(s(100)));
        });
  }

  @Test
  void failuresInAGroup() {
    main(
        () -> {
          List<Function<TaskGroup, Coroutine<Void>>> all =
              List.of(tg -> boom(), EagerOracleTest::second);
          for (Function<TaskGroup, Coroutine<Void>> f : all) {
            try {
              with(TaskGroup.open(), tg -> tg.startEagerly(f.apply(tg)));
            } catch (ExceptionGroup e) {
              p(x(e));
            }
            p("count", me().cancelRequests(), now());
            try {
              await(yieldNow());
              p("no stray cancel");
            } catch (CancelledError e) {
              p("stray cancel");
            }
          }
        });
    expect("139_taskgroup_eager_failures");
  }
}
