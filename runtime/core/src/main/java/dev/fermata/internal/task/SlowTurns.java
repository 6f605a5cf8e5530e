package dev.fermata.internal.task;

import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.loop.Scheduler;
import java.lang.System.Logger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Logs, in debug mode, what has kept its loop for long; and has it recorded. */
public final class SlowTurns implements Scheduler.Stopwatch {
  private static final long DEFAULT_LIMIT = 100_000_000;

  private final Loop loop;
  private long limit = DEFAULT_LIMIT;
  private boolean logging;
  private @Nullable TaskRecorder recorder;
  private volatile long count;

  SlowTurns(Loop loop) {
    this.loop = loop;
  }

  long limit() {
    return limit;
  }

  void setLimit(long nanos) {
    limit = nanos;
  }

  void setLogging(boolean wanted) {
    logging = wanted;
  }

  void setRecorder(@Nullable TaskRecorder next) {
    recorder = next;
  }

  /** Returns how many there were. For any thread. */
  public long count() {
    return count;
  }

  @Override
  public void begins(Ready ready) {
    if (recorder != null) {
      recorder.turnBegins();
    }
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // is written by the thread of the loop alone
  public void took(Ready ready, long nanos) {
    if (recorder != null) {
      recorder.turnEnds(ready);
    }
    if (nanos < limit) {
      return;
    }
    count++;
    if (logging) {
      String what = ready instanceof LoopTask<?> task ? task.kind() : "a callback";
      String seconds = String.format(Locale.ROOT, "%.3f", nanos / 1e9);
      LoggingHandler.log(
          Logger.Level.WARNING,
          loop + ": " + what + " took " + seconds + " seconds without giving way to others",
          null);
    }
  }
}
