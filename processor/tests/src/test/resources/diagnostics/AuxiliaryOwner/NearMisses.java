import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

class NearMisses {
  @Async
  Coroutine<String> name() {
    return done("x");
  }

  static class Nested {
    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }
}

class Helper {
  Coroutine<String> name() {
    return done("x");
  }
}
