package dev.fermata.patterns;

import java.time.Duration;

/** A call was not made, since the circuit is open: what it calls has failed too often. */
public class CircuitOpenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * Makes one.
   *
   * @param retryAfter how long it will be until calls are made again, at the earliest
   */
  public CircuitOpenException(Duration retryAfter) {
    super("not called: the circuit is open for another " + retryAfter);
    this.retryAfter = retryAfter;
  }

  /** Returns how long it will be until calls are made again, at the earliest. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
