package dev.fermata.lombok;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.laboratory.Compilation;
import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Lombok does to the user's class holds in the generated one, whether Lombok comes before
 * Fermata in each round or after it.
 */
final class LombokTest {
  private static final String IMPORTS =
      "import lombok.*; import lombok.experimental.Delegate; import lombok.experimental.FieldDefaults; import lombok.experimental.NonFinal; import lombok.experimental.UtilityClass; import lombok.extern.java.Log; ";

  private final Laboratory laboratory = new Laboratory();

  @ParameterizedTest
  @EnumSource
  void closesWhatIsToBeCleanedUp(Order order) {
    assertSame(
        order,
        """
        class Owner {
          @Async Coroutine<Object> run() {
            @Cleanup var first = new Resource("first");
            await(at("x", 1));
            @Cleanup("stop") val second = new Resource("second");
            log(await(at("y", 2)));
            if (await(at("z", 3)) == 3) return done(null);
            log("not here");
            return done(null);
          }
          record Resource(String name) implements AutoCloseable {
            public void close() { log("close " + name); }
            void stop() { log("stop " + name); }
          }
        }
        """,
        "x, y, 2, z, stop second, close first");
  }

  @ParameterizedTest
  @EnumSource
  void checksParametersForNull(Order order) {
    assertSame(
        order,
        """
        class Owner {
          @Async Coroutine<Object> run() {
            try {
              await(sum(1, "a", null));
            } catch (NullPointerException e) {
              log(e.getMessage());
            }
            log(await(sum(1, "b", "c")));
            return done(null);
          }
          @Async @SneakyThrows Coroutine<String> sum(int n, @NonNull String a, @lombok.NonNull String b) {
            log("sum");
            await(at("x", 1));
            return done(n + a + b);
          }
        }
        """,
        "b is marked non-null but is null, sum, x, 1bc");
  }

  @ParameterizedTest
  @EnumSource
  void throwsSneakily(Order order) {
    assertSame(
        order,
        """
        class Owner {
          @Async Coroutine<Object> run() {
            try {
              await(fail());
            } catch (Exception e) {
              log(e);
            }
            return done(null);
          }
          @Async @SneakyThrows Coroutine<String> fail() {
            await(at("x", 1));
            throw new IOException("sneaky");
          }
        }
        """,
        "x, java.io.IOException: sneaky");
  }

  @ParameterizedTest
  @EnumSource
  void usesMembersOfTheOwner(Order order) {
    assertSame(
        order,
        """
        @Log @Getter @Setter @ToString(onlyExplicitlyIncluded = true) @NoArgsConstructor @AllArgsConstructor
        class Owner {
          private int count = 1;
          @With @ToString.Include private String name = "n";
          @Getter(lazy = true) private final String lazy = "lazy " + getCount();
          @Async Coroutine<Object> run() {
            setCount(getCount() + await(at("x", 1)));
            log.fine("not shown");
            log(getLazy() + this);
            val list = new ArrayList<Integer>();
            var n = await(at("y", 2));
            list.add(n);
            for (val element : list) log(element + await(at("z", 3)));
            log(withName("m").getName() + list.get(0).intValue());
            log(new AsyncOwner(4, "q").getName());
            return done(null);
          }
          private static void log(Object text) { dev.fermata.laboratory.fixture.Fixture.log(text); }
        }
        """,
        "x, lazy 2Owner(name=n), y, z, 5, m2, q");
  }

  @ParameterizedTest
  @EnumSource
  void delegates(Order order) {
    assertSame(
        order,
        """
        class Owner {
          @Delegate private final List<String> list = new ArrayList<>();
          @Async Coroutine<Object> run() {
            add("a" + await(at("x", 1)));
            log(get(0) + size());
            return done(null);
          }
        }
        """,
        "x, a11");
  }

  @ParameterizedTest
  @EnumSource
  void hidesFields(Order order) {
    assertSame(
        order,
        """
        @FieldDefaults(level = AccessLevel.PRIVATE, makeFinal = true)
        class Owner {
          int count = 1;
          @NonFinal int changes = 2;
          static String shared = "s";
          @Async Coroutine<Object> run() {
            changes += await(at("x", count));
            log(count + changes + shared);
            return done(null);
          }
        }
        """,
        "x, 4s");
  }

  @ParameterizedTest
  @EnumSource
  void buildsValues(Order order) {
    assertSame(
        order,
        """
        class Owner {
          @Value @Builder(toBuilder = true) @With static class Point { int x; @Builder.Default int y = 5; @Singular List<String> names; }
          @UtilityClass static class Tools { int twice(int n) { return 2 * n; } }
          @Async Coroutine<Object> run() {
            var point = Point.builder().x(await(at("x", 1))).name("a").name("b").build();
            log(point.getNames().size() + point.getY());
            log(point.toBuilder().y(Tools.twice(await(at("y", 4)))).clearNames().build().withX(7).toString().replace(',', ';'));
            return done(null);
          }
        }
        """,
        "x, 7, y, Owner.Point(x=7; y=8; names=[])");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class Owner { @Synchronized @Async Coroutine<Object> m() { return done(null); } }"
            + "|m() is @Synchronized, and a lock of a thread cannot be held while it waits; drop"
            + " @Synchronized and hold a dev.fermata.sync.AsyncLock in the body [AsyncSignature]",
        "class Owner { @Locked @Async Coroutine<Object> m() { return done(null); } }"
            + "|m() is @Locked, and a lock of a thread cannot be held while it waits; drop @Locked and"
            + " hold a dev.fermata.sync.AsyncLock in the body [AsyncSignature]",
        "class Owner { @Locked.Read @Async Coroutine<Object> m() { return done(null); } }"
            + "|m() is @Locked.Read, and a lock of a thread cannot be held while it waits; drop"
            + " @Locked.Read and hold a dev.fermata.sync.AsyncLock in the body [AsyncSignature]",
        "@UtilityClass class Owner { @Async Coroutine<Object> m() { return done(null); } }"
            + "|Owner has @Async methods, but it is made final by @UtilityClass; drop @UtilityClass"
            + " [AsyncOwner]",
        "@Value class Owner { @Async Coroutine<Object> m() { return done(null); } }"
            + "|Owner has @Async methods, but it is made final by @Value; add @NonFinal [AsyncOwner]",
      })
  void refusesWhatCannotHold(String text, String message) {
    for (Order order : Order.values()) {
      assertEquals(
          List.of(message), errors(laboratory.compile(List.of(source(text)), order.processors())));
    }
  }

  @Test
  void anAsyncMethodOfAValueThatIsNotFinal() {
    assertSame(
        Order.LOMBOK_FIRST,
        """
        @Value @NonFinal class Owner {
          int count = 3;
          @Async Coroutine<Object> run() { log(count + await(at("x", getCount()))); return done(null); }
        }
        """,
        "x, 6");
  }

  private void assertSame(Order order, String text, String trace) {
    Program program = laboratory.program(List.of(source(text)), order.processors());
    Observation expected = new Observation(List.of(trace.split(", ")), "value: null");
    laboratory.assertSame(
        program, new Entry("here.Owner", "run"), Exploration.upTo(50), Optional.of(expected));
  }

  private static Source source(String text) {
    return Source.in("here", IMPORTS + text);
  }

  private static List<String> errors(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
