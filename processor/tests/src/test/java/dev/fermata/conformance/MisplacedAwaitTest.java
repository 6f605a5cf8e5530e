package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An await where nothing can suspend is an error at its place. */
final class MisplacedAwaitTest {

  private final Laboratory laboratory = new Laboratory();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AwaitInSynchronized | @Async Coroutine<Integer> m() { synchronized (this) { return done(await(c())); } }
          AwaitOutsideAsync   | int m() { return await(c()); }
          AwaitOutsideAsync   | X() { await(c()); }
          AwaitOutsideAsync   | int f = await(c());
          AwaitOutsideAsync   | static int f; static { f = await(done(1)); }
          AwaitOutsideAsync   | { await(c()); }
          AwaitInLambda       | @Async Coroutine<Integer> m() { Supplier<Integer> s = () -> await(c()); return done(s.get()); }
          AwaitInLambda       | @Async Coroutine<Object> m() { class L { int v() { return await(c()); } } return done(new L()); }
          AwaitInLambda       | @Async Coroutine<Object> m() { return done(new Object() { int v = await(c()); }); }
          """)
  @DisplayName(
      "I4: an await in synchronized code, a constructor, an initialiser, a lambda, a local class")
  void isReported(String diagnostic, String member) {
    String text = "class X {\n  Coroutine<Integer> c() { return done(1); }\n  " + member + "\n}\n";
    List<String> errors =
        laboratory.compile(List.of(Source.in("conformance", text))).diagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .map(d -> d.getLineNumber() + " " + name(d.getMessage(Locale.ROOT)))
            .toList();
    assertEquals(List.of("3 [" + diagnostic + "]"), errors);
  }

  private static String name(String message) {
    return message.substring(Math.max(0, message.lastIndexOf('[')));
  }
}
