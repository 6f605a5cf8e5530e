package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.compilation.Writing;
import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import dev.fermata.processor.FermataProcessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases that need more than one compilation unit, or another processor. */
final class SeveralUnitsTest {

  private final Laboratory laboratory = new Laboratory();

  @Test
  @DisplayName(
      "G7: protected members of a superclass in another package, on this and on another instance")
  void protectedAcrossPackages() {
    Source base =
        Source.in(
            "elsewhere",
            """
            public class Base {
              protected int field = 1;
              protected static String shared = "s";
              protected String greet(int v) { return "base " + v; }
              protected static String make(int v) { return "made " + v; }
              protected static class Nested {
                public Nested() {}
                public String text() { return "nested"; }
              }
            }
            """);
    Source user =
        user(
            "elsewhere.Base",
            """
                class User extends Base {
                  @Async Coroutine<Object> run() {
                    User other = new AsyncUser();
                    log(greet(await(at("x", 1))));
                    log(other.greet(await(at("y", 2))));
                    other.field += await(at("z", 3));
                    log(other.field + field);
                    log(make(await(at("m", 4))) + shared + new Nested().text());
                    IntFunction<String> f = other::greet;
                    log(super.greet(await(at("w", 5))) + f.apply(6));
                    return done(null);
                  }
                  @Override protected String greet(int v) { return "user " + v; }
                }
                """);
    assertSame(
        laboratory.program(List.of(base, user)),
        "here.User",
        "x, user 1, y, user 2, z, 5, m, made 4snested, w, base 5user 6");
  }

  /** A class that is not public, and a public one that extends it. */
  private static final List<Source> KEPT =
      List.of(
          Source.in(
              "elsewhere",
              """
              abstract class Kept {
                public static class Part {
                  public int v = 6;
                  public enum Kind { X, Y }
                }
                public static Kept make() { return new Open(); }
              }
              """),
          Source.in(
              "elsewhere",
              """
              public class Open extends Kept {
                public static Open.Part part() { return new Part(); }
              }
              """));

  @Test
  void membersOfClassesThatAreNotPublic() {
    Source user =
        user(
            "elsewhere.Open",
            """
                class Uses {
                  static int length(CharSequence text) { return text.length(); }
                  @Async Coroutine<Object> run() {
                    Open.Part part = new Open.Part();
                    var other = Open.part();
                    var kind = Open.Part.Kind.X;
                    Object made = Open.make();
                    var text = await(at("x", 1)) > 5 ? new StringBuilder("b") : new StringBuffer("cd");
                    log(part.v + other.v + await(at("y", 1)));
                    switch (kind) {
                      case X -> log("X" + await(at("z", 1)));
                      case Y -> log("Y");
                    }
                    log(length(text) + length(await(at("w", text))) + (made instanceof Open ? 1 : 0));
                    return done(null);
                  }
                }
                """);
    assertSame(
        laboratory.program(List.of(KEPT.get(0), KEPT.get(1), user)),
        "here.Uses",
        "x, y, 13, z, X1, w, 5");
  }

  @Test
  void variableOfClassThatIsNotPublic() {
    Source user =
        user(
            "elsewhere.Open",
            """
                class Uses {
                  @Async Coroutine<Object> run() {
                    var kept = Open.make();
                    await(at("x", 1));
                    return done(kept == null);
                  }
                }
                """);
    String errors =
        laboratory.compile(List.of(KEPT.get(0), KEPT.get(1), user)).diagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .map(d -> d.getLineNumber() + " " + d.getMessage(Locale.ROOT))
            .collect(Collectors.joining());
    assertEquals(
        "3 kept is used across an await, and its type, Kept, is not public in elsewhere, so the generated subclass cannot name it; declare kept with a type that has a name here [Untransformable]",
        errors);
  }

  @Test
  @DisplayName("G14: a type that another processor generates in the same compilation")
  void generatedByAnotherProcessor() {
    Source user =
        Source.in(
            "here",
            """
            class Uses {
              @Async Coroutine<Object> run() {
                Generated g = new Generated(await(at("x", 5)));
                var text = g.text();
                await(at("y", 1));
                log(text + g.number());
                return done(null);
              }
            }
            """);
    Source generated =
        Source.of(
            """
            package here;
            record Generated(int number) {
              String text() { return "generated "; }
            }
            """);
    Program program =
        laboratory.program(
            List.of(user),
            List.of(
                new Writing().in(1, generated.name(), generated.text()), new FermataProcessor()));
    assertSame(program, "here.Uses", "x, y, generated 5");
  }

  /** A unit of another package that imports a class. */
  private static Source user(String imported, String text) {
    return Source.of("package here; import " + imported + "; " + Source.IMPORTS + text);
  }

  private void assertSame(Program program, String owner, String trace) {
    Observation expected = new Observation(List.of(trace.split(", ")), "value: null");
    laboratory.assertSame(
        program, new Entry(owner, "run"), Exploration.upTo(200), Optional.of(expected));
  }
}
