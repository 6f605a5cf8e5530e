package dev.fermata.samples.links.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.samples.links.report.Report.Ending;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReportPrinterTest {
  private static final URI SITE = URI.create("http://h/docs/");

  @Test
  void printsATable() {
    assertEquals(
        """
        http://h/docs/
          pages                        2,000
          links                        300,000
            elsewhere, not checked     4,000
          broken links                 0
          time                         1.50 s
          concurrent requests, peak    32
          throughput                   1,333 pages/s, 20.0 MB/s
        """,
        print(Ending.COMPLETE, new Counts(2_000, 300_000, 4_000, 0, 0), List.of()));
  }

  @Test
  void tellsASmallThroughputFromNone() {
    StringWriter text = new StringWriter();
    ReportPrinter.print(
        new Report(
            SITE,
            Ending.COMPLETE,
            new Counts(3, 4, 0, 0, 0),
            List.of(),
            Duration.ofSeconds(2),
            1,
            5_000),
        new PrintWriter(text));
    assertTrue(text.toString().contains("  throughput                   1.5 pages/s, 2.5 kB/s"));
  }

  @Test
  void namesTheFirstPageByTheAddressOfTheSite() {
    String text = print(Ending.COMPLETE, new Counts(1, 1, 0, 1, 0), List.of(broken("", 3, "#y")));
    assertEquals("http://h/docs/:3", text.lines().findFirst().orElseThrow());
  }

  @Test
  void listsBrokenLinksByPlace() {
    String text =
        print(
            Ending.COMPLETE,
            new Counts(1, 4, 0, 4, 0),
            List.of(
                broken("b.html", 9, "x.html"),
                broken("a.html", 7, "#y"),
                broken("a.html", 3, "#y"),
                broken("a.html", 5, "z")));
    assertEquals(
        """
        a.html:3 and 1 more
            #y: gone
        a.html:5
            z: gone
        b.html:9
            x.html: gone

        """,
        text.substring(0, text.indexOf("http:")));
  }

  @Test
  void listsNoMoreThanOneCanRead() {
    List<BrokenLink> many =
        IntStream.range(0, 50).mapToObj(i -> broken("a.html", i, "x" + i)).toList();
    String text = print(Ending.COMPLETE, new Counts(1, 50, 0, 50, 0), many);
    assertEquals(36, text.lines().filter(line -> line.contains("gone")).count());
    assertTrue(text.contains("and 14 more\n"), text);
  }

  @Test
  void saysWhatItHasNotSeen() {
    String interrupted = print(Ending.INTERRUPTED, new Counts(1, 5, 0, 0, 3), List.of());
    assertTrue(interrupted.contains("http://h/docs/ (not all of it: interrupted)"), interrupted);
    assertTrue(interrupted.contains("  not reached                3\n"), interrupted);
    String limited = print(Ending.LIMITED, new Counts(1, 5, 0, 0, 3), List.of());
    assertTrue(limited.contains("(not all of it: the limit of addresses was reached)"), limited);
  }

  private static BrokenLink broken(String page, int line, String href) {
    return new BrokenLink(SITE.resolve(page), line, href, "gone");
  }

  private static String print(Ending ending, Counts counts, List<BrokenLink> broken) {
    StringWriter out = new StringWriter();
    Duration time = Duration.ofMillis(1_500);
    ReportPrinter.print(
        new Report(SITE, ending, counts, broken, time, 32, 30_000_000), new PrintWriter(out));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
