package dev.fermata.diagnostics;

import static java.util.Comparator.comparingLong;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.compilation.Javac;
import dev.fermata.compilation.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The compiler says about each fixture what is written in it, where it is written, and no more. */
class FixturesTest {
  static final Path FIXTURES = Path.of("src/test/resources/diagnostics");

  @TestFactory
  Stream<DynamicTest> fixtures(@TempDir Path directory) throws IOException {
    try (Stream<Path> found = Files.walk(FIXTURES)) {
      return found.filter(path -> path.toString().endsWith(".java")).sorted().toList().stream()
          .map(
              path ->
                  DynamicTest.dynamicTest(
                      FIXTURES.relativize(path).toString(),
                      () -> check(Fixture.at(path), directory.resolve(FIXTURES.relativize(path)))));
    }
  }

  private static void check(Fixture fixture, Path directory) {
    List<Fixture.Said> said =
        Javac.in(directory)
            .source(fixture.name(), fixture.text())
            .options(fixture.options())
            .fermata()
            .run()
            .messages()
            .stream()
            .map(FixturesTest::said)
            .sorted(comparingLong(Fixture.Said::line).thenComparingLong(Fixture.Said::column))
            .toList();
    assertEquals(lines(fixture.expected()), lines(said));
  }

  private static Fixture.Said said(Message message) {
    boolean isOurs =
        message.code().startsWith("compiler.err.proc")
            || message.code().startsWith("compiler.warn.proc")
            || message.code().startsWith("compiler.note.proc");
    return new Fixture.Said(
        message.line(), message.column(), isOurs ? message.text() : message.code());
  }

  private static String lines(List<Fixture.Said> all) {
    StringBuilder lines = new StringBuilder();
    all.forEach(it -> lines.append("%d:%d %s%n".formatted(it.line(), it.column(), it.what())));
    return lines.toString();
  }
}
