package dev.fermata.patterns;

import dev.fermata.Coroutine;
import java.time.Duration;

/**
 * Lets so many through in any period, and lets the others wait, in the order in which they came.
 *
 * <pre>{@code
 * RateLimiter limiter = RateLimiter.of(100, Duration.ofMinutes(1));
 * …
 * await(limiter.acquire());
 * await(request(uri));
 * }</pre>
 *
 * <p>The window slides: whenever a period begins, no more than that many get through before it
 * ends. At first they may all do so at once. It remembers that many times, of 8 bytes each.
 *
 * <p>Nothing is given back: what was acquired counts for its period. A task that is cancelled while
 * it waits has acquired nothing, and leaves the line.
 *
 * <p>It belongs to the loop that first uses it, and is for the thread of that loop. When that loop
 * is closed, another one may begin anew.
 */
public final class RateLimiter {
  private final SlidingWindow window;

  private RateLimiter(SlidingWindow window) {
    this.window = window;
  }

  /**
   * Makes a limiter.
   *
   * @param most how many get through in a period
   * @param period how long a period is
   * @throws IllegalArgumentException if one of them is not positive
   */
  public static RateLimiter of(int most, Duration period) {
    if (most < 1) {
      throw new IllegalArgumentException("lets nothing through: " + most);
    }
    return new RateLimiter(new AsyncSlidingWindow(most, Nanos.positive(period)));
  }

  /**
   * Waits until this task may go on. If it may at once, and nobody waits, this does not give way to
   * other tasks.
   *
   * <p>A cancellation ends the waiting; then nothing is acquired.
   */
  public Coroutine<Void> acquire() {
    return window.acquire();
  }

  /**
   * Returns whether this task may go on, if that can be said without waiting or overtaking. Then it
   * counts.
   *
   * @throws IllegalStateException outside a loop, or if this belongs to another one
   */
  public boolean tryAcquire() {
    return window.tryAcquire();
  }

  /**
   * Makes a call when that is allowed.
   *
   * @return the value of the call
   * @throws X by that, the compiler knows of checked exceptions. It is the coroutine that fails,
   *     not this method
   */
  public <T, X extends Throwable> Coroutine<T> call(AsyncCall<T, X> call) throws X {
    return window.call(call);
  }

  /** Returns how many tasks wait. */
  public int waiting() {
    return window.waiting();
  }

  @Override
  public String toString() {
    return window.toString();
  }
}
