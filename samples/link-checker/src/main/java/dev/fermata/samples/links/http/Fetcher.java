package dev.fermata.samples.links.http;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.timeout;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import dev.fermata.samples.links.html.Addresses;
import dev.fermata.samples.links.html.Destination;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Gets what is at an address, through redirections, within limits of time and size. */
public abstract class Fetcher {
  private static final int MAX_REDIRECTIONS = 10;

  private final HttpClient http = HttpClient.newHttpClient(); // follows no redirections by itself
  private final Traffic traffic = new Traffic();
  private final Duration timeLimit;
  private final Bodies bodies;

  Fetcher(Duration timeLimit, long maxBytes) {
    this.timeLimit = timeLimit;
    this.bodies = new Bodies(maxBytes);
  }

  /**
   * Makes one.
   *
   * @param timeLimit how long a server may take for an answer
   * @param maxBytes how long a page may be
   */
  public static Fetcher create(Duration timeLimit, long maxBytes) {
    return new AsyncFetcher(timeLimit, maxBytes);
  }

  /** Returns the count of what was sent and received. */
  public Traffic traffic() {
    return traffic;
  }

  /**
   * Gets what is at an address.
   *
   * @throws FetchException if there is nothing
   */
  @Async
  public Coroutine<Answer> fetch(URI address) throws FetchException {
    Set<URI> passed = new LinkedHashSet<>();
    URI location = address;
    try (var limit = timeout(timeLimit)) {
      while (passed.size() <= MAX_REDIRECTIONS && passed.add(location)) {
        var response = await(send(location));
        if (response.statusCode() / 100 == 2) {
          return done(new Answer(location, contentTypeOf(response), response.body()));
        }
        location = redirection(response, location);
        limit.reschedule(timeLimit); // every server on the way may take its time
      }
    } catch (AsyncTimeoutException late) {
      throw new FetchException(
          Problem.TIMED_OUT, "no answer within %s s".formatted(timeLimit.toMillis() / 1e3), late);
    }
    throw new FetchException(
        Problem.REDIRECTED_TOO_OFTEN,
        passed.stream()
            .map(URI::toString)
            .collect(Collectors.joining(" to ", "redirected from ", " to " + location)));
  }

  @Async
  Coroutine<HttpResponse<byte[]>> send(URI address) throws FetchException {
    traffic.begin();
    try {
      var response = await(http.sendAsync(request(address), bodies), IOException.class);
      traffic.received(response.body().length);
      return done(response);
    } catch (IOException | RuntimeException failure) { // what a server sends may confuse the client
      throw FetchException.of(failure);
    } finally {
      traffic.end();
    }
  }

  private static HttpRequest request(URI address) {
    // Without encryption, asking for HTTP/2 only makes the first request longer.
    boolean secure = address.getScheme().equals("https");
    return HttpRequest.newBuilder(address)
        .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
        .header("User-Agent", "fermata-link-checker")
        .build();
  }

  private static URI redirection(HttpResponse<?> response, URI location) throws FetchException {
    String target = response.headers().firstValue("Location").orElse("");
    if (response.statusCode() / 100 == 3
        && !target.isEmpty()
        && Addresses.resolve(location, target) instanceof Destination.Web web) {
      return web.address();
    }
    throw new FetchException(Problem.REJECTED, "HTTP status " + response.statusCode());
  }

  private static String contentTypeOf(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
