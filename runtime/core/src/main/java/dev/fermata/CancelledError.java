package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * What a cancelled task sees at its await, and what awaiting something cancelled throws.
 *
 * <p>It is an {@link Error}, so that {@code catch (Exception e)} does not swallow a cancellation.
 * Code that catches it to clean up is to throw it again.
 *
 * <p>In asyncio: CancelledError, which is a BaseException for the same reason.
 */
public class CancelledError extends Error {
  private static final long serialVersionUID = 1L;

  /** Makes one that says no reason. */
  public CancelledError() {}

  /**
   * Makes one.
   *
   * @param message says why
   */
  public CancelledError(@Nullable String message) {
    super(message);
  }

  /**
   * Makes one.
   *
   * @param message says why
   * @param cause what it comes from
   */
  public CancelledError(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
