package dev.fermata.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.compilation.Compiled;
import dev.fermata.compilation.Javac;
import dev.fermata.compilation.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What javac says about code of the user, it says with the processor as it would without it: each
 * error and warning once, at its place, and nothing else is said. The file {@code cases.txt} has
 * the programs; where they name a generated class, a class of that name written by hand stands in
 * for it without the processor.
 */
class UserErrorsTest {
  private static final Path CASES = Path.of("src/test/resources/diagnostics/UserErrors/cases.txt");
  private static final Pattern CASE = Pattern.compile("^== ", Pattern.MULTILINE);
  private static final Pattern FILE = Pattern.compile("^-- ", Pattern.MULTILINE);
  private static final String STAND_IN = "without: ";
  private static final String IMPORTS =
      "import static dev.fermata.Coroutines.*; import dev.fermata.*; "
          + "import dev.fermata.annotations.*; import java.util.*; ";

  @TestFactory
  Stream<DynamicTest> cases(@TempDir Path directory) throws IOException {
    return CASE.splitAsStream(Files.readString(CASES))
        .skip(1)
        .map(
            text -> {
              String name = text.lines().findFirst().orElseThrow();
              return DynamicTest.dynamicTest(
                  name, () -> check(text, Files.createTempDirectory(directory, "case")));
            });
  }

  private static void check(String text, Path directory) {
    List<String> files = FILE.splitAsStream(text).skip(1).toList();
    Javac with = Javac.in(subdirectory(directory, "with")).fermata();
    Javac without = Javac.in(subdirectory(directory, "without")).options("-proc:none");
    for (String file : files) {
      String name = file.lines().findFirst().orElseThrow();
      String source = IMPORTS + file.substring(name.length() + 1);
      if (name.startsWith(STAND_IN)) {
        without.source(name.substring(STAND_IN.length()), source);
      } else {
        with.source(name, source);
        without.source(name, source);
      }
    }
    String expected = said(without.run());
    assertFalse(expected.isEmpty(), "javac has nothing to say");
    assertEquals(expected, said(with.run()));
  }

  private static Path subdirectory(Path directory, String name) {
    try {
      return Files.createDirectory(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * In the order of their places: javac may attribute classes in another order. Some warnings about
   * declarations come again in each round of annotation processing, whatever the processor. The
   * words count, and not javac's name for them, since some the processor has to say in its place.
   */
  private static String said(Compiled compiled) {
    return compiled.messages().stream()
        .sorted(
            Comparator.comparing(Message::file)
                .thenComparingLong(Message::line)
                .thenComparingLong(Message::column))
        .map(Message::toString)
        .distinct()
        .map(line -> line.replaceAll("/\\S*/(with|without)/sources/", ""))
        .map(line -> line.replaceFirst(" \\([\\w.]+\\)$", ""))
        .collect(Collectors.joining("\n"));
  }
}
