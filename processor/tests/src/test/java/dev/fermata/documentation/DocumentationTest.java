package dev.fermata.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Java blocks of every page; {@code docs/contributing/08-documentation.md} tells the marks. */
class DocumentationTest {
  /** Each of these pages is about code that does not compile, and has a test of its own. */
  private static final Path DIAGNOSTICS = Path.of("docs", "diagnostics");

  private static final Execution TRANSFORMED = new Execution("transformed");
  private static final Execution ORIGINAL = new Execution("original");

  @TestFactory
  Stream<DynamicNode> pages() {
    return Repository.pages().stream()
        .map(Page::read)
        .filter(page -> !page.path().startsWith(DIAGNOSTICS))
        .filter(page -> page.fences().stream().anyMatch(Fence::isJava))
        .map(page -> dynamicContainer(page.path().toString(), tests(page)));
  }

  private static Stream<DynamicTest> tests(Page page) {
    List<DynamicTest> tests = new ArrayList<>();
    List<JavaFileObject> sources = PageProgram.sources(page);
    if (!sources.isEmpty()) {
      Compilation program = PageProgram.compile(sources);
      tests.add(dynamicTest("compiles", () -> assertEquals("", complaints(program))));
      page.fences().forEach(fence -> addTestsOfProgram(tests, page, fence, program));
    }
    page.fences().forEach(fence -> addTests(tests, page, fence));
    return tests.stream();
  }

  private static void addTestsOfProgram(
      List<DynamicTest> tests, Page page, Fence fence, Compilation program) {
    String place = page.place(fence);
    runs(fence)
        .forEach(
            (mode, main) ->
                tests.add(
                    dynamicTest(
                        "%s prints, %s bodies".formatted(place, mode),
                        () ->
                            assertEquals(
                                page.textAfter(fence).text(),
                                mode.output(program, main).strip()))));
    fence
        .argument("generated")
        .ifPresent(
            member ->
                tests.add(
                    dynamicTest(
                        place + " is generated",
                        () -> assertGenerated(page, fence, generated(program, member)))));
  }

  private static void addTests(List<DynamicTest> tests, Page page, Fence fence) {
    String place = page.place(fence);
    fence
        .argument("file")
        .ifPresent(
            file ->
                tests.add(
                    dynamicTest(
                        place + " is in " + file,
                        () -> assertExcerpt(fence, read(Repository.ROOT.resolve(file))))));
    if (fence.marker().equals("fails")) {
      tests.add(
          dynamicTest(
              place + " fails", () -> assertEquals(page.textAfter(fence).text(), errors(fence))));
    }
  }

  /** The class to run, by the executions in which it is to be run. */
  private static Map<Execution, String> runs(Fence fence) {
    Map<Execution, String> runs = new LinkedHashMap<>();
    fence
        .argument(PageProgram.RUNS)
        .ifPresent(
            main -> {
              runs.put(TRANSFORMED, main);
              runs.put(ORIGINAL, main);
            });
    fence.argument(PageProgram.RUNS_TRANSFORMED).ifPresent(main -> runs.put(TRANSFORMED, main));
    return runs;
  }

  private static String complaints(Compilation program) {
    return program.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  /** The first lines of errors, as javac prints them. */
  private static String errors(Fence fence) {
    return PageProgram.compile(List.of(PageProgram.unit(fence.text()))).errors().stream()
        .map(
            error ->
                "%s:%d: error: %s"
                    .formatted(
                        fileName(error.getSource()),
                        error.getLineNumber(),
                        error.getMessage(Locale.ROOT).lines().findFirst().orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static String fileName(JavaFileObject file) {
    return String.valueOf(Path.of(file.toUri().getPath()).getFileName());
  }

  private static void assertExcerpt(Fence fence, String text) {
    String missing = Excerpt.missing(fence.lines(), text.lines().toList());
    if (!missing.isEmpty()) {
      assertEquals(text, missing);
    }
  }

  private static void assertGenerated(Page page, Fence fence, String text) throws IOException {
    if (Page.UPDATE) {
      page.replace(fence, text);
    } else {
      assertEquals(text, fence.text());
    }
  }

  /** A method of a generated class, {@code AsyncWeather.ask}. */
  private static String generated(Compilation program, String member) throws IOException {
    int dot = member.lastIndexOf('.');
    String end = "/" + member.substring(0, dot).replace('.', '/') + ".java";
    JavaFileObject file =
        program.generatedSourceFiles().stream()
            .filter(it -> it.toUri().getPath().endsWith(end))
            .findFirst()
            .orElseThrow(() -> new AssertionError(member + " is not generated"));
    return GeneratedMember.of(file.getCharContent(false).toString(), member.substring(dot + 1));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
