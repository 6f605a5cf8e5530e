package dev.fermata.internal.task;

import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.loop.Scheduler;
import java.lang.System.Logger;
import java.util.Locale;

/** Logs, in debug mode, what has kept its loop for long. */
final class SlowTurns implements Scheduler.Stopwatch {
  private static final long DEFAULT_LIMIT = 100_000_000;

  private final Loop loop;
  private long limit = DEFAULT_LIMIT;

  SlowTurns(Loop loop) {
    this.loop = loop;
  }

  long limit() {
    return limit;
  }

  void setLimit(long nanos) {
    limit = nanos;
  }

  @Override
  public void took(Ready ready, long nanos) {
    if (nanos >= limit) {
      String what = ready instanceof LoopTask<?> task ? task.kind() : "a callback";
      String seconds = String.format(Locale.ROOT, "%.3f", nanos / 1e9);
      LoggingHandler.log(
          Logger.Level.WARNING,
          loop + ": " + what + " took " + seconds + " seconds without giving way to others",
          null);
    }
  }
}
