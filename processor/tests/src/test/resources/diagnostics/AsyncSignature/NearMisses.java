import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class NearMisses {
  @Async
  Coroutine<String> coroutine() {
    return done("x");
  }

  @Async
  protected AsyncGenerator<? extends Number> generator() {
    emit(1);
    return end();
  }

  @Async
  public CompletionStage<Void> stage() {
    return CompletableFuture.completedFuture(null);
  }

  @Async
  CompletableFuture<List<String>> future() {
    return CompletableFuture.completedFuture(List.of());
  }

  @Async
  static Coroutine<String> isStatic() {
    return done("x");
  }

  @Async
  @SafeVarargs
  static <T extends Comparable<T>> Coroutine<T> generic(T first, List<? super T>... more) throws java.io.IOException {
    return done(first);
  }

  @Async
  @SuppressWarnings("AsyncSignature")
  private Coroutine<String> suppressed() {
    return done("x");
  }

  static NearMisses create() {
    return new AsyncNearMisses();
  }
}
