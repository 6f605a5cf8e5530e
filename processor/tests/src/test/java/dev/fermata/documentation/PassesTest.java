package dev.fermata.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.fermata.documentation.passes.Passes;
import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the pages of {@code docs/contributing} show of one method on its way through the processor
 * is what the passes make of it. {@code -Dgoldens=update} writes it into the pages instead.
 */
class PassesTest {
  private static final Path PAGES = Path.of("docs", "contributing");
  private static final String MARKER = "pass";

  @TestFactory
  Stream<DynamicTest> pages() {
    List<Page> pages =
        Repository.pages().stream()
            .map(Page::read)
            .filter(page -> page.path().startsWith(PAGES))
            .filter(page -> page.fences().stream().anyMatch(PassesTest::isShown))
            .toList();
    Map<String, String> results = results(pages);
    return pages.stream()
        .flatMap(
            page ->
                page.fences().stream()
                    .filter(PassesTest::isShown)
                    .map(fence -> test(page, fence, results)));
  }

  private static boolean isShown(Fence fence) {
    return fence.argument(MARKER).isPresent();
  }

  private static DynamicTest test(Page page, Fence fence, Map<String, String> results) {
    String pass = fence.argument(MARKER).orElseThrow();
    return DynamicTest.dynamicTest(
        page.place(fence) + " " + pass,
        () -> {
          assertTrue(results.containsKey(pass), pass);
          if (Page.UPDATE) {
            page.replace(fence, results.get(pass));
          } else {
            assertEquals(results.get(pass), fence.text());
          }
        });
  }

  /** The program is that of all these pages together. */
  private static Map<String, String> results(List<Page> pages) {
    List<JavaFileObject> sources = new ArrayList<>();
    pages.forEach(page -> sources.addAll(PageProgram.sources(page)));
    Passes passes = new Passes();
    Compiler.javac().withClasspath(ClassPath.files()).withProcessors(passes).compile(sources);
    Map<String, String> results = new LinkedHashMap<>(passes.results());
    Compilation compilation =
        Compiler.javac()
            .withClasspath(ClassPath.files())
            .withProcessors(new FermataProcessor())
            .compile(sources);
    compilation.generatedSourceFiles().forEach(file -> results.put("writing", read(file).strip()));
    return results;
  }

  private static String read(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
