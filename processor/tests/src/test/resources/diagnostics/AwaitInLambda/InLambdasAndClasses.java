import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

abstract class InLambdasAndClasses {
  @Async
  Coroutine<List<String>> inLambdas(List<Coroutine<String>> names) {
    names.forEach(name -> {
      System.out.println(/*! await in a lambda, which cannot wait; write a loop, or let the lambda return async(() -> …) and await that outside of it [AwaitInLambda] */ await(name));
    });
    return done(names.stream().map(name -> /*! await in a lambda, which cannot wait; write a loop, or let the lambda return async(() -> …) and await that outside of it [AwaitInLambda] */ await(name)).toList());
  }

  @Async
  Coroutine<String> inLambdaOfBlock(Coroutine<String> name) {
    return async(() -> {
      Callable<String> call = () -> /*! await in a lambda, which cannot wait; write a loop, or let the lambda return async(() -> …) and await that outside of it [AwaitInLambda] */ await(name);
      return call.toString() + await(name);
    });
  }

  @Async
  Coroutine<String> inAnonymousClass(Coroutine<String> name) {
    Object named = new Object() {
      final String own = /*! await in a class inside of an @Async body, which is not transformed; move it to an @Async method [AwaitInLambda] */ await(name);

      @Override
      public String toString() {
        return /*! await in a class inside of an @Async body, which is not transformed; move it to an @Async method [AwaitInLambda] */ await(name);
      }
    };
    return done(named.toString());
  }

  @Async
  Coroutine<String> inLocalClass(Coroutine<String> name) {
    class Local {
      String get() {
        return /*! await in a class inside of an @Async body, which is not transformed; move it to an @Async method [AwaitInLambda] */ await(name);
      }
    }
    return done(new Local().get());
  }

  @Async
  Coroutine<Object> blockInClass(Coroutine<String> name) {
    return done(new Object() {
      Coroutine<String> get() {
        return /*! async in a class inside of an @Async body, which is not transformed; move it to an @Async method [AwaitInLambda] */ async(() -> await(name));
      }
    });
  }

  @Async
  Coroutine<String> byReference() {
    Function<Awaitable<String>, String> wait = /*! await waits in whatever calls it; write a loop that says await, or refer to an @Async method [AwaitInLambda] */ Coroutines::await;
    return done(String.valueOf(wait));
  }

  @Async
  Coroutine<String> resourceInLambda(AsyncCloseable resource) {
    Runnable close = () -> {
      try (/*! a resource that is closed by awaiting it in a lambda, which cannot wait; write a loop, or let the lambda return async(() -> …) and await that outside of it [AwaitInLambda] */ resource) {
        System.out.println(resource);
      }
    };
    return done(close.toString());
  }

  @Async
  AsyncGenerator<String> emitsInLambda(List<String> names) {
    names.forEach(name -> /*! emit in a lambda, which cannot wait; write a loop that says emit, or move it to an @Async method that returns AsyncGenerator [AwaitInLambda] */ emit(name));
    return end();
  }

  @Async
  AsyncGenerator<String> emitsByReference(List<String> names) {
    names.forEach(/*! emit waits in whatever calls it; write a loop that says emit [AwaitInLambda] */ Coroutines::emit);
    return end();
  }

  @Async
  AsyncGenerator<String> emitsInClass(List<String> names) {
    names.forEach(new java.util.function.Consumer<String>() {
      @Override
      public void accept(String name) {
        /*! emit in a class inside of an @Async body, which is not transformed; move it to an @Async method that returns AsyncGenerator [AwaitInLambda] */ emit(name);
      }
    });
    return end();
  }
}
