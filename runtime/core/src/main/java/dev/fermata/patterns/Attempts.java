package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.annotations.Async;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes the attempts of a {@link Retry}. */
abstract class Attempts {
  @Async
  static <T, X extends Throwable> Coroutine<T> make(Retry retry, AsyncCall<T, X> call) throws X {
    EventLoop loop = EventLoop.current();
    long begun = loop.time();
    Supplier<Duration> pauses = retry.pauses();
    for (int number = 1; ; number++) {
      try {
        return done(await(call.begin()));
      } catch (Throwable failure) {
        Duration pause = retry.pauseAfter(number, failure, pauses, loop.time() - begun);
        if (pause == null) {
          throw failure;
        }
        try {
          await(sleep(pause));
        } catch (CancelledError cancelled) {
          cancelled.addSuppressed(failure);
          throw cancelled;
        }
      }
    }
  }
}
