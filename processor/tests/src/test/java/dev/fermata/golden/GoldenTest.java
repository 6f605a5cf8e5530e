package dev.fermata.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.fermata.compilation.Compiled;
import dev.fermata.compilation.Javac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated source is what has been reviewed, and draws no warning. */
class GoldenTest {
  private static final String COMMAND =
      "mvn test -pl processor/tests -am -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dgoldens=update";

  @TempDir private Path directory;

  static List<Golden> goldens() {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void isAsReviewed(Golden golden) throws IOException {
    Compiled compiled =
        Javac.in(directory)
            .options("--release", Integer.toString(golden.release()))
            .source(golden.inputPath(), golden.input())
            .fermata()
            .run();
    assertEquals(List.of(), compiled.messages());

    if ("update".equals(System.getProperty("goldens"))) {
      golden.update(compiled.generated());
    }
    SortedMap<String, String> expected = golden.expected();
    compiled
        .generated()
        .forEach(
            (path, text) -> {
              String file = golden.fileOf(path).toString();
              assertNotNull(
                  expected.get(path), () -> file + " is missing; to have it written: " + COMMAND);
              assertEquals(
                  expected.get(path),
                  text,
                  () -> file + " differs; if that is meant, to have it written anew: " + COMMAND);
            });
    assertEquals(expected.keySet(), compiled.generated().keySet(), "files of " + golden);
  }
}
