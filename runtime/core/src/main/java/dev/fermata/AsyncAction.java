package dev.fermata;

/** A block with awaits that has no value, for {@link Coroutines#async(AsyncAction)}. */
@FunctionalInterface
public interface AsyncAction {
  /**
   * Runs the block.
   *
   * @throws Throwable whatever it throws
   */
  void run() throws Throwable;
}
