package dev.fermata.samples.links.report;

import dev.fermata.samples.links.report.Report.Ending;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a report as a table. */
public final class ReportPrinter {
  /** How many broken links are shown. */
  private static final int SHOWN = 36;

  private static final double KILOBYTE = 1e3;
  private static final double MEGABYTE = 1e6;
  private static final int FEW = 10;

  private final Report report;
  private final PrintWriter out;

  private ReportPrinter(Report report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  /** Prints a report. */
  public static void print(Report report, PrintWriter out) {
    new ReportPrinter(report, out).print();
    out.flush();
  }

  private void print() {
    printBroken();
    Counts counts = report.counts();
    double seconds = report.time().toNanos() / (double) Duration.ofSeconds(1).toNanos();
    line("%s%s", report.site(), ending(report.ending()));
    row("pages", "%,d", counts.pages());
    row("links", "%,d", counts.links());
    row("  elsewhere, not checked", "%,d", counts.elsewhere());
    if (counts.open() > 0) {
      row("  not reached", "%,d", counts.open());
    }
    row("broken links", "%,d", counts.broken());
    row("time", "%.2f s", seconds);
    row("concurrent requests, peak", "%,d", report.peak());
    row(
        "throughput",
        "%s pages/s, %s/s",
        amount(counts.pages() / seconds),
        bytes(report.bytes() / seconds));
  }

  private static String ending(Ending ending) {
    return switch (ending) {
      case COMPLETE -> "";
      case LIMITED -> " (not all of it: the limit of addresses was reached)";
      case INTERRUPTED -> " (not all of it: interrupted)";
    };
  }

  private void printBroken() {
    if (report.broken().isEmpty()) {
      return;
    }
    Map<Place, List<BrokenLink>> places =
        report.broken().stream()
            .sorted(Comparator.comparing(BrokenLink::page).thenComparing(BrokenLink::line))
            .collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.toList()));
    places.values().stream().limit(SHOWN).forEach(this::printPlace);
    if (places.size() > SHOWN) {
      line("and %,d more", places.size() - SHOWN);
    }
    line("");
  }

  private void printPlace(List<BrokenLink> same) {
    BrokenLink first = same.get(0);
    String page = pageOf(first);
    String more = same.size() == 1 ? "" : " and %,d more".formatted(same.size() - 1);
    line("%s:%d%s", page, first.line(), more);
    line("    %s: %s", first.href(), first.reason());
  }

  /** A page by its address below that of the site; what has none there, by all of it. */
  private String pageOf(BrokenLink link) {
    String below = report.site().relativize(link.page()).toString();
    return below.isEmpty() ? link.page().toString() : below;
  }

  /** A number with as many digits as make a small one differ from nothing. */
  private static String amount(double number) {
    return String.format(Locale.ROOT, number < FEW ? "%.1f" : "%,.0f", number);
  }

  private static String bytes(double number) {
    return number < MEGABYTE
        ? amount(number / KILOBYTE) + " kB"
        : String.format(Locale.ROOT, "%,.1f MB", number / MEGABYTE);
  }

  private void row(String label, String format, Object... values) {
    line("  %-28s %s", label, String.format(Locale.ROOT, format, values));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** Links that are shown as one. */
  private record Place(String page, String href, String reason) {
    static Place of(BrokenLink link) {
      return new Place(link.page().toString(), link.href(), link.reason());
    }
  }
}
