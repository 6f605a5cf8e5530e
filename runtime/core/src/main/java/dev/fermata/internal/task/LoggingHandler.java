package dev.fermata.internal.task;

import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ExceptionHandler;
import java.lang.System.Logger;
import org.jspecify.annotations.Nullable;

/** Logs failures that reach nobody. */
public enum LoggingHandler implements ExceptionHandler {
  /** The one. */
  INSTANCE;

  private static final Logger LOGGER = System.getLogger("dev.fermata");

  static void log(String message, Throwable failure) {
    log(Logger.Level.ERROR, message, failure);
  }

  /** A log that fails must not end the loop: what it was to take is written to where errors go. */
  public static void log(Logger.Level level, String message, @Nullable Throwable failure) {
    try {
      LOGGER.log(level, message, failure);
    } catch (RuntimeException ofLog) {
      System.err.println(message);
      Throwable written = failure == null ? ofLog : failure;
      if (written != ofLog) {
        written.addSuppressed(ofLog);
      }
      written.printStackTrace();
    }
  }

  @Override
  public void handle(EventLoop loop, ExceptionContext context) {
    log(loop + ": " + context.message(), context.exception());
  }
}
