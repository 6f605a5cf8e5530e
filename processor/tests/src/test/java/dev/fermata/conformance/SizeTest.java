package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Mode;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Large bodies compile and run. That no method of theirs is above the size that HotSpot compiles is
 * what the laboratory checks of all programs.
 */
final class SizeTest {

  private final Laboratory laboratory = new Laboratory();

  @Test
  @DisplayName("I1: 200 awaits in one method")
  void twoHundredAwaits() {
    assertSumOf(200, program(bodyOfAwaits(200)));
  }

  @Test
  @DisplayName("I2: 1000 awaits in one method; 5000 statements around awaits")
  void thousandAwaits() {
    assertSumOf(1000, program(bodyOfAwaits(1000)));
  }

  @Test
  @DisplayName("I2: 5000 statements in a body with awaits")
  void fiveThousandStatements() {
    String statements =
        IntStream.range(0, 5000)
            .mapToObj(i -> i % 500 == 0 ? "sum += await(quiet(0));\n" : "sum += " + i + " % 2;\n")
            .collect(Collectors.joining());
    assertSumOf(2500, program("int sum = 0;\n" + statements + "return done(sum);\n"));
  }

  @Test
  @DisplayName("I2: awaits in every branch of nested tries and loops")
  void largeStructuredBody() {
    String part =
        "for (int i = 0; i < 2; i++) { try { sum += await(quiet(i)); } catch (Boom e) { sum--; }"
            + " finally { sum += await(quiet(0)); } }\n";
    assertSumOf(120, program("int sum = 0;\n" + part.repeat(120) + "return done(sum);\n"));
  }

  @Test
  @DisplayName("I3: an expression of 1000 terms with awaits among them")
  void deepExpression() {
    String terms =
        IntStream.range(0, 1000)
            .mapToObj(i -> i % 100 == 50 ? "await(quiet(1))" : "1")
            .collect(Collectors.joining(" + "));
    assertSumOf(1000, program("return done(" + terms + ");\n"));
  }

  private static String bodyOfAwaits(int count) {
    return "int sum = 0;\nString text = \"t\";\n"
        + "sum += await(quiet(1));\n".repeat(count)
        + "return done(text.length() - 1 + sum);\n";
  }

  private Program program(String body) {
    String text =
        """
        class Large {
          @Async Coroutine<Object> run() {
            %s
          }

          @Async Coroutine<Integer> quiet(int v) {
            await(yieldNow());
            return done(v);
          }
        }
        """;
    return laboratory.program(List.of(Source.in("conformance", String.format(text, body))));
  }

  private void assertSumOf(int sum, Program program) {
    Entry entry = new Entry("conformance.Large", "run");
    Observation observation = laboratory.observe(program, entry, Mode.TRANSFORMED);
    assertEquals("[] -> value: " + sum + " (Integer)", observation.toString());
    laboratory.assertSame(program, entry, Exploration.upTo(1));
  }
}
