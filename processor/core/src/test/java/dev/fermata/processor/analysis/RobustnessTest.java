package dev.fermata.processor.analysis;

import static com.google.common.truth.Truth.assertThat;

import dev.fermata.processor.analysis.Compilation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are wrong: the outer compiler says what it would have said, and nothing breaks. */
class RobustnessTest {
  @TempDir Path directory;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() {
    compilation = new Compilation(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Owner extends Owner { @Async Object body() { return 1; } }",
        "class Owner extends Missing<String> implements a.b.C<D> { @Async Object body() { return x(); } }",
        "class Owner { @Async Missing<? extends Other[]> body(Lost lost) { return lost.x; } Gone g; }",
        "class Owner { @Async Object body() { return 1; } } class Owner { @Async void body() {} }",
        "class Owner { @Async Object body() { return 1; } Object body() { return 2; } int a, a; }",
        "class Owner<T extends T> { @Async T body() { return null; } }",
        "class Owner { @Async Object body() { int x = 1; int x = 2; return x + undefined; } }",
        "class Owner { @Async Object body() { emit(1); return val; } } enum E { A; E(int i) {} }",
        "record Owner(int a, Missing b) { Owner { a = 1; } @Async Object body() { return b(); } }",
        "sealed interface Owner permits Lost { @Async default Object body() { return 1; } }",
        "class Owner { static final int X = \"s\"; static final int Y = Y + 1; @Async int body() { return X; } }",
        "@interface Owner { @Async int body() default \"s\"; }",
        "class Owner { class I { static class J extends I {} } @Async void body() { new J(); for (;;) } }",
        "class Owner { @Async Object body() { class L extends L {} return new L() { int l = l(); }; } }",
        "class Owner extends Sealed { @Async Object body() { return Sealed.CONST + new Broken<>(); } }",
        "",
      })
  void wrongPrograms(String text) {
    compilation
        .source("p/Owner.java", "package p; import dev.fermata.annotations.Async;\n" + text)
        .source(
            "p/Sealed.java",
            """
            package p;
            sealed class Sealed permits Nobody { static final int CONST = 1 + unknown.Thing.X; }
            """)
        .source("p/Broken.java", "package p; class Broken<T extends Unknown<T>> { T t; No<T> n; }");

    Outcome without = compilation.runWithoutAnalysis();
    Outcome with = compilation.run();

    assertThat(with.diagnostics()).isEqualTo(without.diagnostics());
    for (Analysis analysis : with.analyses()) {
      assertThat(analysis.failure().isEmpty()).isTrue();
      analysis.units().forEach(Unattributed::in);
    }
  }

  @Test
  void classFilesThatMissOthersAndClassFilesThatAreNone() throws IOException {
    Compilation library =
        new Compilation(directory.resolve("lib"))
            .source(
                "lib/Used.java",
                "package lib; public class Used { public Lost lost; public int n; }")
            .source("lib/Lost.java", "package lib; public class Lost {}")
            .source("lib/Bad.java", "package lib; public class Bad {}");
    Path classes = library.build();
    Files.delete(classes.resolve("lib/Lost.class"));
    Files.writeString(classes.resolve("lib/Bad.class"), "no class file");
    compilation
        .onPath(classes)
        .source(
            "p/Owner.java",
            """
            package p;
            import dev.fermata.annotations.Async;
            import lib.*;
            class Owner { @Async Object body() { return new Used().n; } }
            """);

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void textThatIsHardToEdit() {
    compilation.source(
        "p/Owner.java",
        "package p; import dev.fermata.annotations.Async;\r\n"
            + "class Owner { /* } */ int \\u0061b; @Async Object body() { return ab; } // }\r"
            + "\t\\u007d\n;");

    compilation.assertCleanAndUnnoticed();
  }
}
