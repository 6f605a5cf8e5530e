package dev.fermata.processor.analysis;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.analysis.Compilation.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that javac finds by itself where a program names them, and only there. */
class ImplicitSourcesTest {
  @TempDir Path directory;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() throws IOException {
    compilation =
        new Compilation(directory)
            .source(
                "p/Owner.java",
                """
                package p;
                import dev.fermata.annotations.Async;
                import q.*;
                class Owner {
                  @Async Object body() { return new Near().next().end().value + new Far().near().hashCode(); }
                }
                """);
    write("p/Near.java", "package p; public class Near { Between next() { return null; } }");
    write("p/Between.java", "package p; class Between { End end() { return null; } }");
    write("p/End.java", "package p; class End { int value; }");
    write("q/Far.java", "package q; public class Far { public p.Near near() { return null; } }");
    write("p/Unused.java", "package p; class Unused { int x = \"not looked at\"; }");
    write("q/Unused.java", "package q; this is not even Java");
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve("src").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void onTheSourcePath() {
    compilation.option("-sourcepath", directory.resolve("src").toString());

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void onTheClassPath() {
    compilation.onPath(directory.resolve("src"));

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void inTheUnnamedPackage() throws IOException {
    compilation = new Compilation(directory);
    compilation.source(
        "Owner.java",
        """
        import dev.fermata.annotations.Async;
        class Owner { @Async Object body() { return new Near().n; } }
        """);
    write("Near.java", "class Near { int n; }");
    write("Unused.java", "class Unused { int x = \"not looked at\"; }");
    compilation.option("-sourcepath", directory.resolve("src").toString());

    Outcome outcome = compilation.run();

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.last().problems()).isEmpty();
    assertThat(outcome.classFiles().keySet()).containsExactly("Owner.class", "Near.class");
  }

  /** The one of compile-testing takes the package {@code java} for all files that end so. */
  @Test
  void fileManagerThatFailsToSearch() {
    List<Analysis> analyses = new ArrayList<>();
    String text =
        "class %s { @dev.fermata.annotations.Async Object body() { return java.util.List.of(); } }";

    Compiler.javac()
        .withClasspath(List.of(new File(Compilation.ANNOTATIONS)))
        .withProcessors(new AnalyzingProcessor(Map.of(), analyses::add))
        .compile(
            JavaFileObjects.forSourceString("First", text.formatted("First")),
            JavaFileObjects.forSourceString("Second", text.formatted("Second")));

    assertThat(analyses.get(0).failure().isEmpty()).isTrue();
    assertThat(analyses.get(0).problems()).isEmpty();
  }
}
