package consumer.http;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows redirects, answers challenges and tries again, as the interceptors of HTTP clients do. */
abstract class Browser {
  private static final int MAX_FOLLOW_UPS = 5;
  private static final int MAX_ATTEMPTS = 3;

  private final Map<URI, String> cookies = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private int open;

  static class Failure extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Request request;

    Failure(Request request, String message, IOException cause) {
      super(message, cause);
      this.request = request;
    }

    Request request() {
      return request;
    }
  }

  abstract Coroutine<Exchange> exchange(Request request) throws IOException;

  abstract Coroutine<String> credentials(String realm);

  List<String> log() {
    return log;
  }

  int open() {
    return open;
  }

  @Async
  Coroutine<String> fetch(Request original) throws IOException {
    Request request = original;
    int followUps = 0;
    boolean authenticated = false;
    exchanges:
    while (true) {
      IOException previous = null;
      for (int attempt = 1; ; attempt++) {
        String cookie = cookies.get(request.uri().resolve("/"));
        if (cookie != null) {
          request = request.with("Cookie", cookie);
        }
        try (var exchange = await(exchange(request))) {
          open++;
          String stored = exchange.headers().get("Set-Cookie");
          if (stored != null) {
            cookies.put(request.uri().resolve("/"), stored.split(";")[0]);
          }
          final Request sent = request;
          Request next =
              switch (exchange.status()) {
                case 200 -> {
                  String body = await(exchange.body());
                  log.add(sent.method() + " " + sent.uri().getPath() + ": " + body.length());
                  yield null;
                }
                case 204, 205 -> null;
                case 401 -> {
                  if (authenticated) {
                    throw new ProtocolException("refused at " + sent.uri());
                  }
                  authenticated = true;
                  String realm = exchange.headers().getOrDefault("WWW-Authenticate", "");
                  yield sent.with("Authorization", "Basic " + await(credentials(realm)));
                }
                case 301, 302, 303, 307, 308 -> {
                  String location = exchange.headers().get("Location");
                  if (location == null) {
                    throw new ProtocolException("no location at " + sent.uri());
                  }
                  boolean keepsBody = exchange.status() >= 307 || sent.method().equals("GET");
                  yield sent.to(sent.uri().resolve(location), keepsBody);
                }
                case 408, 503 -> {
                  if (attempt == MAX_ATTEMPTS) {
                    throw new IOException("status " + exchange.status());
                  }
                  String after = exchange.headers().get("Retry-After");
                  await(sleep(Duration.ofSeconds(after == null ? 1 : Long.parseLong(after))));
                  yield sent;
                }
                default -> throw new ProtocolException("status " + exchange.status());
              };
          if (next == null) {
            return done(exchange.status() == 200 ? await(exchange.body()) : "");
          }
          if (next == sent) {
            continue;
          }
          if (++followUps > MAX_FOLLOW_UPS) {
            throw new ProtocolException("too many follow-up requests: " + followUps);
          }
          request = next;
          continue exchanges;
        } catch (ProtocolException e) {
          throw new Failure(request, e.getMessage(), e);
        } catch (IOException e) {
          if (previous != null) {
            e.addSuppressed(previous);
          }
          if (attempt == MAX_ATTEMPTS || !request.body().isEmpty()) {
            throw new Failure(request, "after " + attempt + " attempts", e);
          }
          previous = e;
          await(sleep(Duration.ofMillis(100L << attempt)));
        } finally {
          log.add("attempt " + attempt + " at " + request.uri().getPath());
        }
      }
    }
  }
}
