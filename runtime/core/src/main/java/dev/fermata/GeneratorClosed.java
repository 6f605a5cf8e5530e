package dev.fermata;

/**
 * What a generator sees at its {@code emit} when it is closed. It is to run its {@code finally}
 * blocks and end; it may not emit any more.
 *
 * <p>It is an {@link Error}, so that {@code catch (Exception e)} does not swallow it.
 *
 * <p>In asyncio: GeneratorExit.
 */
public class GeneratorClosed extends Error {
  private static final long serialVersionUID = 1L;

  /** Makes one. It has no stack trace: the place is the {@code emit}, the caller is closing. */
  public GeneratorClosed() {
    super(null, null, true, false);
  }
}
