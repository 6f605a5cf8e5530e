package dev.fermata.internal.task;

import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.loop.Scheduler;
import java.lang.System.Logger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Logs, in debug mode, what keeps its loop for long, and where that is: a {@link Watchdog} looks at
 * the thread meanwhile. It has that recorded as well.
 */
public final class SlowTurns implements Scheduler.Stopwatch {
  private static final long DEFAULT_LIMIT = 100_000_000;

  /** The watchdog looks so often within the limit. */
  private static final int LOOKS = 4;

  private static final long SHORTEST_PAUSE = 1_000_000;

  /**
   * What takes so many times the limit is logged before it has ended, and whenever that doubles.
   */
  private static final int ENDLESS = 10;

  private final Loop loop;
  private volatile long limit = DEFAULT_LIMIT;
  private boolean logging;
  private @Nullable TaskRecorder recorder;
  private volatile long count;

  /** Which turn it is; the watchdog tells by it whether it has looked at another one. */
  private volatile long turn;

  /** When that has begun, in the time of the system; 0 if it is over. */
  private volatile long began;

  private volatile @Nullable Sample sample;

  /** The last turn that has taken long, and after how long it is logged, be it again. */
  private long told;

  private long tellAt;

  private record Sample(long turn, long nanos, String what, List<StackTraceElement> trace) {}

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
    if (wanted && !loop.scheduler().isVirtual()) {
      Watchdog.watch(this);
    } else {
      Watchdog.unwatch(this);
    }
  }

  void setRecorder(@Nullable TaskRecorder next) {
    recorder = next;
  }

  /** Returns how many there were. For any thread. */
  public long count() {
    return count;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // is written by the thread of the loop alone
  public void begins(Ready ready) {
    if (recorder != null) {
      recorder.turnBegins();
    }
    if (logging) {
      turn++;
      began = System.nanoTime() | 1; // which is not 0
    }
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // is written by the thread of the loop alone
  public void took(Ready ready, long nanos) {
    if (recorder != null) {
      recorder.turnEnds(ready);
    }
    began = 0;
    if (nanos < limit) {
      return;
    }
    count++;
    if (logging) {
      String what = ready instanceof LoopTask<?> task ? task.kind() : "a callback";
      log(what + " took " + seconds(nanos) + " seconds without giving way to others", sample);
    }
  }

  /**
   * Looks where the loop is, if it is in a turn that takes long.
   *
   * @return how many nanoseconds to wait before the next look
   */
  long look() {
    long number = turn;
    long since = began;
    long nanos = since == 0 ? 0 : System.nanoTime() - since;
    if (nanos >= limit / 2) {
      Sample last = sample;
      if (last == null || last.turn != number || (last.nanos < limit && nanos >= limit)) {
        sample = take(number, nanos);
      }
      if (told != number) {
        told = number;
        tellAt = ENDLESS * limit;
      }
      if (nanos >= tellAt) {
        tellAt = 2 * nanos;
        Sample now = take(number, nanos);
        if (now != null) {
          sample = now; // where it has been for so long is more to the point
          log(now.what + " has kept it for " + seconds(nanos) + " seconds, and goes on", now);
        }
      }
    }
    return Math.max(SHORTEST_PAUSE, limit / LOOKS);
  }

  /** Returns what is done in a turn; null if that is over. */
  private @Nullable Sample take(long number, long nanos) {
    Thread thread = loop.thread();
    if (thread == null) {
      return null;
    }
    try {
      LoopTask<?> task = loop.execution().current();
      StackTraceElement[] trace = loop.execution().traceOfRunning(thread.getStackTrace());
      String what = task == null ? "a callback" : task.kind();
      return turn == number && began != 0 ? new Sample(number, nanos, what, List.of(trace)) : null;
    } catch (RuntimeException changed) {
      return null; // the task went on while its awaits were walked through
    }
  }

  private void log(String text, @Nullable Sample seen) {
    Throwable place = null;
    String at = "";
    if (seen != null && seen.turn == turn) {
      StackTraceElement[] trace = seen.trace.toArray(StackTraceElement[]::new);
      String line = UserPlaces.first(TaskExecution.lines(trace, trace.length));
      at = line == null ? "" : ", at " + line;
      place = new IllegalStateException("it was here after " + seconds(seen.nanos) + " seconds");
      place.setStackTrace(trace);
    }
    LoggingHandler.log(Logger.Level.WARNING, loop + ": " + text + at, place);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }
}
