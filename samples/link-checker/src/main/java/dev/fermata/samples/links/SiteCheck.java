package dev.fermata.samples.links;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.Coroutine;
import dev.fermata.TaskGroup;
import dev.fermata.annotations.Async;
import dev.fermata.samples.links.crawl.Crawler;
import dev.fermata.samples.links.crawl.Frontier;
import dev.fermata.samples.links.html.Destination;
import dev.fermata.samples.links.http.FetchException;
import dev.fermata.samples.links.http.Problem;
import dev.fermata.samples.links.http.Traffic;
import dev.fermata.samples.links.report.Ledger;
import dev.fermata.samples.links.report.Progress;
import dev.fermata.samples.links.report.Report;
import dev.fermata.samples.links.report.Report.Ending;
import java.time.Duration;
import java.util.function.Consumer;

/** Checks all links of a site. */
abstract class SiteCheck {
  private final Crawler crawler;
  private final Traffic traffic;
  private final int maxPages;
  private final Progress progress;
  private final Consumer<Report> reader;

  /**
   * Makes one; {@code AsyncSiteCheck} is what runs.
   *
   * @param traffic that of the crawler
   * @param maxPages how many addresses to visit at most
   * @param reader gets the report, also if the check is broken off
   */
  SiteCheck(
      Crawler crawler, Traffic traffic, int maxPages, Progress progress, Consumer<Report> reader) {
    this.crawler = crawler;
    this.traffic = traffic;
    this.maxPages = maxPages;
    this.progress = progress;
    this.reader = reader;
  }

  /**
   * Checks a site.
   *
   * @param start its first page, and a place in it
   * @return whether every link leads somewhere
   * @throws FetchException if there is no such page or place
   */
  @Async
  Coroutine<Boolean> run(Destination.Web start) throws FetchException {
    long began = System.nanoTime();
    var first = await(crawler.open(start.address()));
    if (!first.content().anchors().contain(start.fragment())) {
      throw new FetchException(Problem.REJECTED, "no such anchor: #" + start.fragment());
    }
    var frontier = new Frontier(first, maxPages);
    var ledger = new Ledger(frontier.site());
    var ending = Ending.INTERRUPTED;
    ledger.add(first);
    try (var group = TaskGroup.open()) {
      var ticker = group.start(showProgress(ledger, frontier), "progress");
      for (var visit : awaitEach(crawler.crawl(frontier, group))) {
        ledger.add(visit);
      }
      ticker.cancel();
      ending = frontier.size() > 0 ? Ending.LIMITED : Ending.COMPLETE;
    } finally {
      progress.clear();
      reader.accept(
          new Report(
              frontier.site().folder(),
              ending,
              ledger.counts(),
              ledger.broken(),
              Duration.ofNanos(System.nanoTime() - began),
              traffic.peak(),
              traffic.bytes()));
    }
    return done(ledger.counts().broken() == 0);
  }

  @Async
  Coroutine<Void> showProgress(Ledger ledger, Frontier frontier) {
    while (true) {
      await(sleep(progress.interval()));
      progress.show(ledger.counts(), frontier.size(), traffic.current());
    }
  }
}
