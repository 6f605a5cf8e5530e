package dev.fermata.sync;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;

/**
 * An {@link AsyncLock} that was acquired. A {@code try (…)} over it releases the lock at its end:
 *
 * <pre>{@code
 * try (var held = await(lock.acquire())) {
 *   await(write());
 * }
 * }</pre>
 *
 * <p>Releasing does not wait, so it is not interrupted by a cancellation. Any task of the loop may
 * release it, or a callback.
 */
public sealed interface Held extends AsyncCloseable permits AcquireLock {
  /**
   * Releases the lock before the end of the {@code try}, which then does nothing. The next in line
   * gets it; its task goes on in the next turn.
   *
   * @throws IllegalStateException if it was released before, or is waiting for a signal
   */
  void release();

  /** Releases the lock, unless that was done. */
  @Override
  void close();

  /** Releases the lock, unless that was done. It is done when this returns. */
  @Override
  Coroutine<Void> closeAsync();
}
