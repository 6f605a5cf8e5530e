package dev.fermata.sync;

/**
 * An {@link AsyncQueue} was shut down: it takes nothing more, or has nothing more to give.
 *
 * <p>In asyncio: QueueShutDown.
 */
public class QueueShutdownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public QueueShutdownException() {
    super("the queue was shut down");
  }
}
