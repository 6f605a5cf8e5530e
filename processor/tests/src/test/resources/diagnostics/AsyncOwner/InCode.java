import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

class InCode {
  Object local() {
    /*! Local has @Async methods, but it is a local class, which nothing outside can extend; make it a static nested class [AsyncOwner] */ class Local {
      /*! Inner has @Async methods, but it is a local class, which nothing outside can extend; make it a static nested class [AsyncOwner] */ class Inner {
        @Async
        Coroutine<String> name() {
          return done(await(done("x")));
        }
      }

      @Async
      Coroutine<String> name() {
        return done(await(done("x")));
      }
    }
    return new Local();
  }

  Object anonymous = new Object() /*! an anonymous class has @Async methods, but nothing can extend it; make it a static nested class [AsyncOwner] */ {
    @Async
    Coroutine<String> name() {
      return done(await(done("x")));
    }
  };

  @Async
  Coroutine<String> aroundAnother() {
    return done(String.valueOf(new Object() /*! an anonymous class has @Async methods, but nothing can extend it; make it a static nested class [AsyncOwner] */ {
      @Async
      Coroutine<String> name() {
        return done(await(done("x")));
      }
    }));
  }
}
