package dev.fermata.sync;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;

/**
 * What was acquired of an {@link AsyncSemaphore}: one permit, or several. A {@code try (…)} over it
 * gives it back at its end:
 *
 * <pre>{@code
 * try (var permit = await(connections.acquire())) {
 *   await(query());
 * }
 * }</pre>
 *
 * <p>Giving it back does not wait, so it is not interrupted by a cancellation. Any task of the loop
 * may do it, or a callback.
 */
public sealed interface Permit extends AsyncCloseable permits AcquirePermit {
  /** Returns how many permits it stands for. */
  int count();

  /**
   * Gives it back before the end of the {@code try}, which then does nothing. Those who are next in
   * line get it; their tasks go on in the next turn.
   *
   * @throws IllegalStateException if it was given back before
   */
  void release();

  /** Gives it back, unless that was done. */
  @Override
  void close();

  /** Gives it back, unless that was done. It is done when this returns. */
  @Override
  Coroutine<Void> closeAsync();
}
