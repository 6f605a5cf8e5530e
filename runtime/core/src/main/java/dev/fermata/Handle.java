package dev.fermata;

/**
 * A call that a loop is to make. All of it is for the thread of that loop.
 *
 * <p>In asyncio: a Handle.
 */
public interface Handle {
  /**
   * Prevents the call, unless it was made already.
   *
   * @throws IllegalStateException in debug mode, in the wrong thread
   */
  void cancel();

  /** Returns whether {@link #cancel} was called. */
  boolean isCancelled();
}
