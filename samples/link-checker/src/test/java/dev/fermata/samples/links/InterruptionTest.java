package dev.fermata.samples.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was found up to then is shown when somebody has enough of it. */
final class InterruptionTest {
  private static final int SIGTERM = 15;

  private final TestServer server = new TestServer();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  InterruptionTest() throws IOException {}

  /** The third page is asked for when two were read, and never comes. */
  @BeforeEach
  void servePages() {
    server
        .page("/", "<a href=1.html>x</a><a href=gone.html>x</a>")
        .page("/1.html", "<a href=#y>x</a><a href=2.html>x</a>")
        .on(
            "/2.html",
            exchange -> {
              asked.countDown();
              await(over);
            });
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.close();
  }

  @Test
  void showsWhatWasFound() throws InterruptedException {
    Thread worker = Thread.currentThread();
    Thread user =
        new Thread(
            () -> {
              await(asked);
              worker.interrupt();
            });
    user.start();
    Run run = Run.of("--url", server.url("/"), "--concurrency", "1", "--timeout", "1min");
    user.join();
    assertEquals(130, run.status());
    assertEquals("Interrupted." + System.lineSeparator(), run.err());
    assertTable(run);
  }

  @Test
  void endsTheProcessInGoodOrder() throws IOException, InterruptedException {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "knows no signals");
    JavaCommand command =
        JavaCommand.start(
            "-Xshare:auto", "--url", server.url("/"), "--concurrency", "1", "--timeout", "1min");
    asked.await();
    command.interrupt();
    Run run = command.finish();
    assertEquals(128 + SIGTERM, run.status());
    assertTable(run);
  }

  private static void assertTable(Run run) {
    assertTrue(run.out().contains("not all of it: interrupted"), run.out());
    assertEquals("2", run.row("pages"));
    assertEquals("4", run.row("links"));
    assertEquals("2", run.row("broken links"));
    assertEquals("1", run.row("not reached"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
