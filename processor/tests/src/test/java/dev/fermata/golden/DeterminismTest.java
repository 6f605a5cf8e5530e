package dev.fermata.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.compilation.Javac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is generated depends on nothing but the source. That it does not depend on the JDK is seen
 * where the same reviewed texts are compared on several.
 */
class DeterminismTest {
  private final List<Golden> goldens = new ArrayList<>(Golden.ofOldestRelease());
  private final Map<String, String> reviewed = new TreeMap<>();

  @TempDir private Path directory;

  @BeforeEach
  void readReviewed() {
    goldens.forEach(golden -> reviewed.putAll(golden.expected()));
  }

  @Test
  void isTheSameInAnyOrderOfFiles() {
    assertEquals(reviewed, generated(directory.resolve("in-order"), "\n"));
    Collections.reverse(goldens);
    assertEquals(reviewed, generated(directory.resolve("reversed"), "\n"));
  }

  @Test
  void isTheSameWithTheLinesOfAnotherSystem() {
    assertEquals(reviewed, generated(directory, "\r\n"));
  }

  @Test
  void isTheSameWithTheLinesOfAnOldSystem() {
    assertEquals(reviewed, generated(directory, "\r"));
  }

  @Test
  void isTheSameInAnotherLanguageAndTimeZone() throws IOException, InterruptedException {
    ForkedJavac javac =
        new ForkedJavac(
            directory,
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=UTF-16",
            "-Dline.separator=\r\n");
    for (Golden golden : goldens) {
      javac.source(golden.inputPath(), golden.input());
    }
    assertEquals(reviewed, javac.generated());
  }

  private Map<String, String> generated(Path below, String lineSeparator) {
    Javac javac = Javac.in(below).options("--release", "17");
    for (Golden golden : goldens) {
      javac.source(golden.inputPath(), golden.input().replace("\n", lineSeparator));
    }
    return javac.fermata().run().generated();
  }
}
