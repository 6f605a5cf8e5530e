//! -Afermata.AsyncWithoutAwait=note

import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

abstract class Bodies {
  @Async
  Coroutine<Integer> /*! length(String) has nothing to wait for, so it need not be @Async; drop @Async, or await what it should wait for [AsyncWithoutAwait] */ length(String text) {
    if (text.isEmpty()) {
      return done(0);
    }
    return (done(text.length()));
  }

  @Async
  static AsyncGenerator<String> /*! none() has nothing to wait for, so it need not be @Async; drop @Async, or await what it should wait for [AsyncWithoutAwait] */ none() {
    return end();
  }

  @Async
  CompletableFuture<String> /*! future(String...) has nothing to wait for, so it need not be @Async; drop @Async, or await what it should wait for [AsyncWithoutAwait] */ future(String... texts) {
    return CompletableFuture.completedFuture(texts[0]);
  }

  @Async
  Coroutine<Object> /*! inLambdas(Coroutine<String>) has nothing to wait for, so it need not be @Async; drop @Async, or await what it should wait for [AsyncWithoutAwait] */ inLambdas(Coroutine<String> text) {
    Supplier<Coroutine<String>> later = () -> text;
    Coroutine<String> block = async(() -> await(text));
    try (AutoCloseable plain = () -> {}) {
      System.out.println(plain);
    } catch (Exception e) {
      System.out.println(e);
    }
    return done(new Object[] {later, block});
  }
}
