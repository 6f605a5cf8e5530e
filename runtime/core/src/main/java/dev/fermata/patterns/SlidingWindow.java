package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.Held;
import java.time.Duration;

/**
 * The times at which a {@link RateLimiter} has let somebody through, and who waits for the next.
 */
abstract class SlidingWindow {
  private final Home home = new Home(this);
  private final long period;

  /** When the last ones got through: a ring, in which the oldest is overwritten next. */
  private final long[] times;

  private int used;
  private int oldest;

  /** Who has it is the first in line, and waits for the time to come. */
  private final AsyncLock first = new AsyncLock();

  private int waiting;

  SlidingWindow(int most, long period) {
    this.times = new long[most];
    this.period = period;
  }

  @Async
  Coroutine<Void> acquire() {
    if (tryAcquire()) {
      return done();
    }
    waiting++;
    try {
      Held turn = await(first.acquire());
      try {
        for (long wait = left(now()); wait > 0; wait = left(now())) {
          await(sleep(Duration.ofNanos(wait)));
        }
        letThrough(now());
      } finally {
        turn.release();
      }
    } finally {
      waiting--;
    }
    return done();
  }

  @Async
  <T, X extends Throwable> Coroutine<T> call(AsyncCall<T, X> call) throws X {
    await(acquire());
    return done(await(call.begin()));
  }

  boolean tryAcquire() {
    long now = now();
    if (waiting > 0 || left(now) > 0) {
      return false;
    }
    letThrough(now);
    return true;
  }

  private long now() {
    return home.enter(this::forget).time();
  }

  private void forget() {
    used = 0;
    oldest = 0;
  }

  /** Returns how long it is until the next one may go. */
  private long left(long now) {
    return used < times.length ? 0 : times[oldest] + period - now;
  }

  private void letThrough(long now) {
    times[oldest] = now;
    oldest = (oldest + 1) % times.length;
    used = Math.min(used + 1, times.length);
  }

  int waiting() {
    return waiting;
  }

  @Override
  public String toString() {
    return "RateLimiter[%d per %s, %d waiting]"
        .formatted(times.length, Duration.ofNanos(period), waiting);
  }
}
