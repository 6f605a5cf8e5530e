package dev.fermata;

/**
 * A loop has nothing to do, no timer, and nothing outside that could bring in work, while tasks
 * wait: they would wait for ever. {@link EventLoop#run} throws it.
 */
public class DeadlockException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message lists the tasks and where they wait
   */
  public DeadlockException(String message) {
    super(message);
  }
}
