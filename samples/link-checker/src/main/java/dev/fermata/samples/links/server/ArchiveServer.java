package dev.fermata.samples.links.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Serves the files in a jar or zip archive on a port of this machine that only it can reach. */
public final class ArchiveServer implements AutoCloseable {
  static {
    // The server sends head and body apart. Without this, the system would hold the body back until
    // the client has acknowledged the head, which takes it 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int THREADS = 4;
  private static final int BACKLOG = 1_000;

  private final ZipFile archive;
  private final HttpServer server;
  private final ExecutorService threads;

  private ArchiveServer(ZipFile archive, HttpServer server, ExecutorService threads) {
    this.archive = archive;
    this.server = server;
    this.threads = threads;
  }

  /**
   * Opens an archive and begins to serve it.
   *
   * @throws IOException if there is no such archive, or no port
   */
  public static ArchiveServer open(Path file) throws IOException {
    ZipFile archive = new ZipFile(file.toFile());
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, BACKLOG);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, ArchiveServer::daemon);
    ArchiveServer opened = new ArchiveServer(archive, server, threads);
    server.setExecutor(threads);
    server.createContext("/", opened::answer);
    server.start();
    return opened;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "archive-server");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the address of the page that the site begins with. */
  public URI start() {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        "http://%s:%d/index.html"
            .formatted(address.getAddress().getHostAddress(), address.getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String name = path.endsWith("/") ? path + "index.html" : path;
      ZipEntry entry = archive.getEntry(name.substring(1));
      if (entry == null || entry.isDirectory()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", typeOf(name));
      exchange.sendResponseHeaders(200, entry.getSize() == 0 ? -1 : entry.getSize());
      try (InputStream in = archive.getInputStream(entry);
          OutputStream out = exchange.getResponseBody()) {
        in.transferTo(out);
      }
    }
  }

  private static String typeOf(String name) {
    String type = URLConnection.guessContentTypeFromName(name);
    return type == null ? "application/octet-stream" : type;
  }

  /** Ends the server. */
  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    archive.close();
  }
}
