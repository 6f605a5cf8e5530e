package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fermata.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrawlerTest {
  private static final Map<String, String> SITE =
      Map.of(
          "/", "start\nhref=\"a\" href=\"b\" href=\"missing\"",
          "/a", "a\nhref=\"/\" href=\"end\"",
          "/b", "b\nhref=\"a\"",
          "/end", "end\nhref=\"beyond\"",
          "/beyond", "beyond");

  private final Crawler crawler = Crawler.create(HttpClient.newHttpClient());
  private HttpServer server;
  private URI root;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", CrawlerTest::answer);
    server.start();
    root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesConcurrently() {
    List<Page> pages =
        EventLoop.run(
            crawler.fetchAll(
                List.of(root.resolve("b"), root.resolve("missing"), root.resolve("a"))));

    assertEquals(List.of("b", "a"), pages.stream().map(Page::title).toList());
    assertEquals(Map.of(root.resolve("missing"), "status 404"), crawler.failures());
  }

  @Test
  void leavesAGeneratorEarly() {
    assertEquals("start, a, b, end (5 fetched)", EventLoop.run(crawler.titles(root)));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String page = SITE.get(exchange.getRequestURI().getPath());
    byte[] body = page == null ? new byte[0] : page.getBytes();
    exchange.sendResponseHeaders(page == null ? 404 : 200, page == null ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
