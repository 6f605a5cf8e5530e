//! -Xlint:-auxiliaryclass
import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

class Beside {
  @Async
  Coroutine<String> name() {
    return done("x");
  }
}

abstract /*! Other is in Beside.java, so javac's lint auxiliaryclass, where it is on, warns of AsyncOther; move Other to Other.java [AuxiliaryOwner] */ class Other<T> {
  @Async
  Coroutine<T> name(T name) {
    return done(name);
  }

  static /*! Other is in Beside.java, so javac's lint auxiliaryclass, where it is on, warns of AsyncOther_Nested; move Other to Other.java [AuxiliaryOwner] */ class Nested {
    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  @SuppressWarnings("AuxiliaryOwner")
  static class Left {
    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }
}
