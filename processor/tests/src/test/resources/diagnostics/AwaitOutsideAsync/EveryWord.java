import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.function.Function;

abstract class EveryWord {
  void words(AsyncIterable<String> names, Coroutine<String> name, AsyncCloseable resource) {
    /*! emit in words(AsyncIterable<String>, Coroutine<String>, AsyncCloseable), which is not @Async; annotate it with @Async and let it return AsyncGenerator<…> [AwaitOutsideAsync] */ emit("a");
  }

  Coroutine<Void> all(AsyncIterable<String> names) {
    /*! emitAll in all(AsyncIterable<String>), which is not @Async; annotate it with @Async and let it return AsyncGenerator<…> [AwaitOutsideAsync] */ emitAll(names);
    return done();
  }

  Coroutine<Void> loop(AsyncIterable<String> names) {
    for (String name : /*! awaitEach in loop(AsyncIterable<String>), which is not @Async; annotate it with @Async [AwaitOutsideAsync] */ awaitEach(names)) {
      System.out.println(name);
    }
    return done();
  }

  Coroutine<Void> block() {
    return /*! async in block(), which is not @Async; annotate it with @Async [AwaitOutsideAsync] */ async(() -> {
      await(done());
    });
  }

  Coroutine<Void> reference() {
    Function<Awaitable<String>, String> wait = /*! await in reference(), which is not @Async; annotate it with @Async [AwaitOutsideAsync] */ Coroutines::await;
    return done();
  }

  Coroutine<Void> resource(AsyncCloseable given) {
    try (AsyncCloseable /*! a resource that is closed by awaiting it in resource(AsyncCloseable), which is not @Async; annotate it with @Async [AwaitOutsideAsync] */ own = given) {
      System.out.println(own);
    }
    try (/*! a resource that is closed by awaiting it in resource(AsyncCloseable), which is not @Async; annotate it with @Async [AwaitOutsideAsync] */ given) {
      System.out.println(given);
    }
    return done();
  }

  @Async
  Coroutine<Void> strayLoopSource(AsyncIterable<String> names) {
    Iterable<String> kept = /*! awaitEach is no Iterable to keep or pass on; write for (var element : awaitEach(…)) [AwaitOutsideAsync] */ awaitEach(names);
    return done();
  }
}
