package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no accessor can stand for is an error at its place, and none in generated code. */
final class UnnameableTest {

  private final Laboratory laboratory = new Laboratory();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Flag is private | return done(flags(await(done(1))));
          Flag is private | Supplier<Object> made = this::flag; return done(await(done(1)));
          this constructor of Half is private | Object o = new Half(1) {}; return done(await(done(1)));
          this constructor of Half is private | class L extends Half { L() { super(1); } } return done(await(done(1)));
          this constructor of None is private | class L extends None {} return done(await(done(1)));
          """)
  void isReported(String beginning, String body) {
    String text =
        """
        class X {
          private enum Flag { A }
          static class Half { private Half(int v) {} }
          static class None { private None() {} }
          private int flags(int first, Flag... flags) { return first + flags.length; }
          private Flag flag() { return Flag.A; }
          @Async Coroutine<Object> m() { %s }
        }
        """
            .formatted(body);
    List<String> errors =
        laboratory.compile(List.of(Source.in("conformance", text))).diagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .map(d -> d.getLineNumber() + " " + beginning(d.getMessage(Locale.ROOT)))
            .toList();
    assertEquals(List.of("7 " + beginning), errors);
  }

  private static String beginning(String message) {
    return message.substring(0, message.indexOf(','));
  }
}
