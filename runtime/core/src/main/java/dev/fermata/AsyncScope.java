package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A resource that wants to know how the {@code try (…)} over it ended: a {@link TaskGroup}, a
 * {@link Timeout}.
 *
 * <p>It can replace the failure of the body by another one, by throwing it. It cannot swallow it:
 * then Java's own rules about what is reachable and assigned after the statement would not hold.
 *
 * <p>In asyncio: an asynchronous context manager.
 */
public interface AsyncScope extends AsyncCloseable {
  /**
   * Leaves the scope.
   *
   * @param failureOrNull what the body has thrown, a {@link CancelledError} included; null if it
   *     ended otherwise
   */
  Coroutine<Void> exit(@Nullable Throwable failureOrNull);

  /** Leaves the scope as a body does that did not fail. */
  @Override
  default Coroutine<Void> closeAsync() {
    return exit(null);
  }
}
