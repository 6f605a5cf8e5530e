package dev.fermata.internal.task;

import dev.fermata.ExceptionContext;
import dev.fermata.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/** Tells the exception handler of a loop of failures that reach nobody. */
final class Reports {
  private final Loop loop;
  private ExceptionHandler handler;

  Reports(Loop loop, @Nullable ExceptionHandler handler) {
    this.loop = loop;
    this.handler = orDefault(handler);
  }

  void setHandler(@Nullable ExceptionHandler next) {
    handler = orDefault(next);
  }

  private static ExceptionHandler orDefault(@Nullable ExceptionHandler handler) {
    return handler == null ? LoggingHandler.INSTANCE : handler;
  }

  void report(ExceptionContext context) {
    ExceptionHandler told = handler;
    try {
      told.handle(loop, context);
    } catch (Throwable failure) {
      if (Failures.isFatal(failure)) {
        throw failure;
      }
      if (failure != context.exception()) {
        failure.addSuppressed(context.exception());
      }
      LoggingHandler.INSTANCE.handle(
          loop, new ExceptionContext("the exception handler failed", failure, told));
    }
  }
}
