import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class NearMisses {
  private Throwable failure;

  abstract Coroutine<String> fetch(String uri);

  abstract void report(Throwable t);

  @Async
  Coroutine<String> thrownAgain() {
    try {
      return done(await(fetch("a")));
    } catch (CancelledError e) {
      System.out.println("ended");
      throw e;
    }
  }

  @Async
  Coroutine<String> thrownBefore() {
    try {
      return done(await(fetch("a")));
    } catch (CancelledError e) {
      throw e;
    } catch (Throwable t) {
      return done(t.getMessage());
    }
  }

  @Async
  Coroutine<String> exceptionsOnly() {
    try {
      return done(await(fetch("a")));
    } catch (Exception e) {
      return done("");
    }
  }

  @Async
  Coroutine<String> told() {
    try {
      return done(await(fetch("a")));
    } catch (Throwable t) {
      if (t instanceof CancelledError c) {
        throw c;
      }
      return done("");
    }
  }

  @Async
  Coroutine<String> toldTheOtherWay() {
    try {
      return done(await(fetch("a")));
    } catch (Throwable t) {
      if (!(t instanceof Exception)) {
        throw t;
      }
      return done("");
    }
  }

  @Async
  Coroutine<String> ofSomebodyElse() {
    try {
      return done(await(fetch("a")));
    } catch (CancelledError e) {
      if (Cancellation.isMine(e)) throw e;
      return done("");
    }
  }

  @Async
  Coroutine<String> handedOn(Promise<String> promise, Task<String> other) {
    try {
      return done(await(fetch("a")));
    } catch (Throwable t) {
      promise.fail(t);
    }
    try {
      return done(await(fetch("a")));
    } catch (CancelledError e) {
      other.cancelWith(e.cancellation());
    }
    try {
      return done(await(fetch("a")));
    } catch (Throwable t) {
      report(t);
    }
    return done("");
  }

  @Async
  Coroutine<String> kept() {
    Throwable first = null;
    try {
      await(fetch("a"));
    } catch (Throwable t) {
      first = t;
      failure = t;
    }
    if (first != null) {
      throw new IllegalStateException(first);
    }
    return done("");
  }

  @Async
  Coroutine<String> nothingAwaited() {
    try {
      System.out.println(fetch("a"));
    } catch (Throwable t) {
      return done("");
    }
    try {
      Coroutine<String> block = async(() -> await(fetch("b")));
      return block;
    } catch (Throwable t) {
      return done("");
    }
  }

  @Async
  Coroutine<Void> whatItHasCancelled() {
    Task<String> task = start(fetch("a"));
    task.cancel("enough");
    try {
      await(task);
    } catch (CancelledError e) {
      System.out.println(e.getMessage());
    }
    return done();
  }

  String inPlainCode() {
    try {
      return EventLoop.run(fetch("a"));
    } catch (Throwable t) {
      return "";
    }
  }

  @Async
  Coroutine<Void> inALambda() {
    Runnable plain = () -> {
      try {
        EventLoop.run(fetch("a"));
      } catch (Throwable t) {
        System.out.println("a");
      }
    };
    plain.run();
    await(yieldNow());
    return done();
  }

  @Async
  @SuppressWarnings("SwallowedCancellation")
  Coroutine<String> suppressed() {
    try {
      return done(await(fetch("a")));
    } catch (CancelledError e) {
      return done("none");
    }
  }
}
