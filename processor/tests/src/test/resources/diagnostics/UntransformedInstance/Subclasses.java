import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

class Subclasses {
  @Async
  Coroutine<String> fetch(String uri) {
    await(yieldNow());
    return done(uri);
  }

  @Async
  Coroutine<String> load(String uri) {
    return fetch(uri);
  }

  static class Plain extends /*! Plain inherits fetch from Subclasses, where it is not transformed; extend AsyncSubclasses [UntransformedInstance] */ Subclasses {}

  abstract static class Owner extends /*! Owner inherits load from Subclasses, where it is not transformed; extend AsyncSubclasses [UntransformedInstance] */ Subclasses {
    @Async
    @Override
    Coroutine<String> fetch(String uri) {
      await(yieldNow());
      return done("x");
    }
  }

  /** It inherits from a class that is wrong already. */
  static class Third extends Plain {}

  static class All extends Subclasses {
    @Override
    Coroutine<String> fetch(String uri) {
      return super/*! super.fetch(uri) calls the method of Subclasses, which is not transformed; extend AsyncSubclasses [UntransformedInstance] */ .fetch(uri);
    }

    @Override
    Coroutine<String> load(String uri) {
      return done("x");
    }
  }

  Object local() {
    class Local extends /*! Local inherits fetch from Subclasses, where it is not transformed; extend AsyncSubclasses [UntransformedInstance] */ Subclasses {
      @Override
      Coroutine<String> load(String uri) {
        return super.load(uri);
      }
    }
    return new Local();
  }
}
