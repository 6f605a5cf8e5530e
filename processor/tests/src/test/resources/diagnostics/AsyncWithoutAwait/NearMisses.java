//! -Afermata.AsyncWithoutAwait=note

import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletableFuture;

abstract class NearMisses {
  abstract Coroutine<String> fetch(String uri);

  abstract CompletableFuture<String> future();

  @Async
  Coroutine<String> awaits() {
    return done(await(fetch("a")));
  }

  @Async
  Coroutine<String> leavesItToAnother(boolean isSpecial) {
    if (isSpecial) {
      return fetch("a");
    }
    return done("");
  }

  @Async
  CompletableFuture<String> leavesItToFuture() {
    return future();
  }

  @Async
  AsyncGenerator<String> emits() {
    emit("a");
    return end();
  }

  @Async
  Coroutine<Void> loops(AsyncIterable<String> names) {
    for (String name : awaitEach(names)) {
      System.out.println(name);
    }
    return done();
  }

  @Async
  Coroutine<Void> closes(AsyncCloseable resource) {
    try (resource) {
      System.out.println("a");
    }
    return done();
  }

  @Async
  Coroutine<Void> isNotThereYet() {
    throw new UnsupportedOperationException();
  }

  Coroutine<String> isPlain() {
    return done("a");
  }

  @Async
  @SuppressWarnings("AsyncWithoutAwait")
  Coroutine<String> suppressed() {
    return done("a");
  }
}
