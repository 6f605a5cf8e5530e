package dev.fermata.patterns;

/**
 * Calls whose checked exceptions the compiler need not know about: they are thrown as they are,
 * where a coroutine may throw anything.
 */
final class Unchecked {
  private Unchecked() {}

  @SuppressWarnings("unchecked") // the type of the exceptions means nothing at run time
  static <T> AsyncCall<T, RuntimeException> call(AsyncCall<T, ?> call) {
    return (AsyncCall<T, RuntimeException>) call;
  }

  @SuppressWarnings("unchecked") // the type of the exceptions means nothing at run time
  static <T, R> AsyncFunction<T, R, RuntimeException> function(AsyncFunction<T, R, ?> function) {
    return (AsyncFunction<T, R, RuntimeException>) function;
  }
}
