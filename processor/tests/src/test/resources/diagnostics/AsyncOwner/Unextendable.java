import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class Unextendable {
  /** Names a class that cannot be had, which is no error of its own. */
  AsyncUnextendable_Final declared = new AsyncUnextendable_Final();

  static final /*! Final has @Async methods, but it is final; drop final [AsyncOwner] */ class Final {
    @Async
    Coroutine<String> name() {
      return done("x");
    }

    /** Nothing is said of methods of a class that cannot be transformed anyway. */
    @Async
    private String another() {
      return "x";
    }
  }

  /*! Recorded has @Async methods, but it is a record, which cannot be extended; move its @Async methods to a class [AsyncOwner] */ record Recorded(String value) {
    @Async
    Coroutine<String> name() {
      return done(value);
    }
  }

  /*! Color has @Async methods, but it is an enum, which cannot be extended; move its @Async methods to a class [AsyncOwner] */ enum Color {
    RED;

    @Async
    Coroutine<String> text() {
      return done(name());
    }
  }

  /*! Named has @Async methods, but it is an interface; move its @Async methods to a class that implements it [AsyncOwner] */ interface Named {
    @Async
    default Coroutine<String> name() {
      return done("x");
    }

    @Async
    Coroutine<String> other();
  }

  /*! Inner has @Async methods, but it is an inner class, whose instances belong to one of Unextendable; make it static [AsyncOwner] */ class Inner {
    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  private static /*! Hidden has @Async methods, but it is private, so nothing outside can extend it; drop private [AsyncOwner] */ class Hidden {
    static /*! Nested has @Async methods, but it is nested in the private Hidden, so nothing outside can extend it; drop private there [AsyncOwner] */ class Nested {
      @Async
      Coroutine<String> name() {
        return done("x");
      }
    }

    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  static /*! Made has @Async methods, but it has private constructors only; make one package-private [AsyncOwner] */ class Made {
    private Made() {}

    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  private record Secret() {}

  static /*! TakesSecret has @Async methods, but it has no constructor whose types are visible outside of it; make them package-private [AsyncOwner] */ class TakesSecret {
    TakesSecret(Secret secret) {}

    private TakesSecret() {}

    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  static /*! Bounded has @Async methods, but it has a type parameter that is bounded by a private type; make that package-private [AsyncOwner] */ class Bounded<T extends Secret> {
    @Async
    Coroutine<T> name() {
      return done(null);
    }
  }

  abstract static sealed /*! Sealed has @Async methods, but it is sealed; add AsyncUnextendable_Sealed to its permits clause [AsyncOwner] */ class Sealed permits Only {
    @Async
    Coroutine<String> name() {
      return done("x");
    }
  }

  static final class Only extends Sealed {}
}
