package dev.fermata;

/**
 * How something ended. What {@link Coroutines#gatherSettled} gives for each of its parts.
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T> {
  /**
   * It returned.
   *
   * @param value what it returned, which may be null
   */
  record Success<T>(T value) implements Outcome<T> {}

  /**
   * It failed.
   *
   * @param error what it threw
   */
  record Failure<T>(Throwable error) implements Outcome<T> {}

  /** It was cancelled. */
  record Cancelled<T>() implements Outcome<T> {}
}
