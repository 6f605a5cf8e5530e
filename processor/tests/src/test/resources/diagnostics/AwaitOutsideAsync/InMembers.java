import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletionStage;

abstract class InMembers {
  static String shared = /*! await in the initializer of field shared, which cannot wait; await in an @Async method that sets it [AwaitOutsideAsync] */ await(name());
  String own = /*! await in the initializer of field own, which cannot wait; await in an @Async method that sets it [AwaitOutsideAsync] */ await(name());

  static {
    /*! await in an initializer, which cannot wait; move it to an @Async method [AwaitOutsideAsync] */ await(name());
  }

  {
    /*! await in an initializer, which cannot wait; move it to an @Async method [AwaitOutsideAsync] */ await(name());
  }

  InMembers() {
    own = /*! await in a constructor, which cannot wait; await in an @Async method that calls the constructor [AwaitOutsideAsync] */ await(name());
  }

  InMembers(CompletionStage<String> stage) {
    this(/*! await in a constructor, which cannot wait; await in an @Async method that calls the constructor [AwaitOutsideAsync] */ await(stage), 1);
  }

  InMembers(String name, int length) {}

  String load(String key, int... sizes) {
    return /*! await in load(String, int...), which is not @Async; annotate it with @Async and let it return Coroutine<String> [AwaitOutsideAsync] */ await(name());
  }

  void print() {
    /*! await in print(), which is not @Async; annotate it with @Async and let it return Coroutine<Void> [AwaitOutsideAsync] */ await(name());
  }

  int length() {
    return Coroutines/*! await in length(), which is not @Async; annotate it with @Async and let it return Coroutine<Integer> [AwaitOutsideAsync] */ .await(name()).length();
  }

  static Coroutine<String> name() {
    /*! await in name(), which is not @Async; annotate it with @Async [AwaitOutsideAsync] */ await(done("x"));
    return done("x");
  }

  public static void main(String[] arguments) {
    /*! await in main(String[]), which is not @Async; move it to an @Async method and run that with EventLoop.run [AwaitOutsideAsync] */ await(name());
  }

  void inLambda(java.util.concurrent.Executor executor) {
    executor.execute(() -> /*! await in inLambda(java.util.concurrent.Executor), which is not @Async; annotate it with @Async and let it return Coroutine<Void> [AwaitOutsideAsync] */ await(name()));
  }

  Object inClass() {
    return new Object() {
      String inner() {
        return /*! await in inner(), which is not @Async; annotate it with @Async and let it return Coroutine<String> [AwaitOutsideAsync] */ await(name());
      }
    };
  }

  interface Named {
    default String name() {
      return /*! await in name(), which is not @Async; annotate it with @Async and let it return Coroutine<String> [AwaitOutsideAsync] */ await(InMembers.name());
    }
  }

  @Async
  Coroutine<String> right() {
    return done(await(name()));
  }
}
