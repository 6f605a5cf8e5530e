package dev.fermata.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.compilation.Compiled;
import dev.fermata.compilation.Javac;
import dev.fermata.compilation.Message;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every diagnostic has a page with examples that are true, and fixtures. */
class PagesTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("\\bclass (\\w+)");
  private static final String IMPORTS =
      """
      import static dev.fermata.Coroutines.*;
      import dev.fermata.*;
      import dev.fermata.annotations.Async;
      import java.util.*;
      """;

  @TempDir Path directory;

  @Test
  void everyDiagnosticHasAPageAndEveryPageADiagnostic() throws IOException {
    Set<String> names =
        Arrays.stream(DiagnosticName.values())
            .map(DiagnosticName::text)
            .collect(Collectors.toSet());
    try (Stream<Path> pages = Files.list(PROJECT.resolve("docs/diagnostics"))) {
      Set<String> titles =
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .filter(title -> !title.equals("README"))
              .collect(Collectors.toSet());
      assertEquals(names, titles);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSUPPORTED_COMPILER")
  void hasFixturesThatReportItAndFixturesThatDoNot(DiagnosticName name) throws IOException {
    try (Stream<Path> files = Files.list(FixturesTest.FIXTURES.resolve(name.text()))) {
      List<Fixture> fixtures = files.map(Fixture::at).toList();
      assertTrue(fixtures.stream().anyMatch(it -> it.expected().isEmpty()), "near misses");
      assertTrue(
          fixtures.stream()
              .flatMap(it -> it.expected().stream())
              .anyMatch(it -> it.what().endsWith("[" + name.text() + "]")),
          "reports");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pageHasItsSections(DiagnosticName name) throws IOException {
    String page = Files.readString(PROJECT.resolve(name.page()));
    List<String> headings = page.lines().filter(line -> line.startsWith("#")).toList();
    assertEquals(
        List.of("# " + name.text(), "## Why", "## Wrong", "## Right", "## Switch off"), headings);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSUPPORTED_COMPILER")
  void whatThePageCallsWrongIsReportedUnderItsName(DiagnosticName name) throws IOException {
    for (String code : examples(name, "## Wrong", "## Right")) {
      List<Message> messages = compile(code, name).messages();
      assertFalse(messages.isEmpty(), code);
      for (Message message : messages) {
        assertTrue(message.text().endsWith("[" + name.text() + "]"), message.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSUPPORTED_COMPILER")
  void whatThePageCallsRightIsRight(DiagnosticName name) throws IOException {
    for (String code : examples(name, "## Right", "## Switch off")) {
      assertEquals(List.of(), compile(code, name).messages(), code);
    }
  }

  private static List<String> examples(DiagnosticName name, String from, String to)
      throws IOException {
    String page = Files.readString(PROJECT.resolve(name.page()));
    String section = page.substring(page.indexOf(from), page.indexOf(to));
    List<String> examples =
        CODE.matcher(section).results().map((MatchResult it) -> it.group(1)).toList();
    assertFalse(examples.isEmpty(), from);
    return examples;
  }

  /** With the diagnostic switched on, be it only here. */
  private Compiled compile(String code, DiagnosticName name) throws IOException {
    return Javac.in(Files.createTempDirectory(directory, "example"))
        .source(fileOf(code), IMPORTS + code)
        .options("-Xlint:-auxiliaryclass", "-A" + name.option() + "=" + severityOf(name))
        .fermata()
        .run();
  }

  private static String severityOf(DiagnosticName name) {
    Severity severity = name.defaultSeverity();
    return (severity == Severity.OFF ? Severity.NOTE : severity).name().toLowerCase(Locale.ROOT);
  }

  private static String fileOf(String code) {
    Matcher matcher = TYPE.matcher(code);
    assertTrue(matcher.find(), code);
    return matcher.group(1) + ".java";
  }
}
