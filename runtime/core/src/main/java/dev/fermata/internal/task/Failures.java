package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** What to do with failures. */
public final class Failures {
  private Failures() {}

  /** Returns whether {@code failure} is to leave the loop at once instead of ending a task. */
  public static boolean isFatal(Throwable failure) {
    return failure instanceof VirtualMachineError || failure instanceof LinkageError;
  }

  /**
   * Throws {@code failure} as it is, past the compiler's check. Declared to return it, for throw.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // X is inferred as unchecked
  public static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
    throw (X) failure;
  }

  /** Returns the failure of who waits for something that nothing can end any more. */
  static IllegalStateException closedBefore(AbstractDeferred<?> deferred) {
    return new IllegalStateException(
        deferred.home() + " was closed before " + deferred + " was done");
  }

  /** Returns the failure of a stage as the code that awaits it is to see it. */
  static Throwable ofStage(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof CancellationException cancelled ? ofFuture(cancelled) : cause;
  }

  /** Returns the cancellation of a future as code that awaits it is to see it. */
  static CancelledError ofFuture(CancellationException cancelled) {
    Throwable cause = cancelled;
    while (cause instanceof CancellationException) { // some JDKs wrap it into another one
      cause = cause.getCause();
    }
    Cancellation request = cause instanceof CancelledError error ? error.cancellation() : null;
    if (cause == null || request == null) {
      return new CancelledError(cancelled.getMessage(), cancelled);
    }
    CancelledError own = new CancelledError(request);
    for (Throwable suppressed : cause.getSuppressed()) {
      own.addSuppressed(suppressed);
    }
    return own;
  }

  /** Returns a cancellation as code that knows futures only is to see it. */
  static CancellationException forFuture(CancelledError cancelled) {
    CancellationException exception = new CancellationException(cancelled.getMessage());
    exception.initCause(cancelled);
    return exception;
  }
}
