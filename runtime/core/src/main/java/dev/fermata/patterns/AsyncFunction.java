package dev.fermata.patterns;

import dev.fermata.Awaitable;

/**
 * A call with an argument, which can be made any number of times: {@code connection ->
 * query(connection)}, where {@code query} is an {@code @Async} method.
 *
 * @param <T> the type of the argument
 * @param <R> the type of the value
 * @param <X> the type of the checked exceptions that the call is declared to throw; {@code
 *     RuntimeException} if there are none
 */
@FunctionalInterface
public interface AsyncFunction<T, R, X extends Throwable> {
  /**
   * Returns what is to be awaited, a new coroutine in most cases.
   *
   * @throws X as an {@code @Async} method is declared to throw what it fails with when it is
   *     awaited. What this throws is the failure of the call, too
   */
  Awaitable<? extends R> begin(T argument) throws X;
}
