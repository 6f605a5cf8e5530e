package dev.fermata.internal.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fermata.internal.task.Dumps;
import dev.fermata.management.TasksPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page of tasks, on the loopback interface alone.
 *
 * <p>A site that the user visits may have its name resolved to this machine, and then reads what is
 * served here as its own. Its name is in the header {@code Host}: whatever is not a name of this
 * machine is refused.
 */
public final class PageServer implements TasksPage {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int MISDIRECTED = 421;

  private final HttpServer server;
  private final ExecutorService answering = Executors.newSingleThreadExecutor(PageServer::daemon);

  private PageServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens it.
   *
   * @param port where; 0 for any that is free
   * @throws IOException if the port is taken
   */
  public static PageServer open(int port) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer http = HttpServer.create(new InetSocketAddress(here, port), 0);
    PageServer page = new PageServer(http);
    http.createContext("/", page::answer);
    http.setExecutor(page.answering);
    // The server's own thread keeps the JVM running unless it comes from one that does not.
    CompletableFuture.runAsync(http::start, page.answering).join();
    return page;
  }

  private static Thread daemon(Runnable action) {
    Thread thread = new Thread(action, "fermata-page");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public URI address() {
    InetSocketAddress at = server.getAddress();
    String host = at.getAddress().getHostAddress();
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return URI.create("http://" + name + ":" + at.getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    answering.shutdown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
      if (!isOfThisMachine(exchange.getRequestHeaders().getFirst("Host"))) {
        send(exchange, MISDIRECTED, "text/plain", "this page is for this machine\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        headers.set("Allow", "GET");
        send(exchange, NOT_ALLOWED, "text/plain", "it can only be read\n");
      } else if (!exchange.getRequestURI().getPath().equals("/")) {
        send(exchange, NOT_FOUND, "text/plain", "the page is at /\n");
      } else {
        send(exchange, OK, "text/html", page());
      }
    }
  }

  private boolean isOfThisMachine(@Nullable String host) {
    int port = server.getAddress().getPort();
    return host != null
        && (host.equalsIgnoreCase("localhost:" + port)
            || host.equals("127.0.0.1:" + port)
            || host.equals("[::1]:" + port));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String page() {
    String title = "Tasks of process " + ProcessHandle.current().pid();
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="refresh" content="2">
        <title>%1$s</title>
        <style>:root { color-scheme: light dark; } body { font-family: sans-serif; }</style>
        </head>
        <body>
        <h1>%1$s</h1>
        <pre>
        %2$s</pre>
        </body>
        </html>
        """
        .formatted(title, escaped(Dumps.ofAll()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
