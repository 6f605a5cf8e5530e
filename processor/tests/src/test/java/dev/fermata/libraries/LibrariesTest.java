package dev.fermata.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is said about libraries that know nothing of us. */
class LibrariesTest {
  private static final Path DIRECTORY = Path.of("target", "libraries");
  private static final String SOURCES = "-sources.jar";

  @TempDir Path directory;

  private List<Library> libraries() throws IOException {
    List<Path> sources = new ArrayList<>();
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      files
          .sorted()
          .forEach(file -> (file.toString().endsWith(SOURCES) ? sources : jars).add(file));
    }
    List<Library> libraries = new ArrayList<>();
    for (Path jar : sources) {
      libraries.add(Library.unpack(jar, directory.resolve(jar.getFileName()), jars));
    }
    assertTrue(libraries.size() >= 5, libraries.toString());
    return libraries;
  }

  @TestFactory
  Stream<DynamicTest> areLeftAlone() throws IOException {
    return libraries().stream()
        .map(
            library ->
                dynamicTest(
                    library.name(),
                    () -> {
                      Library.Result result =
                          library.compile(true, directory.resolve(library.name()));
                      assertEquals(List.of(), result.messages());
                      assertTrue(result.success());
                    }));
  }

  /** Prints how much processor time the compiler takes with the processor, against without it. */
  @Test
  @EnabledIfSystemProperty(named = "libraries.rounds", matches = "\\d+")
  void cost() throws IOException {
    int rounds = Integer.getInteger("libraries.rounds");
    for (Library library : libraries()) {
      List<Double> ratios = new ArrayList<>();
      long plain = 0;
      for (int round = 0; round < rounds; round++) {
        Path classes = directory.resolve(library.name() + round);
        boolean first = round % 2 == 0;
        long one = library.compile(first, classes).nanos();
        long other = library.compile(!first, classes).nanos();
        ratios.add(first ? (double) one / other : (double) other / one);
        plain = first ? other : one;
      }
      Collections.sort(ratios);
      System.out.printf(
          "%-30s %5d files, %6.1f s without, with %.3f times as much (%.3f to %.3f)%n",
          library.name(),
          library.sources().size(),
          plain / 1e9,
          ratios.get(rounds / 2),
          ratios.get(0),
          ratios.get(rounds - 1));
    }
  }
}
