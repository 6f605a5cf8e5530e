package dev.fermata.sync;

/**
 * A task waits for others at an {@link AsyncBarrier} that is broken or was reset.
 *
 * <p>In asyncio: BrokenBarrierError.
 */
public class BarrierBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public BarrierBrokenException() {
    super("the barrier was aborted or reset");
  }
}
