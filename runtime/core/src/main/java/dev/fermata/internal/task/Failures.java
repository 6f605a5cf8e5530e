package dev.fermata.internal.task;

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

  /** Returns the failure of a stage as the code that awaits it is to see it. */
  static Throwable ofStage(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof CancellationException) {
      return new CancelledError(cause.getMessage(), cause);
    }
    return cause;
  }
}
