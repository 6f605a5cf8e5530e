import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.ArrayList;
import java.util.List;

abstract class NearMisses {
  private static class Secret {}

  private final List<Secret> secrets = new ArrayList<>();

  private int size() {
    return secrets.size();
  }

  @Async
  Coroutine<Integer> valuesOfPrivateClass() {
    List<Secret> more = new ArrayList<>(secrets);
    more.add(new Secret());
    return done(size() + await(done(more)).size());
  }

  @Async
  AsyncGenerator<String> generatorThatPassesAnotherOn(AsyncGenerator<String> other) {
    emitAll(other);
    return end();
  }

  @Async
  Coroutine<String> blockInPlace() {
    return async(() -> await(done("x")));
  }
}
