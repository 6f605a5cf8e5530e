package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A time limit was exceeded: {@link Coroutines#timeout}, {@link Coroutines#waitFor}. Its cause is
 * the {@link CancelledError} by which the work was interrupted.
 *
 * <p>In asyncio: TimeoutError.
 */
public class AsyncTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public AsyncTimeoutException() {}

  /**
   * Makes one.
   *
   * @param message says what took too long
   */
  public AsyncTimeoutException(@Nullable String message) {
    super(message);
  }

  /**
   * Makes one.
   *
   * @param cause what the time limit has interrupted
   */
  public AsyncTimeoutException(Throwable cause) {
    super(null, cause);
  }
}
