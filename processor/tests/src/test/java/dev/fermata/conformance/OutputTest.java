package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.laboratory.Compilation;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What must hold for all generated source. */
final class OutputTest {

  private static final Pattern WORD =
      Pattern.compile("(?<![.\\w$\"])(await|emit|emitAll|awaitEach)\\(");

  private static final List<Source> PROGRAMS =
      Stream.of("A", "B", "C", "D", "E", "F", "G", "H")
          .flatMap(section -> Cases.of(section).stream())
          .map(Case::source)
          .toList();

  private final Laboratory laboratory = new Laboratory();

  @Test
  @DisplayName("I6: no word of the language is left in a state machine")
  void noWordLeft() {
    Compilation compilation = laboratory.compile(PROGRAMS);
    compilation
        .generated()
        .forEach(
            (name, text) ->
                compilation
                    .steps(name)
                    .forEach(step -> assertTrue(!WORD.matcher(step).find(), step)));
  }

  @Test
  @DisplayName("I7: compiling again gives the same source, to the byte, and draws no warning")
  void deterministic() {
    Compilation first = laboratory.compile(PROGRAMS);
    assertEquals("", first.blemishes());
    assertEquals(first.generated(), laboratory.compile(PROGRAMS).generated());
  }
}
