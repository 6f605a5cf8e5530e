package dev.fermata;

/**
 * A walk through elements of which each may take time to come.
 *
 * <p>One that also is {@link AsyncCloseable} is closed by the loop over it, {@code awaitEach}, when
 * that is left before the end.
 *
 * <p>In asyncio: an asynchronous iterator ({@code __anext__}).
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterator<T> {
  /**
   * Moves to the next element: gives true, or false if there is none. To be awaited once, before it
   * is called again. What an implementation throws here is thrown by the loop over it, as is what
   * it fails with.
   */
  Awaitable<Boolean> moveNext();

  /**
   * Returns the element that the last {@link #moveNext} has moved to.
   *
   * @throws IllegalStateException if there is none
   */
  T current();
}
