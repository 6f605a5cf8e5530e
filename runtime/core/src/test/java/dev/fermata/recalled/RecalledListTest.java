package dev.fermata.recalled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each of the worst faults that others had has a test, named by the issues that tell of it. */
class RecalledListTest {
  private static final Path TESTS =
      Path.of(System.getProperty("basedir", "")).resolve("src/test/java");

  /** What is before the colon: {@code owner/repository#1, #2}. */
  private static final Pattern NAME =
      Pattern.compile("@DisplayName\\(\\s*\"([\\w.-]+/[\\w.-]+)((?:,? ?#\\d+)+):");

  private static final Pattern NUMBER = Pattern.compile("#\\d+");

  private static Stream<String> issues(MatchResult name) {
    return NUMBER.matcher(name.group(2)).results().map(number -> name.group(1) + number.group());
  }

  private static Set<String> recalled() throws IOException {
    Set<String> recalled = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        NAME.matcher(Files.readString(file))
            .results()
            .flatMap(RecalledListTest::issues)
            .forEach(recalled::add);
      }
    }
    return recalled;
  }

  @Test
  void eachHasATest() throws IOException {
    List<String> worst;
    try (InputStream list = RecalledListTest.class.getResourceAsStream("/recalled/issues.txt")) {
      assertNotNull(list);
      worst = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertFalse(worst.isEmpty());
    Set<String> missing = new TreeSet<>(worst);
    missing.removeAll(recalled());
    assertEquals(Set.of(), missing);
  }
}
