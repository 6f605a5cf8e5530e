package dev.fermata.patterns;

/** When a {@link CircuitBreaker} has had enough. */
interface Limit {
  /**
   * Takes note of a call that has ended.
   *
   * @return whether that was too much
   */
  boolean isExceededBy(boolean failed, long now);

  /** Begins anew. */
  void forget();
}
