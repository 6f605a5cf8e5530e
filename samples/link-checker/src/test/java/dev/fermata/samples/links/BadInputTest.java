package dev.fermata.samples.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the first page ends in one clear line, and a status of its own. */
final class BadInputTest {
  private static final int MEGABYTE = 1_000_000;

  @Test
  void noSuchHost() {
    assertComplaint(
        3, "http://no-such-host.invalid/: no such host", "http://no-such-host.invalid", "5min");
  }

  @Test
  void refused() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port + "/";
    assertComplaint(4, url + ": connection refused", url, "5min");
  }

  @Test
  void serverThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      assertComplaint(5, url + ": no answer within 0.05 s", url, "50ms");
    }
  }

  @Test
  void serverThatStopsInTheMiddle() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (TestServer server = new TestServer()) {
      server.on(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("<a href=x>".getBytes());
            exchange.getResponseBody().flush();
            await(over);
          });
      assertComplaint(5, server.url("/") + ": no answer within 0.3 s", server.url("/"), "300ms");
      over.countDown();
    }
  }

  @Test
  void redirectionInACircle() throws IOException {
    try (TestServer server = new TestServer()) {
      server.redirection("/", "/a").redirection("/a", "b").redirection("/b", server.url("/a"));
      assertComplaint(
          6,
          "%s: redirected from %1$s to %s to %s to %2$s"
              .formatted(server.url("/"), server.url("/a"), server.url("/b")),
          server.url("/"),
          "5min");
    }
  }

  @Test
  void redirectionOnAndOn() throws IOException {
    try (TestServer server = new TestServer()) {
      for (int i = 0; i < 20; i++) {
        server.redirection("/" + i, "/" + (i + 1));
      }
      Run run = Run.of("--url", server.url("/0"));
      assertEquals(6, run.status());
      assertTrue(run.err().contains("to " + server.url("/11") + System.lineSeparator()), run.err());
    }
  }

  @Test
  void pageThatSaysItIsHuge() throws IOException {
    assertHangsUp(100 * MEGABYTE);
  }

  @Test
  void pageWithoutAnEnd() throws IOException {
    assertHangsUp(0); // chunks, for ever
  }

  private static void assertHangsUp(long announced) throws IOException {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (TestServer server = new TestServer()) {
      server.on(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, announced);
            writeUntilHungUp(exchange);
            hungUp.countDown();
          });
      assertComplaint(7, server.url("/") + ": more than 20,000,000 bytes", server.url("/"), "5min");
      await(hungUp);
    }
  }

  private static void writeUntilHungUp(HttpExchange exchange) {
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(new byte[MEGABYTE]);
      }
    } catch (IOException hungUp) {
      // What the test waits for.
    }
  }

  @Test
  void noSuchPage() throws IOException {
    try (TestServer server = new TestServer()) {
      String url = server.url("/x");
      assertComplaint(8, url + ": HTTP status 404", url, "5min");
    }
  }

  @Test
  void noSuchPlaceInThePage() throws IOException {
    try (TestServer server = new TestServer().page("/", "<p id=x>")) {
      String url = server.url("/");
      assertComplaint(8, url + ": no such anchor: #nix", url + "#nix", "5min");
    }
  }

  @Test
  void redirectionToNowhere() throws IOException {
    try (TestServer server = new TestServer().redirection("/", "mailto:x@y")) {
      assertComplaint(8, server.url("/") + ": HTTP status 302", server.url("/"), "5min");
    }
  }

  @Test
  void noHtml() throws IOException {
    try (TestServer server = new TestServer()) {
      server.on("/", exchange -> TestServer.send(exchange, 200, "text/plain", "<a href=x>"));
      assertComplaint(9, server.url("/") + ": no HTML page", server.url("/"), "5min");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what?\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<a"
      })
  void serverThatMakesNoSense(String answer) throws IOException {
    try (RawServer server = new RawServer(answer)) {
      Run run = Run.of("--url", server.url());
      assertEquals(10, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().startsWith(server.url() + ": the connection failed: "), run.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no url", "htp://host/", "http://", "http://a b/", "http://h:99999/", ""})
  void malformedUrl(String url) {
    Run run = Run.of("--url", url);
    assertEquals(2, run.status());
    assertTrue(
        run.err().startsWith("Invalid value for option '--url': '" + url + "' is no address: "),
        run.err());
    assertEquals(2, run.err().lines().count(), run.err());
  }

  @Test
  void noSuchArchive(@TempDir Path folder) {
    Path file = folder.resolve("none.jar");
    Run run = Run.of("--jar", file.toString());
    assertEquals(2, run.status());
    assertEquals("Cannot read " + file + ": no such file" + System.lineSeparator(), run.err());
  }

  @Test
  void noArchive(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("text.jar"), "text");
    Run run = Run.of("--jar", file.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("Cannot read " + file + ": "), run.err());
  }

  private static void assertComplaint(int status, String line, String url, String timeout) {
    Run run = Run.of("--url", url, "--timeout", timeout);
    assertEquals(line + System.lineSeparator(), run.err());
    assertEquals(status, run.status());
    assertEquals("", run.out());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
