package dev.fermata.samples.links.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.samples.links.crawl.Site;
import dev.fermata.samples.links.crawl.Visit;
import dev.fermata.samples.links.html.HtmlReader;
import dev.fermata.samples.links.http.FetchException;
import dev.fermata.samples.links.http.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LedgerTest {
  private static final URI ROOT = URI.create("http://h/");

  private final Ledger ledger = new Ledger(Site.of(ROOT));

  @Test
  void judgesALinkWhenItsTargetIsKnown() {
    ledger.add(page("a", "<a href=b#x>1</a><a href=b#y>2</a>"));
    assertEquals(new Counts(1, 2, 0, 0, 2), ledger.counts());
    ledger.add(page("b", "<p id=x>"));
    assertEquals(new Counts(2, 2, 0, 1, 0), ledger.counts());
    assertEquals(
        List.of(new BrokenLink(ROOT.resolve("a"), 1, "b#y", "no such anchor")), ledger.broken());
  }

  @Test
  void judgesALinkToWhatIsKnownAtOnce() {
    ledger.add(page("b", "<p id=x>"));
    ledger.add(page("a", "<a href=b#x>1</a><a href=b#y>2</a><a href=#z>3</a>"));
    assertEquals(new Counts(2, 3, 0, 2, 0), ledger.counts());
  }

  @Test
  void saysWhyThereIsNothing() {
    ledger.add(page("a", "<a href=b#x>1</a><a href='http://'>2</a>"));
    ledger.add(
        new Visit.Failed(
            ROOT.resolve("b"), new FetchException(Problem.REJECTED, "HTTP status 404")));
    assertEquals(
        List.of("HTTP status 404", "malformed: Expected authority"),
        ledger.broken().stream().map(BrokenLink::reason).toList());
  }

  @Test
  void leavesAnchorsAloneInWhatIsNoPage() {
    ledger.add(page("a", "<a href=b.pdf#page=2>1</a>"));
    ledger.add(new Visit.Other(ROOT.resolve("b.pdf")));
    assertEquals(new Counts(1, 1, 0, 0, 0), ledger.counts());
  }

  @Test
  void onlyCountsLinksThatLeadOutOfTheSite() {
    ledger.add(page("a", "<a href=//other/>1</a><a href=mailto:x@y>2</a>"));
    assertEquals(new Counts(1, 2, 2, 0, 0), ledger.counts());
  }

  @Test
  void countsAPageOnceThatHasSeveralAddresses() {
    Visit.Page page = page("a", "<a href=#x>1</a>");
    ledger.add(page);
    ledger.add(new Visit.Page(ROOT.resolve("old"), page.location(), page.content()));
    assertEquals(new Counts(1, 1, 0, 1, 0), ledger.counts());
  }

  private static Visit.Page page(String path, String html) {
    URI address = ROOT.resolve(path);
    return new Visit.Page(
        address, address, HtmlReader.read(address, null, html.getBytes(StandardCharsets.UTF_8)));
  }
}
