package dev.fermata.patterns;

import java.util.function.Supplier;

/** What code of the program says about failures, and fails with itself. */
final class Asking {
  private Asking() {}

  /** Returns whether {@code failure} is to leave the loop at once, whoever could deal with it. */
  static boolean isFatal(Throwable failure) {
    return failure instanceof VirtualMachineError || failure instanceof LinkageError;
  }

  /**
   * Returns the answer. If there is none but another failure, the first one is suppressed in it.
   */
  static <T> T about(Throwable failure, Supplier<T> question) {
    try {
      return question.get();
    } catch (Throwable ofQuestion) {
      if (ofQuestion != failure) {
        ofQuestion.addSuppressed(failure);
      }
      throw ofQuestion;
    }
  }
}
