package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * The user, or the system, has ended the program by a signal, such as Ctrl-C. {@link EventLoop#run}
 * throws it, when the program has been cancelled and has cleaned up.
 *
 * <p>If nothing catches it, the JVM ends with {@link #exitStatus}, without a stack trace.
 *
 * <p>In asyncio: KeyboardInterrupt.
 */
public final class SignalInterrupt extends CancelledError {
  private static final long serialVersionUID = 1L;

  private final int number;

  /**
   * Makes one.
   *
   * @param signal the name of the signal, as {@code SIGINT}
   * @param number its number
   * @param cause how the program has ended; null if it was not waited for
   */
  public SignalInterrupt(String signal, int number, @Nullable CancelledError cause) {
    super(signal, cause);
    this.number = number;
  }

  /**
   * Returns with which status a process ends that is ended by the signal, as shells show it: 130
   * for SIGINT, 143 for SIGTERM.
   */
  public int exitStatus() {
    return 128 + number;
  }
}
