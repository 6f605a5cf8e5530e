package dev.fermata.samples.links;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site on a port of this machine, whose pages do what a test wants them to. */
final class TestServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(TestServer::daemon);
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

  TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "test-server");
    thread.setDaemon(true);
    return thread;
  }

  /** Has a page at {@code path}. */
  TestServer page(String path, String html) {
    return on(path, exchange -> send(exchange, 200, "text/html", html));
  }

  /** Answers with a redirection at {@code path}. */
  TestServer redirection(String path, String target) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", target);
          send(exchange, 302, "text/html", "moved");
        });
  }

  /** Does something else at {@code path}. */
  TestServer on(String path, HttpHandler handler) {
    handlers.put(path, handler);
    return this;
  }

  /** Answers a request. */
  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Returns the address of what is at {@code path}. */
  String url(String path) {
    InetSocketAddress address = server.getAddress();
    return "http://%s:%d%s"
        .formatted(address.getAddress().getHostAddress(), address.getPort(), path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    HttpHandler handler = handlers.get(exchange.getRequestURI().getPath());
    try (exchange) {
      if (handler != null) {
        handler.handle(exchange);
      } else {
        send(exchange, 404, "text/plain", "not here");
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
