package dev.fermata.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.compilation.Compiled;
import dev.fermata.compilation.Javac;
import dev.fermata.compilation.Message;
import dev.fermata.processor.writing.BodyCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor does not throw, whatever fails in it, and no program is built that would. */
class InternalErrorsTest {
  private static final String SOURCE =
      """
      import static dev.fermata.Coroutines.*;
      import dev.fermata.*;
      import dev.fermata.annotations.Async;
      class Example {
        Example next = new AsyncExample();

        @Async
        Coroutine<String> one() {
          return done("x");
        }

        @Async
        Coroutine<String> two() {
          return done("x");
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void aFailureIsOneErrorAtTheMethod() {
    Compiled compiled =
        compile(
            (analysis, unit, owner) ->
                method -> {
                  throw new IllegalStateException("broken");
                });
    Message message = only(compiled);
    assertEquals(8, message.line());
    assertTrue(message.text().startsWith("Fermata failed in one(); please report this"));
    assertTrue(message.text().contains("IllegalStateException: broken"));
  }

  @Test
  void anOverflowIsOneErrorAtTheMethod() {
    Compiled compiled =
        compile(
            (analysis, unit, owner) ->
                method -> {
                  throw overflow();
                });
    Message message = only(compiled);
    assertEquals(8, message.line());
    assertTrue(message.text().lines().count() < 150, message.text());
  }

  private static StackOverflowError overflow() {
    try {
      return new StackOverflowError("deeper than " + overflow());
    } catch (StackOverflowError overflow) {
      return overflow;
    }
  }

  @Test
  void aFailureBeforeTheBodiesIsOneErrorAtTheClass() {
    Compiled compiled =
        compile(
            (analysis, unit, owner) -> {
              throw new IllegalStateException("broken");
            });
    assertEquals(4, only(compiled).line());
  }

  @Test
  void aClassWithoutBodiesIsAnErrorEvenIfNothingElseIs() {
    Compiled compiled = compile((analysis, unit, owner) -> BodyCompiler.SIGNATURES);
    assertEquals(
        "AsyncExample lacks bodies because of an error that javac does not find",
        only(compiled).text());
  }

  private static Message only(Compiled compiled) {
    assertEquals(1, compiled.messages().size(), compiled.messages().toString());
    return compiled.messages().get(0);
  }

  private Compiled compile(BodyCompilers compilers) {
    return Javac.in(directory)
        .source("Example.java", SOURCE)
        .processor(new FermataProcessor(compilers))
        .run();
  }
}
