package dev.fermata;

import dev.fermata.internal.scope.LoopTimeout;
import java.time.Duration;

/**
 * A time limit for the body of a {@code try (…)}. {@link Coroutines#timeout} makes one.
 *
 * <p>When the time has come and the body is not through, the task is cancelled, and the {@link
 * CancelledError} that leaves the body is replaced by an {@link AsyncTimeoutException}. So the body
 * may clean up, for as long as it takes. A body that never waits is never interrupted.
 *
 * <p>A cancellation from outside wins: it stays what it is.
 *
 * <p>In asyncio: Timeout.
 */
public sealed interface Timeout extends AsyncScope permits LoopTimeout {
  /** Returns whether the time had come before the body was through. */
  boolean expired();

  /**
   * Returns when it is to end, in the nanoseconds of {@link EventLoop#time}; {@link Clock#NEVER} if
   * there is no limit.
   */
  long when();

  /**
   * Sets another limit, counted from now.
   *
   * @throws IllegalStateException if it has expired or was left
   */
  void reschedule(Duration limit);

  /**
   * Sets another time at which it is to end.
   *
   * @param loopTimeNanos by the clock of {@link EventLoop#time}; {@link Clock#NEVER} for no limit
   * @throws IllegalStateException if it has expired or was left
   */
  void reschedule(long loopTimeNanos);
}
