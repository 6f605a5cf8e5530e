package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * What a cancelled task sees at its await, and what awaiting something cancelled throws.
 *
 * <p>It is an {@link Error}, so that {@code catch (Exception e)} does not swallow a cancellation.
 * Code that catches it to clean up is to throw it again.
 *
 * <p>Its stack trace is the await that it has interrupted. Its cause is the {@link Cancellation},
 * which tells who has asked for it, why and where.
 *
 * <p>In asyncio: CancelledError, which is a BaseException for the same reason.
 */
public class CancelledError extends Error {
  private static final long serialVersionUID = 1L;

  /** Makes one that says no reason. */
  public CancelledError() {
    super.fillInStackTrace();
  }

  /**
   * Makes one.
   *
   * @param message says why
   */
  public CancelledError(@Nullable String message) {
    super(message);
    super.fillInStackTrace();
  }

  /**
   * Makes one.
   *
   * @param message says why
   * @param cause what it comes from
   */
  public CancelledError(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    super.fillInStackTrace();
  }

  /**
   * Makes one for a request, as the runtime does. It has no stack trace before it is thrown at an
   * await.
   *
   * @param request what it comes from; its reason is the message
   */
  public CancelledError(Cancellation request) {
    super(request.reason(), request);
  }

  /** Returns the request that it comes from; null if it was made by hand. */
  public @Nullable Cancellation cancellation() {
    return super.getCause() instanceof Cancellation request ? request : null;
  }

  @Override
  public synchronized @Nullable Throwable getCause() {
    Throwable cause = super.getCause();
    if (cause instanceof Cancellation request) {
      request.makeReadable(); // printing the trace of this prints that of the cause as it is
    }
    return cause;
  }

  /** Does nothing: only one that is made by hand has the trace of where it was made. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
