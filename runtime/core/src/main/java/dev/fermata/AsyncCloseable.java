package dev.fermata;

import dev.fermata.internal.body.Words;

/**
 * What takes time to close. In an {@code @Async} body, {@code try (var resource = …)} awaits {@link
 * #closeAsync} at its end.
 *
 * <p>In asyncio: an object with {@code __aexit__}, or {@code aclose}.
 */
@FunctionalInterface
public interface AsyncCloseable extends AutoCloseable {
  /**
   * Closes it. Awaited once for each resource, also if the task is being cancelled: what it awaits
   * is interrupted only by a further cancellation.
   */
  Coroutine<Void> closeAsync();

  /**
   * Awaits {@link #closeAsync}. For {@code try (…)} in an {@code @Async} body, which does not
   * block.
   *
   * @throws IllegalStateException outside an {@code @Async} body
   */
  @Override
  default void close() {
    Words.await(closeAsync());
  }
}
