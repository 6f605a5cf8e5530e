//! -Afermata.AuxiliaryOwner=off
import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

class Collisions {
  static /*! Inner has @Async methods, but it would become AsyncCollisions_Inner, and so would Collisions_Inner; rename one of them [AsyncOwner] */ class Inner {
    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  AsyncCollisions_Inner declared;
}

class Collisions_Inner {
  @Async
  Coroutine<String> name() {
    return done("x");
  }
}

/*! Taken has @Async methods, but it would become AsyncTaken, which is among the sources already; rename one of them [AsyncOwner] */ class Taken {
  @Async
  Coroutine<String> name() {
    return done("x");
  }
}

class AsyncTaken {}
