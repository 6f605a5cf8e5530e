import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.logging.*;

abstract class Paths {
  private static final Logger LOGGER = Logger.getLogger("a");

  abstract Coroutine<String> fetch(String uri);

  @Async
  Coroutine<String> swallowed() {
    try {
      return done(await(fetch("a")));
    } catch (CancelledError /*! catch (CancelledError e) ends the cancellation of the task, which then goes on as if nobody had asked; write throw e at the end; if only what is awaited was cancelled, ask Cancellation.isMine(e) [SwallowedCancellation] */ e) {
      return done("none");
    }
  }

  @Async
  Coroutine<String> logged() {
    try {
      return done(await(fetch("a")));
    } catch (Throwable /*! catch (Throwable t) ends the cancellation of the task, which then goes on as if nobody had asked; write catch (CancelledError e) { throw e; } before it, or catch Exception [SwallowedCancellation] */ t) {
      LOGGER.log(Level.WARNING, "no luck", t);
      t.printStackTrace();
      System.out.println(t.getMessage());
    }
    return done("");
  }

  @Async
  Coroutine<String> anError() {
    try {
      return done(await(fetch("a")));
    } catch (Error /*! catch (Error e) ends the cancellation of the task, which then goes on as if nobody had asked; write catch (CancelledError e) { throw e; } before it, or catch Exception [SwallowedCancellation] */ e) {
      System.err.println(e);
      return done("");
    }
  }

  @Async
  Coroutine<String> oneOfSeveral() {
    try {
      return done(await(fetch("a")));
    } catch (IllegalStateException | CancelledError /*! catch (IllegalStateException | CancelledError e) ends the cancellation of the task, which then goes on as if nobody had asked; write throw e at the end; if only what is awaited was cancelled, ask Cancellation.isMine(e) [SwallowedCancellation] */ e) {
      return done("");
    }
  }

  @Async
  Coroutine<String> onOneWay(boolean strict) {
    try {
      return done(await(fetch("a")));
    } catch (CancelledError /*! catch (CancelledError e) ends the cancellation of the task, which then goes on as if nobody had asked; write throw e at the end; if only what is awaited was cancelled, ask Cancellation.isMine(e) [SwallowedCancellation] */ e) {
      if (strict) {
        throw e;
      }
      return done("");
    }
  }

  @Async
  Coroutine<String> becomesSomethingElse() {
    try {
      return done(await(fetch("a")));
    } catch (Throwable /*! catch (Throwable t) ends the cancellation of the task, which then goes on as if nobody had asked; write catch (CancelledError e) { throw e; } before it, or catch Exception [SwallowedCancellation] */ t) {
      throw new IllegalStateException("no luck", t);
    }
  }

  @Async
  Coroutine<Void> forEver() {
    while (true) {
      try {
        System.out.println(await(fetch("a")));
      } catch (Throwable /*! catch (Throwable t) ends the cancellation of the task, which then goes on as if nobody had asked; write catch (CancelledError e) { throw e; } before it, or catch Exception [SwallowedCancellation] */ t) {
        LOGGER.info("again");
      }
    }
  }

  @Async
  Coroutine<Void> aResource(AsyncCloseable resource) {
    try (resource) {
      System.out.println("a");
    } catch (Throwable /*! catch (Throwable t) ends the cancellation of the task, which then goes on as if nobody had asked; write catch (CancelledError e) { throw e; } before it, or catch Exception [SwallowedCancellation] */ t) {
      System.out.println("b");
    }
    return done();
  }

  @Async
  AsyncGenerator<String> aGenerator() {
    try {
      emit("a");
    } catch (CancelledError /*! catch (CancelledError e) ends the cancellation of the task, which then goes on as if nobody had asked; write throw e at the end; if only what is awaited was cancelled, ask Cancellation.isMine(e) [SwallowedCancellation] */ e) {
      System.out.println("b");
    }
    return end();
  }

  @Async
  Coroutine<String> block() {
    return async(() -> {
      try {
        return await(fetch("a"));
      } catch (CancelledError /*! catch (CancelledError e) ends the cancellation of the task, which then goes on as if nobody had asked; write throw e at the end; if only what is awaited was cancelled, ask Cancellation.isMine(e) [SwallowedCancellation] */ e) {
        return "";
      }
    });
  }

  @Async
  Coroutine<String> testedForSomethingElse() {
    try {
      return done(await(fetch("a")));
    } catch (Throwable /*! catch (Throwable t) ends the cancellation of the task, which then goes on as if nobody had asked; write catch (CancelledError e) { throw e; } before it, or catch Exception [SwallowedCancellation] */ t) {
      if (t instanceof IllegalStateException e) {
        throw e;
      }
      return done("");
    }
  }

  @Async
  Coroutine<Void> anotherOne(Task<String> task, Task<String> other) {
    task.cancel();
    try {
      await(other);
    } catch (CancelledError /*! catch (CancelledError e) ends the cancellation of the task, which then goes on as if nobody had asked; write throw e at the end; if only what is awaited was cancelled, ask Cancellation.isMine(e) [SwallowedCancellation] */ e) {
      System.out.println("b");
    }
    return done();
  }
}
