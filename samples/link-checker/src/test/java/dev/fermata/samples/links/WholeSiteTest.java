package dev.fermata.samples.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it, on some hundred pages. */
final class WholeSiteTest {
  @TempDir private Path folder;
  private String archive = "";

  @BeforeEach
  void generate() throws IOException {
    archive = GeneratedSite.write(folder.resolve("site.jar")).toString();
  }

  @Test
  void checksEveryLink() {
    Run run = Run.of("--jar", archive);
    assertEquals(1, run.status(), run.err());
    assertEquals(text(GeneratedSite.PAGES), run.row("pages"));
    assertEquals(text(GeneratedSite.LINKS), run.row("links"));
    assertEquals(text(GeneratedSite.ELSEWHERE), run.row("elsewhere, not checked"));
    assertEquals(text(GeneratedSite.BROKEN), run.row("broken links"));
  }

  @Test
  void findsTheSameOneByOne() {
    Run one = Run.of("--jar", archive, "--concurrency", "1");
    Run many = Run.of("--jar", archive, "--concurrency", "100");
    assertEquals("1", one.row("concurrent requests, peak"));
    assertEquals(findings(one), findings(many));
  }

  @Test
  void findsTheSameInTheOriginalBodies() throws IOException, InterruptedException {
    Run original = JavaCommand.start("-Dfermata.bodies=original", "--jar", archive).finish();
    Run transformed = Run.of("--jar", archive);
    assertEquals(findings(transformed), findings(original));
  }

  /** All that is the same in every run: not the port, the time, the peak. */
  private static String findings(Run run) {
    return run.out()
        .lines()
        .map(line -> line.replaceAll("http://127.0.0.1:\\d+/", "SITE/"))
        .takeWhile(line -> !line.strip().startsWith("time"))
        .collect(Collectors.joining("\n"));
  }

  private static String text(int number) {
    return "%,d".formatted(number);
  }
}
