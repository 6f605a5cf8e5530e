package dev.fermata;

/**
 * A block with awaits that has a value, for {@link Coroutines#async(AsyncBlock)}.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface AsyncBlock<T> {
  /**
   * Runs the block.
   *
   * @throws Throwable whatever it throws
   */
  T run() throws Throwable;
}
