package dev.fermata.samples.links.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far the work is: on a terminal in one line that changes, elsewhere now and then. */
public final class Progress {
  private final PrintWriter out;
  private final boolean live;
  private int shown;

  /**
   * Makes one.
   *
   * @param out where it is shown
   * @param live whether a line can be written over
   */
  public Progress(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Returns how often it is worth showing. */
  public Duration interval() {
    return live ? Duration.ofMillis(100) : Duration.ofSeconds(5);
  }

  /**
   * Shows how far it is.
   *
   * @param counts what was found
   * @param waiting how many addresses are still to be visited
   * @param requests how many requests are under way
   */
  public void show(Counts counts, int waiting, int requests) {
    String text =
        "%s, %s, %s broken; %s to go, %s"
            .formatted(
                count(counts.pages(), "page"),
                count(counts.links(), "link"),
                grouped(counts.broken()),
                grouped(waiting),
                count(requests, "request"));
    if (live) {
      out.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
      shown = text.length();
    } else {
      out.println(text);
    }
    out.flush();
  }

  private static String count(long number, String noun) {
    return grouped(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Takes away what it has shown, to make room for the result. */
  public void clear() {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      out.flush();
      shown = 0;
    }
  }
}
