package consumer;

import static dev.fermata.Coroutines.*;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.*;

/** The first example of the documentation, with the imports that it is shown with. */
abstract class Crawler {
  private final HttpClient http;
  private final Map<URI, String> failures = new TreeMap<>();
  private int fetched;

  Crawler(HttpClient http) {
    this.http = http;
  }

  static Crawler create(HttpClient http) {
    return new AsyncCrawler(http);
  }

  Map<URI, String> failures() {
    return failures;
  }

  @Async
  Coroutine<Page> fetch(URI uri) throws IOException {
    var response = await(http.sendAsync(get(uri), ofString()), IOException.class);
    fetched++;
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return done(new Page(uri, response.body()));
  }

  /** Without a page where it cannot be had. */
  @Async
  Coroutine<Optional<Page>> fetchQuietly(URI uri) {
    try {
      return done(Optional.of(await(fetch(uri))));
    } catch (IOException e) {
      failures.merge(uri, e.getMessage(), (one, other) -> one + ", " + other);
      return done(Optional.empty());
    }
  }

  @Async
  @SuppressWarnings("try")
  Coroutine<List<Page>> fetchAll(List<URI> uris) {
    var tasks = new ArrayList<Task<Optional<Page>>>();
    try (var group = TaskGroup.open();
        var limit = timeout(Duration.ofSeconds(60))) {
      for (URI uri : uris) {
        tasks.add(group.start(fetchQuietly(uri), "fetch " + uri.getPath()));
      }
    }
    return done(tasks.stream().map(Task::result).flatMap(Optional::stream).toList());
  }

  /** All pages that links lead to, each once. */
  @Async
  AsyncGenerator<Page> walk(URI start) {
    var seen = new HashSet<>(Set.of(start));
    var queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      var page = await(fetchQuietly(queue.remove()));
      if (page.isEmpty()) {
        continue;
      }
      emit(page.get());
      page.get().links().stream().filter(seen::add).forEach(queue::add);
    }
    return end();
  }

  @Async
  Coroutine<String> titles(URI start) {
    var titles = new StringJoiner(", ");
    for (var page : awaitEach(walk(start))) {
      titles.add(page.title());
      if (page.title().equals("end")) {
        break;
      }
    }
    return done(titles + " (" + fetched + " fetched)");
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
  }
}
