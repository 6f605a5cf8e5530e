package dev.fermata.internal.task;

import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ExceptionHandler;
import java.lang.System.Logger;

/** Logs failures that reach nobody. */
enum LoggingHandler implements ExceptionHandler {
  INSTANCE;

  private static final Logger LOGGER = System.getLogger("dev.fermata");

  static void log(String message, Throwable failure) {
    LOGGER.log(Logger.Level.ERROR, message, failure);
  }

  @Override
  public void handle(EventLoop loop, ExceptionContext context) {
    LOGGER.log(Logger.Level.ERROR, () -> loop + ": " + context.message(), context.exception());
  }
}
