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
import org.jspecify.annotations.Nullable;

/** Makes the attempts of a {@link Retry}. */
abstract class Attempts {
  @Async
  static <T, X extends Throwable> Coroutine<T> make(Retry retry, AsyncCall<T, X> call) throws X {
    EventLoop loop = EventLoop.current();
    long begun = loop.time();
    Supplier<Duration> pauses = retry.backoff().pauses();
    for (int number = 1; ; number++) {
      try {
        return done(await(call.begin()));
      } catch (Throwable failure) {
        if (number >= retry.most() || !retry.isRetried(failure)) {
          throw failure;
        }
        Duration pause = retry.pauseAfter(failure).orElseGet(pauses);
        if (!fits(pause, retry.budget(), loop.time() - begun)) {
          throw failure;
        }
        retry.tell(new Retry.Attempt(number, failure, pause));
        try {
          await(sleep(pause));
        } catch (CancelledError cancelled) {
          cancelled.addSuppressed(failure);
          throw cancelled;
        }
      }
    }
  }

  static boolean fits(Duration pause, @Nullable Duration budget, long spent) {
    return budget == null || pause.plusNanos(spent).compareTo(budget) <= 0;
  }
}
