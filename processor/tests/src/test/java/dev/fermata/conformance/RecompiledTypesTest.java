package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.laboratory.Compilation;
import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Mode;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Types that got more constants or subtypes after the body was compiled. */
final class RecompiledTypesTest {

  private static final String OLD = "enum Color { RED, GREEN }";
  private static final String NEW = "enum Color { RED, GREEN, BLUE }";

  private static final String USER =
      """
      class User {
        @Async Coroutine<Object> run() {
          Color[] all = Color.values();
          switch (all[2]) {
            case RED -> log(await(at("a", 1)));
            case GREEN -> log(await(at("b", 1)));
            default -> log("default");
          }
          return done(switch (all[await(at("i", 2))]) {
            case RED -> await(at("c", 1));
            case GREEN -> await(at("d", 1));
          });
        }
      }
      """;

  private final Laboratory laboratory = new Laboratory();

  @Test
  @DisplayName("F7: a switch expression without default fails on a constant that it does not know")
  void newConstant() {
    assertFails(
        laboratory.compile(List.of(source(OLD), source(USER))),
        laboratory.compile(List.of(source(NEW))),
        "[default, i] -> throws: java.lang.");
  }

  @Test
  @DisplayName("F7b: a switch over a sealed type fails on a subtype that it does not know")
  @EnabledForJreRange(min = JRE.JAVA_21)
  void newSubtype() {
    String user =
        """
        class User {
          @Async Coroutine<Object> run() {
            return done(switch (Shape.last()) {
              case Shape.A a -> await(at("a", 1));
              case Shape.B b -> await(at("b", 1));
            });
          }
        }
        """;
    String shape =
        """
        sealed interface Shape permits Shape.A, Shape.B%s {
          record A() implements Shape {}
          record B() implements Shape {}
          %s
          static Shape last() { return new %s(); }
        }
        """;
    assertFails(
        laboratory.compile(List.of(source(String.format(shape, "", "", "B")), source(user))),
        laboratory.compile(
            List.of(
                source(String.format(shape, ", Shape.C", "record C() implements Shape {}", "C")))),
        "[] -> throws: java.lang.MatchException");
  }

  private static Source source(String text) {
    return Source.in("conformance", text);
  }

  private void assertFails(Compilation old, Compilation changed, String outcome) {
    Program program = Program.of(old.with(changed.classes()));
    Entry entry = new Entry("conformance.User", "run");
    laboratory.assertSame(program, entry, Exploration.upTo(50));
    String observed = laboratory.observe(program, entry, Mode.TRANSFORMED).toString();
    assertTrue(observed.startsWith(outcome), observed);
  }
}
