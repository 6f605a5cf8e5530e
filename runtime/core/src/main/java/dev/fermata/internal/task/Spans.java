package dev.fermata.internal.task;

import java.util.Locale;

/** Times in words, for people. */
final class Spans {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Spans() {}

  /** Returns so many nanoseconds in words; what is over is none. */
  static String text(long nanos) {
    long span = Math.max(0, nanos);
    if (span < MINUTE) {
      String seconds = String.format(Locale.ROOT, "%.3f", Math.floor(span / 1e6) / 1e3);
      return seconds.replaceFirst("\\.?0+$", "") + " s";
    }
    if (span < HOUR) {
      return text(span / MINUTE, "min", span % MINUTE / SECOND, "s");
    }
    return span < DAY
        ? text(span / HOUR, "h", span % HOUR / MINUTE, "min")
        : text(span / DAY, "d", span % DAY / HOUR, "h");
  }

  private static String text(long many, String unit, long few, String smaller) {
    return many + " " + unit + (few == 0 ? "" : " " + few + " " + smaller);
  }

  /** Returns a range of times in words. */
  static String text(long shortest, long longest) {
    String from = text(shortest);
    String to = text(longest);
    return from.equals(to) ? from : from + " to " + to;
  }
}
