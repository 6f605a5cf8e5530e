package dev.fermata.samples.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkCheckerTest {
  private final TestServer server = new TestServer();

  LinkCheckerTest() throws IOException {}

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void findsASoundSiteSound() {
    server.page("/", "<a href=a.html#x>1</a>").page("/a.html", "<p id=x><a href='/'>2</a>");
    Run run = check();
    assertEquals(0, run.status(), run.err());
    assertEquals("2", run.row("pages"));
    assertEquals("2", run.row("links"));
    assertEquals("0", run.row("broken links"));
  }

  @Test
  void tellsWhatIsBrokenAndWhereItStands() {
    server
        .page("/", "<a href=a.html#y>1</a>\n<a href=gone.html>2</a>\n<a href='http://'>3</a>")
        .page("/a.html", "<p id=x><img src=gone.png>");
    Run run = check();
    assertEquals(1, run.status(), run.err());
    assertEquals("4", run.row("broken links"));
    assertEquals(
        """
        %1$s:1
            a.html#y: no such anchor
        %1$s:2
            gone.html: HTTP status 404
        %1$s:3
            http://: malformed: Expected authority
        a.html:1
            gone.png: HTTP status 404
        """
            .formatted(server.url("/")),
        run.out().substring(0, run.out().indexOf("\n\n") + 1));
  }

  @Test
  void listsTheLinksOfALineAsTheyStandInIt() {
    server
        .page("/", "<a href=a.html#y>1</a><a href='http://'>2</a><a href=#z>3</a>")
        .page("/a.html", "x");
    assertEquals(
        List.of(
            "a.html#y: no such anchor",
            "http://: malformed: Expected authority",
            "#z: no such anchor"),
        check()
            .out()
            .lines()
            .filter(line -> line.startsWith("    ") && line.contains(": "))
            .map(String::strip)
            .toList());
  }

  @Test
  void checksThePlaceThatTheUserNames() {
    server.page("/", "<p id=x>");
    assertEquals(0, Run.of("--url", server.url("/#x")).status());
  }

  @Test
  void followsRedirections() {
    server
        .redirection("/", "/new/")
        .page("/new/", "<a href=moved.html#x>1</a><a href=moved.html#y>2</a><a href=/old>3</a>")
        .redirection("/new/moved.html", "page.html")
        .page("/new/page.html", "<p id=x>");
    Run run = check();
    assertEquals(1, run.status(), run.err());
    assertTrue(run.out().contains(server.url("/new/")), run.out());
    assertEquals("2", run.row("pages"));
    assertEquals("1", run.row("elsewhere, not checked"));
    assertEquals("1", run.row("broken links"));
  }

  @Test
  void doesNotGoOnWhereARedirectionLeadsOutOfTheSite() {
    server
        .page("/docs/", "<a href=out>1</a>")
        .redirection("/docs/out", "/other/")
        .page("/other/", "<a href=/docs/never>2</a><a href=broken>3</a>");
    Run run = Run.of("--url", server.url("/docs/"));
    assertEquals(0, run.status(), run.err());
    assertEquals("1", run.row("pages"));
  }

  @Test
  void readsNoMoreThanItNeedsOfWhatIsNoPage() {
    server
        .page("/", "<a href=big.zip>1</a>")
        .on(
            "/big.zip",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "application/zip");
              exchange.sendResponseHeaders(200, 1_000_000_000_000L);
              byte[] block = new byte[100_000];
              while (true) {
                exchange.getResponseBody().write(block); // until the client hangs up
              }
            });
    assertEquals(0, check().status());
  }

  @Test
  void callsALinkToAPageThatIsTooLargeBroken() {
    server.page("/", "<a href=a.html>1</a>").page("/a.html", "x".repeat(2_000));
    Run run = check("--max-bytes", "1k");
    assertEquals(1, run.status(), run.err());
    assertTrue(run.out().contains("a.html: more than 1,000 bytes"), run.out());
  }

  @Test
  void hasAsManyRequestsUnderWayAsAllowedAndNoMore() {
    int limit = 4;
    int pages = 5 * limit;
    CyclicBarrier all = new CyclicBarrier(limit); // none is answered before there are so many
    AtomicInteger requests = new AtomicInteger();
    AtomicInteger peak = new AtomicInteger();
    server.page("/", links(pages));
    for (int i = 0; i < pages; i++) {
      server.on(
          "/" + i + ".html",
          exchange -> {
            peak.accumulateAndGet(requests.incrementAndGet(), Math::max);
            await(all);
            requests.decrementAndGet();
            TestServer.send(exchange, 200, "text/html", "x");
          });
    }
    Run run = check("--concurrency", Integer.toString(limit), "--timeout", "10min");
    assertEquals(0, run.status(), run.out());
    assertEquals("21", run.row("pages"));
    assertEquals("4", run.row("concurrent requests, peak"));
    assertEquals(limit, peak.get());
  }

  @Test
  void visitsNoMoreThanItsLimit() {
    server.page("/", links(20));
    for (int i = 0; i < 20; i++) {
      server.page("/" + i + ".html", "x");
    }
    Run run = check("--max-pages", "5");
    assertEquals(0, run.status(), run.err());
    assertEquals("5", run.row("pages"));
    assertEquals("16", run.row("not reached"));
    assertTrue(run.out().contains("not all of it: the limit of addresses was reached"), run.out());
  }

  @Test
  void showsItsOptions() {
    Run run = Run.of("--help");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("Usage: link-checker"), run.out());
    for (String option :
        "--url --jar --concurrency --timeout --max-pages --max-bytes --help".split(" ")) {
      assertTrue(run.out().contains(option), run.out());
    }
    assertFalse(run.out().lines().anyMatch(line -> line.length() > 80), run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Error: Missing required argument (specify one of these): (--url=URL | --jar=FILE)'",
    "--what, 'Unknown option: ''--what'''",
    "--url, 'Missing required parameter for option ''--url'' (URL)'",
    "--url=http://h --concurrency=0,"
        + " 'Invalid value for option ''--concurrency'': ''0'' is no number from 1 on'",
    "--url=http://h --timeout=soon,"
        + " 'Invalid value for option ''--timeout'': ''soon'' is no time: write 500ms, 10s or 2min'"
  })
  void refusesWrongOptions(String args, String complaint) {
    Run run = args.isEmpty() ? Run.of() : Run.of(args.split(" "));
    assertEquals(2, run.status());
    assertEquals(complaint, run.err().lines().findFirst().orElse(""));
    assertEquals("", run.out());
  }

  private Run check(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "--url";
    args[1] = server.url("/");
    System.arraycopy(options, 0, args, 2, options.length);
    return Run.of(args);
  }

  private static String links(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "<a href=" + i + ".html>x</a>")
        .collect(Collectors.joining());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
