import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

abstract class NearMisses {
  abstract Coroutine<String> fetch(String uri);

  abstract Task<String> running();

  @Async
  Coroutine<String> awaited() {
    try {
      return done(await(fetch("a")));
    } catch (IllegalStateException e) {
      return fetch("b");
    }
  }

  @Async
  Coroutine<String> around() {
    try {
      System.out.println("a");
    } finally {
      System.out.println("b");
    }
    return fetch("c");
  }

  @Async
  Coroutine<String> lambdas() {
    Supplier<Coroutine<String>> later;
    try {
      later =
          () -> {
            return fetch("a");
          };
      await(fetch("b"));
    } finally {
      System.out.println("b");
    }
    return later.get();
  }

  @Async
  AsyncGenerator<String> generator() {
    try {
      emit("a");
      return end();
    } finally {
      System.out.println("b");
    }
  }

  /** It runs already. */
  Object task() {
    try {
      return running();
    } finally {
      System.out.println("b");
    }
  }

  /** What finally returns has nothing to wait for. */
  @SuppressWarnings("finally")
  Coroutine<String> last() {
    try {
      System.out.println("a");
    } finally {
      return fetch("a");
    }
  }

  int length() {
    try {
      return "a".length();
    } finally {
      System.out.println("b");
    }
  }

  @Async
  @SuppressWarnings("UnawaitedReturnInTry")
  Coroutine<String> suppressed() {
    try {
      return fetch("a");
    } finally {
      System.out.println("b");
    }
  }
}
