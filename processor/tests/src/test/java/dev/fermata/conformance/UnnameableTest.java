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
          Act is private | Act a = () -> 1; return done(a.act() + await(done(1)));
          Act is private | Object o = new Act() { public int act() { return 1; } }; return done(await(done(o)));
          Act is private | class L implements Act { public int act() { return 1; } } return done(new L().act() + await(done(1)));
          Bag is private | Bag<String> bag = new Bag<>(); return done(await(done(bag.size())));
          Flag is private | record R(Flag f) {} return done(new R(await(done(Flag.A))));
          Flag is private | enum E { A; Flag f = Flag.B; } return done(await(done(E.A)));
          Flag is private | Takes t = f -> {}; return done(await(done(t)));
          Flag is private | Takes t = new Takes() { public void take(Flag f) {} }; return done(await(done(t)));
          Act is private | Object o = (Act & Runnable) await(done((Object) null)); return done(o);
          Runner is private | Runner r = new Runner(); return done(await(done(r)));
          this constructor of Half is private | Object o = new Half(1) {}; return done(await(done(1)));
          this constructor of Half is private | class L extends Half { L() { super(1); } } return done(await(done(1)));
          Box is used across an await and mentions type variables of the method or private classes | class Box { Flag f; } Object o = await(done(new Box())); return done(o instanceof Box b ? b.f : null);
          Oops is an exception that is used across an await and mentions type variables of the method or private classes | class Oops extends RuntimeException { Flag f; } Oops o = await(done(new Oops())); return done(o.f);
          the generated subclass | @Kept class L {} return done(new L() + "" + await(done(1)));
          this constructor of None is private | class L extends None {} return done(await(done(1)));
          """)
  void isReported(String beginning, String body) {
    String text =
        """
        class X {
          private enum Flag { A, B }
          private interface Act { int act(); }
          private static class Runner extends Thread implements Act { public int act() { return 1; } }
          @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) private @interface Kept {}
          private static class Bag<E> extends ArrayList<E> {}
          interface Takes { void take(Flag f); }
          static class Half { private Half(int v) {} }
          static class None { private None() {} }
          @Async Coroutine<Object> m() { %s }
        }
        """
            .formatted(body);
    List<String> errors =
        laboratory.compile(List.of(Source.in("conformance", text))).diagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .map(d -> d.getLineNumber() + " " + beginning(d.getMessage(Locale.ROOT)))
            .toList();
    assertEquals(List.of("10 " + beginning), errors);
  }

  private static String beginning(String message) {
    return message.substring(0, message.indexOf(','));
  }
}
