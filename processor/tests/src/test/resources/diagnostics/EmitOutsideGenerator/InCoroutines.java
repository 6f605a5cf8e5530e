import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

abstract class InCoroutines {
  @Async
  Coroutine<String> coroutine(AsyncIterable<String> names) {
    /*! emit in coroutine(AsyncIterable<String>), which returns Coroutine<String>; let it return AsyncGenerator<String> [EmitOutsideGenerator] */ emit("a");
    /*! emitAll in coroutine(AsyncIterable<String>), which returns Coroutine<String>; let it return AsyncGenerator<String> [EmitOutsideGenerator] */ emitAll(names);
    return done("x");
  }

  @Async
  CompletionStage<String> stage() {
    /*! emit in stage(), which returns CompletionStage<String>; let it return AsyncGenerator<String> [EmitOutsideGenerator] */ emit("a");
    return CompletableFuture.completedFuture("x");
  }

  @Async
  Coroutine<Void> action() {
    /*! emit in action(), which returns Coroutine<Void>; let it return AsyncGenerator<…> [EmitOutsideGenerator] */ emit("a");
    return done();
  }

  @Async
  AsyncGenerator<String> generator() {
    Coroutine<Void> block = async(() -> {
      /*! emit in an async block, which is no generator; say it in the body of the @Async method that returns AsyncGenerator [EmitOutsideGenerator] */ emit("a");
    });
    await(block);
    return end();
  }
}
