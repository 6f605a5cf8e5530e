import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.io.StringReader;
import java.time.Duration;

abstract class Returns {
  abstract Coroutine<String> fetch(String uri);

  abstract AsyncGenerator<String> lines(StringReader reader);

  @Async
  Coroutine<String> caught(boolean isSpecial) {
    try {
      if (isSpecial) {
        return (/*! fetch("a") runs only when this try has been left: its failure is not caught here; write return done(await(fetch("a"))) [UnawaitedReturnInTry] */ fetch("a"));
      }
      return isSpecial ? done("x") : this/*! this.fetch("b") runs only when this try has been left: its failure is not caught here; write return done(await(this.fetch("b"))) [UnawaitedReturnInTry] */ .fetch("b");
    } catch (IllegalStateException e) {
      return fetch("c");
    }
  }

  @Async
  Coroutine<String> finallyRuns() {
    try {
      return /*! fetch("a") runs only when this try has been left: its failure is not caught here, and finally does not wait for it; write return done(await(fetch("a"))) [UnawaitedReturnInTry] */ fetch("a");
    } catch (IllegalStateException e) {
      return /*! fetch("b") runs only when this try has been left: finally does not wait for it; write return done(await(fetch("b"))) [UnawaitedReturnInTry] */ fetch("b");
    } finally {
      System.out.println("finally");
    }
  }

  @Async
  Coroutine<String> scopes() {
    try {
      try (Timeout limit = timeout(Duration.ofSeconds(1))) {
        System.out.println(limit);
        return /*! fetch("a") runs only when this try has been left: the resources are closed before, and its failure is not caught here; write return done(await(fetch("a"))) [UnawaitedReturnInTry] */ fetch("a");
      }
    } catch (AsyncTimeoutException e) {
      return done("");
    }
  }

  Coroutine<String> plain() {
    try {
      return /*! fetch("a") runs only when this try has been left: finally does not wait for it; write an @Async method that awaits it there [UnawaitedReturnInTry] */ fetch("a");
    } finally {
      System.out.println("finally");
    }
  }

  AsyncGenerator<String> generator(StringReader given) {
    try (StringReader reader = given) {
      return /*! lines(reader) runs only when this try has been left: the resources are closed before; write the try in the generator [UnawaitedReturnInTry] */ lines(reader);
    }
  }
}
