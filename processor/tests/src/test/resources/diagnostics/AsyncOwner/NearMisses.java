import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;

public class NearMisses<T> {
  private NearMisses() {}

  NearMisses(List<? extends T> some) {}

  @Async
  Coroutine<String> name() {
    return done("x");
  }

  protected static class Nested {
    static class Deep {
      protected Deep() {}

      @Async
      Coroutine<String> name() {
        return done("x");
      }
    }
  }

  class Inner {
    static class NestedInInner {
      @Async
      Coroutine<String> name() {
        return done("x");
      }
    }
  }

  abstract static sealed class Sealed permits AsyncNearMisses_Sealed {
    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  interface Around {
    class Within {
      @Async
      Coroutine<String> name() {
        return done("x");
      }
    }
  }

  @SuppressWarnings("AsyncOwner")
  record Suppressed(String value) {
    @Async
    Coroutine<String> name() {
      return done(value);
    }
  }

  static List<Object> all() {
    return List.of(
        new AsyncNearMisses<>(List.of("x")),
        new AsyncNearMisses_Nested_Deep(),
        new AsyncNearMisses_Inner_NestedInInner(),
        new AsyncNearMisses_Sealed(),
        new AsyncNearMisses_Around_Within());
  }
}
