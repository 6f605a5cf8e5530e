import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.function.Function;
import java.util.function.Supplier;

class Instances {
  Instances() {}

  Instances(String base) {}

  @Async
  Coroutine<String> fetch(String uri) {
    await(yieldNow());
    return done(uri);
  }

  @Async
  Coroutine<Void> print(String uri) {
    System.out.println(await(fetch(uri)));
    return done();
  }

  static Instances create() {
    return /*! new Instances(…) makes an instance of Instances, whose @Async methods are not transformed; write new AsyncInstances(…) [UntransformedInstance] */ new Instances();
  }

  @Async
  Coroutine<String> inBody() {
    return done(await(/*! new Instances(…) makes an instance of Instances, whose @Async methods are not transformed; write new AsyncInstances(…) [UntransformedInstance] */ new Instances("base").fetch("uri")));
  }

  static class Generic<T> {
    @Async
    Coroutine<T> wait(Coroutine<T> value) {
      return done(await(value));
    }
  }

  void references() {
    Supplier<Instances> none = /*! Instances::new makes an instance of Instances, whose @Async methods are not transformed; write AsyncInstances::new [UntransformedInstance] */ Instances::new;
    Function<String, Instances> one = /*! Instances::new makes an instance of Instances, whose @Async methods are not transformed; write AsyncInstances::new [UntransformedInstance] */ Instances::new;
    Supplier<Generic<String>> generic = /*! Generic::new makes an instance of Generic, whose @Async methods are not transformed; write AsyncInstances_Generic::new [UntransformedInstance] */ Generic<String>::new;
  }

  Object generic() {
    Generic<String> diamond = /*! new Generic(…) makes an instance of Generic, whose @Async methods are not transformed; write new AsyncInstances_Generic(…) [UntransformedInstance] */ new Generic<>();
    return /*! new Generic(…) makes an instance of Generic, whose @Async methods are not transformed; write new AsyncInstances_Generic(…) [UntransformedInstance] */ new Instances.Generic<Integer>();
  }

  Object anonymous() {
    return /*! new Instances(…) {…} makes an instance of Instances, whose @Async methods are not transformed; write new AsyncInstances(…) {…} [UntransformedInstance] */ new Instances() {
      @Override
      Coroutine<String> fetch(String uri) {
        return done("x");
      }
    };
  }

  abstract static class Unfinished {
    @Async
    Coroutine<String> one() {
      return done(await(two()));
    }

    abstract Coroutine<String> two();
  }

  Object finished() {
    return /*! new Unfinished(…) {…} makes an instance of Unfinished, whose @Async methods are not transformed; write new AsyncInstances_Unfinished(…) {…} [UntransformedInstance] */ new Unfinished() {
      @Override
      Coroutine<String> two() {
        return done("x");
      }
    };
  }
}
