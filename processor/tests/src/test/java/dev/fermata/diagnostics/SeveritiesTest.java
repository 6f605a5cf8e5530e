package dev.fermata.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.compilation.Compiled;
import dev.fermata.compilation.Javac;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Afermata.<Name>=…}. */
class SeveritiesTest {
  private static final String IMPORTS =
      """
      import static dev.fermata.Coroutines.*;
      import dev.fermata.*;
      import dev.fermata.annotations.Async;
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"note,NOTE,true", "warning,WARNING,true", "error,ERROR,false"})
  void weighsAsTheOptionSays(String option, Diagnostic.Kind kind, boolean success) {
    Compiled compiled =
        compile("String f() { return await(done(\"x\")); }", "AwaitOutsideAsync=" + option);
    assertEquals(success, compiled.success());
    assertEquals(List.of(kind), compiled.messages().stream().map(it -> it.kind()).toList());
  }

  @Test
  void isSilentIfTheOptionSaysOff() {
    Compiled compiled =
        compile("String f() { return await(done(\"x\")); }", "AwaitOutsideAsync=off");
    assertEquals(List.of(), compiled.messages());
    assertTrue(compiled.success());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AwaitOutsideAsync=loud", "AwaitOutsideAsync"})
  void anUnknownSeverityIsAnError(String option) {
    Compiled compiled = compile("", option);
    assertEquals(1, compiled.messages().size());
    assertTrue(
        compiled
            .messages()
            .get(0)
            .text()
            .endsWith("write -Afermata.AwaitOutsideAsync=off, note, warning or error"));
  }

  @Test
  void wordsInLambdasStayAsTheyAre() {
    Compiled compiled =
        compile(
            "@Async Coroutine<Object> f() { Runnable r = () -> await(done(\"x\")); return done(r); }",
            "AwaitInLambda=off");
    assertEquals(List.of(), compiled.messages());
    assertTrue(compiled.generated().get("AsyncExample.java").contains("() -> await(done(\"x\"))"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AwaitInSynchronized | Coroutine<String> f() { synchronized (this) { return done(await(done(\"x\"))); } }",
        "EmitOutsideGenerator | Coroutine<String> f() { emit(\"x\"); return done(\"x\"); }",
        "EmitType | AsyncGenerator<String> f() { emit(1); return end(); }",
        "Untransformable | AsyncGenerator<String> f(AsyncGenerator<String> g) { return g; }"
      })
  void whatCannotBeTransformedIsAnErrorWithoutTheName(String name, String method) {
    Compiled compiled = compile("@Async " + method, name + "=off");
    assertEquals(1, compiled.messages().size(), compiled.messages().toString());
    assertEquals(Diagnostic.Kind.ERROR, compiled.messages().get(0).kind());
    assertTrue(!compiled.messages().get(0).text().contains("["));
  }

  @Test
  void ownersAndSignaturesAreLeftAlone() {
    Compiled compiled =
        Javac.in(directory)
            .source(
                "Example.java",
                IMPORTS
                    + """
                    class Example {
                      @Async
                      private String f() {
                        return "x";
                      }

                      static final class Nested {
                        @Async
                        Coroutine<String> g() {
                          return done("x");
                        }
                      }
                    }
                    """)
            .options("-Afermata.AsyncOwner=off", "-Afermata.AsyncSignature=off", "-Werror")
            .fermata()
            .run();
    assertEquals(List.of(), compiled.messages());
    assertEquals(List.of("AsyncExample.java"), List.copyOf(compiled.generated().keySet()));
  }

  private Compiled compile(String method, String option) {
    return Javac.in(directory)
        .source("Example.java", IMPORTS + "class Example { " + method + " }")
        .options("-Afermata." + option)
        .fermata()
        .run();
  }
}
