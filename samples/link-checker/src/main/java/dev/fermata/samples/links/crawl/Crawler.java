package dev.fermata.samples.links.crawl;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.toThread;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.annotations.Async;
import dev.fermata.samples.links.html.HtmlReader;
import dev.fermata.samples.links.http.FetchException;
import dev.fermata.samples.links.http.Fetcher;
import dev.fermata.samples.links.http.Problem;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Visits the pages of a site, many at a time. */
public abstract class Crawler {
  private final Fetcher fetcher;
  private final int concurrency;

  Crawler(Fetcher fetcher, int concurrency) {
    this.fetcher = fetcher;
    this.concurrency = concurrency;
  }

  /**
   * Makes one.
   *
   * @param fetcher gets the pages
   * @param concurrency how many of them at the same time, at most
   */
  public static Crawler create(Fetcher fetcher, int concurrency) {
    return new AsyncCrawler(fetcher, concurrency);
  }

  /**
   * Visits the first page of a site.
   *
   * @throws FetchException if there is no page
   */
  @Async
  public Coroutine<Visit.Page> open(URI start) throws FetchException {
    if (await(read(start)) instanceof Visit.Page page) {
      return done(page);
    }
    throw new FetchException(Problem.NO_PAGE, "no HTML page");
  }

  /**
   * Visits all addresses of a frontier, and those that the pages found there lead to, and so on.
   *
   * @param frontier where to begin
   * @param group runs the visits
   * @return the visits, in the order in which they end
   */
  @Async
  public AsyncGenerator<Visit> crawl(Frontier frontier, TaskGroup group) {
    Set<Task<Visit>> running = new HashSet<>();
    try {
      while (true) {
        while (running.size() < concurrency && frontier.hasNext()) {
          running.add(group.start(visit(frontier.next(), frontier.site())));
        }
        if (running.isEmpty()) {
          return end();
        }
        for (var task : await(Tasks.wait(running, ReturnWhen.FIRST_COMPLETED)).done()) {
          running.remove(task);
          Visit visit = task.result();
          if (visit instanceof Visit.Page page) {
            frontier.addAll(page.content().links());
          }
          emit(visit);
        }
      }
    } finally {
      running.forEach(Task::cancel);
    }
  }

  @Async
  Coroutine<Visit> visit(URI address, Site site) {
    try {
      var found = await(read(address));
      boolean left = found instanceof Visit.Page page && !site.contains(page.location());
      return done(left ? new Visit.Other(address) : found);
    } catch (FetchException failure) {
      return done(new Visit.Failed(address, failure));
    }
  }

  @Async
  Coroutine<Visit> read(URI address) throws FetchException {
    var answer = await(fetcher.fetch(address));
    if (!answer.isPage()) {
      return done(new Visit.Other(address));
    }
    // Reading HTML is work for a processor, and there may be several.
    var content =
        await(
            toThread(
                () ->
                    HtmlReader.read(
                        answer.location(), answer.charset().orElse(null), answer.body())));
    return done(new Visit.Page(address, answer.location(), content));
  }
}
