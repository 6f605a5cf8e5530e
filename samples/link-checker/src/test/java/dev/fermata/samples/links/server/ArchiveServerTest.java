package dev.fermata.samples.links.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArchiveServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private ArchiveServer server;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("site.jar");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name :
          new String[] {
            "index.html", "a/", "a/index.html", "a/my page.html", "a/List<E>.html", "s.css"
          }) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("this is " + name).getBytes());
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry("empty.html"));
      zip.closeEntry();
    }
    server = ArchiveServer.open(file);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, this is index.html",
    "'', this is index.html",
    "a/, this is a/index.html",
    "a/my%20page.html, this is a/my page.html",
    "a/List%3CE%3E.html?x=y, this is a/List<E>.html",
    "empty.html, ''"
  })
  void servesPages(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response = get(server.start().resolve("/" + path));
    assertEquals(200, response.statusCode());
    assertEquals(body, response.body());
    assertEquals("text/html", response.headers().firstValue("Content-Type").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({"none.html", "a", "a/none/", "../site.jar", "%2e%2e/site.jar"})
  void hasNothingElse(String path) throws IOException, InterruptedException {
    assertEquals(404, get(URI.create(server.start().resolve("/") + path)).statusCode());
  }

  @Test
  void tellsTypesApart() throws IOException, InterruptedException {
    HttpResponse<String> response = get(server.start().resolve("s.css"));
    assertTrue(!response.headers().firstValue("Content-Type").orElse("text/html").contains("html"));
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
