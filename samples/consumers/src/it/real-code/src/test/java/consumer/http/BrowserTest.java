package consumer.http;

import static dev.fermata.Coroutines.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {
  private record Answer(int status, Map<String, String> headers, String text, List<String> log)
      implements Exchange {
    @Override
    public Coroutine<String> body() {
      return done(text);
    }

    @Override
    public Coroutine<Void> closeAsync() {
      log.add("closed " + status);
      return done();
    }
  }

  private final Scripted browser = new AsyncScripted();

  private void answer(int status, String text, String... headers) {
    Map<String, String> named =
        headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    browser.answers.add(new Answer(status, named, text, browser.log()));
  }

  private String fetch(String body) throws IOException {
    var request = new Request("POST", URI.create("http://a/start"), Map.of(), body);
    try (var loop = EventLoop.builder().clock(Clock.virtual()).open()) {
      return loop.run(browser.fetch(request));
    }
  }

  @Test
  void followsRedirectsWithCookies() throws IOException {
    answer(302, "", "Location", "/other");
    answer(200, "first", "Set-Cookie", "id=1; Secure");
    assertEquals("first", fetch("text"));
    answer(200, "again");
    assertEquals("again", fetch("text"));
    assertEquals(
        List.of(
            "POST http://a/start {}",
            "closed 302",
            "attempt 1 at /other",
            "GET http://a/other {}",
            "GET /other: 5",
            "closed 200",
            "attempt 1 at /other",
            "POST http://a/start {Cookie=id=1}",
            "POST /start: 5",
            "closed 200",
            "attempt 1 at /start"),
        browser.log());
    assertEquals(3, browser.open());
  }

  @Test
  void answersAChallengeOnce() throws IOException {
    answer(401, "", "WWW-Authenticate", "realm");
    answer(200, "secret");
    assertEquals("secret", fetch(""));

    answer(401, "");
    answer(401, "");
    var failure = assertThrows(Browser.Failure.class, () -> fetch(""));
    assertEquals("refused at http://a/start", failure.getMessage());
    assertEquals("Basic of ", failure.request().headers().get("Authorization"));
  }

  @Test
  void triesAgain() throws IOException {
    browser.answers.add(new IOException("reset"));
    answer(503, "", "Retry-After", "3600");
    answer(200, "late");
    assertEquals("late", fetch(""));
  }

  @Test
  void givesUp() {
    for (int i = 1; i <= 3; i++) {
      browser.answers.add(new IOException("reset " + i));
    }
    var failure = assertThrows(Browser.Failure.class, () -> fetch(""));
    assertEquals("after 3 attempts", failure.getMessage());
    assertEquals("reset 3", failure.getCause().getMessage());
    assertEquals("reset 2", failure.getCause().getSuppressed()[0].getMessage());
  }

  @Test
  void endsARedirectLoop() {
    for (int i = 0; i < 6; i++) {
      answer(302, "", "Location", "/" + i);
    }
    var failure = assertThrows(Browser.Failure.class, () -> fetch(""));
    assertInstanceOf(ProtocolException.class, failure.getCause());
    assertEquals("too many follow-up requests: 6", failure.getMessage());
  }
}
