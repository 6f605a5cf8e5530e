package dev.fermata.processor.analysis;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.toList;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors in the analysed units, and where they are in the user's file. */
class ProblemsTest {
  @TempDir Path directory;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() {
    compilation =
        new Compilation(directory)
            .source(
                "dev/fermata/Coroutines.java",
                """
                package dev.fermata;
                public class Coroutines {
                  public static <T> void emit(T value) {}
                  public static <T> void emitAll(Iterable<? extends T> values) {}
                  public static <T> AsyncGenerator<T> end() { return null; }
                }
                """)
            .source(
                "dev/fermata/AsyncGenerator.java",
                "package dev.fermata; public interface AsyncGenerator<T> {}");
  }

  private List<String> problemsOf(String text) {
    compilation.source("p/Owner.java", text);
    return compilation.run().last().problems().stream()
        .map(p -> p.kind() + " " + p.line() + ":" + p.column() + " " + textAt(text, p.offset()))
        .collect(toList());
  }

  private static String textAt(String text, int offset) {
    return text.substring(offset).split("[;)\n]", 2)[0];
  }

  private List<String> problemsOfGenerator(String elementType, String statement) {
    return problemsOf(
        """
        package p;
        import static dev.fermata.Coroutines.*;
        import dev.fermata.*;
        import dev.fermata.annotations.Async;
        import java.util.*;
        class Owner {
          static int take(int n) { return n; }
          @Async AsyncGenerator<%s> body(boolean b) {
            %s
            return end();
          }
        }
        """
            .formatted(elementType, statement));
  }

  @Test
  void errorsStandWhereTheUserWroteThem() {
    assertThat(
            problemsOf(
                """
                package p;
                import dev.fermata.annotations.Async;
                class Owner {
                \t@Async Object body() { int x = "a"; return
                    missing(); }
                }
                """))
        .containsExactly("ERROR 4:33 \"a\"", "ERROR 5:5 missing(")
        .inOrder();
  }

  @Test
  void errorsThatFollowTheAnalysisOfTheFlow() {
    assertThat(
            problemsOf(
                """
                package p;
                import dev.fermata.annotations.Async;
                class Owner {
                  @Async Object body() { int x; return x; }
                }
                """))
        .containsExactly("ERROR 4:40 x");
  }

  @Test
  void checkedExceptionsAreLeftToTheOuterCompiler() {
    assertThat(
            problemsOf(
                """
                package p;
                import dev.fermata.annotations.Async;
                class Owner {
                  @Async Object body() { throw new Exception(); }
                }
                """))
        .isEmpty();
  }

  @Test
  void whatIsEmittedHasTheTypeOfTheElements() {
    assertThat(problemsOfGenerator("Integer", "emit(1); emit(\"s\"); Coroutines.emit(1L);"))
        .containsExactly("EMIT_TYPE 9:19 \"s\"", "EMIT_TYPE 9:41 1L")
        .inOrder();
  }

  @Test
  void whatIsEmittedIsJudgedAsItsTarget() {
    assertThat(
            problemsOfGenerator(
                "List<? extends Number>",
                "emit(List.of()); emit(new ArrayList<>()); emitAll(List.of(List.of(1), Set.of()));"))
        .containsExactly("EMIT_ALL_SOURCE 9:55 List.of(List.of(1");
  }

  @Test
  void lambdasMayBeEmitted() {
    assertThat(problemsOfGenerator("java.util.function.Supplier<String>", "emit(() -> \"x\");"))
        .isEmpty();
  }

  @Test
  void branchesOfWhatIsEmitted() {
    assertThat(
            problemsOfGenerator(
                "Integer",
                "emit(b ? 1 : (\"s\")); emit(switch (1) { case 1 -> \"t\"; default -> { yield 1; } });"))
        .containsExactly("EMIT_TYPE 9:19 \"s\"", "EMIT_TYPE 9:54 \"t\"")
        .inOrder();
  }

  @Test
  void errorsInsideOfWhatIsEmittedAreTheUsers() {
    assertThat(problemsOfGenerator("Integer", "emit(take(\"s\")); emit(unknown);"))
        .containsExactly("ERROR 9:15 \"s\"", "ERROR 9:27 unknown")
        .inOrder();
  }

  @Test
  void methodsOfTheUserThatAreCalledEmit() {
    assertThat(
            problemsOf(
                """
                package p;
                import static dev.fermata.Coroutines.*;
                import dev.fermata.*;
                import dev.fermata.annotations.Async;
                class Owner extends Base {
                  @Async AsyncGenerator<Integer> body() { emit("mine"); return end(); }
                }
                class Base { void emit(String text) {} }
                """))
        .isEmpty();
  }

  @Test
  void variablesThatHideThePackageOfTheWords() {
    assertThat(problemsOfGenerator("Integer", "int dev = 1; emit(dev);")).isEmpty();
  }
}
