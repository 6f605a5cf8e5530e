package dev.fermata;

/**
 * Is told of failures that reach nobody: a task that failed and that nobody asked, a callback that
 * threw, a failure while the loop shuts down. Called on the thread of the loop.
 *
 * <p>The default logs through {@link System.Logger} {@code dev.fermata}.
 *
 * <p>In asyncio: {@code loop.set_exception_handler}.
 */
@FunctionalInterface
public interface ExceptionHandler {
  /**
   * Handles a failure.
   *
   * @param loop where it happened
   * @param context what happened
   */
  void handle(EventLoop loop, ExceptionContext context);
}
