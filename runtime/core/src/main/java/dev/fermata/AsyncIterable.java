package dev.fermata;

/**
 * What {@code awaitEach} walks through: elements of which each may take time to come.
 *
 * <p>In asyncio: an asynchronous iterable ({@code __aiter__}).
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T> {
  /** Returns an iterator that stands before the first element. */
  AsyncIterator<T> iterator();
}
