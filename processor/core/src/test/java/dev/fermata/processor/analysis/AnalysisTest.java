package dev.fermata.processor.analysis;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies whose names are found in one place or another of the outer compilation. */
class AnalysisTest {
  @TempDir Path directory;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() {
    compilation = new Compilation(directory);
  }

  @Test
  void siblingsInSource() {
    compilation
        .source(
            "p/Owner.java",
            """
            package p;
            import dev.fermata.annotations.Async;
            import java.util.List;
            class Owner<E extends Comparable<E>> extends Base<E> {
              class Inner<F> { F f; E e; class Deep { F f2; E e2; } }
              @Async Object body(List<? extends E> in, Shape shape) throws Exception {
                var anonymous = new Object() { int x = 1; String s() { return "" + x; } };
                var text = anonymous.s() + anonymous.x;
                Inner<String> inner = new Inner<>();
                Inner<String>.Deep deep = inner.new Deep();
                var a = deep.f2.length();
                var b = deep.e2.compareTo(in.get(0));
                var point = new Point(1, new Pair<>("a", 2L));
                long second = point.pair().second() + point.x();
                if (shape instanceof Shape.Circle c && c.r() > 0) { text += c.r(); }
                int kind = switch (Color.valueOf(text)) { case RED -> 1; case GREEN, BLUE -> 2; };
                for (var e : Color.values()) { text += e.label() + e.ordinal(); }
                switch (kind) { case Consts.ONE: case Consts.SHIFTED: break; case Consts.MINUS: break; }
                if (text == Consts.NAME + Consts.CH) { protectedInBase = second; }
                var outer = new Outer<String>("s");
                Outer<String>.In<Integer> in2 = outer.new In<>(3);
                var v = in2.t.length() + in2.u.intValue() + in2.<Long>both(4L).get(0).size();
                Outer.Nested.Deeper d = new Outer.Nested.Deeper();
                d.run(() -> { var z = d.hashCode(); return z; });
                String varargs = Outer.join("a", "b", "c");
                @Ann(number = 3) int annotated = inherited(in.get(0)).compareTo(null);
                return Outer.<Exception>thrower();
              }
            }
            """)
        .source(
            "p/Base.java",
            """
            package p;
            abstract class Base<T> {
              protected long protectedInBase;
              protected T inherited(T t) { return t; }
            }
            """)
        .source("p/Point.java", "package p; record Point(int x, Pair<String, Long> pair) {}")
        .source(
            "p/Pair.java",
            "package p; public record Pair<A, B extends Number>(A first, B second) {}")
        .source(
            "p/Shape.java",
            """
            package p;
            sealed interface Shape {
              record Circle(double r) implements Shape {}
              record Square(double a) implements Shape {}
            }
            """)
        .source(
            "p/Color.java",
            """
            package p;
            enum Color {
              RED { @Override String label() { return "r"; } }, GREEN, BLUE;
              String label() { return name(); }
            }
            """)
        .source(
            "p/Consts.java",
            """
            package p;
            interface Consts {
              int ONE = 1; int SHIFTED = ONE << 3; long BIG = 1L; int MINUS = -1; char CH = 'c'; String NAME = "n" + ONE;
              double D = 1.5; float F = 2f; boolean B = true; byte BYTE = 1; Object NONE = new Object();
            }
            """)
        .source(
            "p/Outer.java",
            """
            package p;
            import java.util.*;
            class Outer<T> {
              Outer(T t) {}
              class In<U extends Number & Comparable<U>> {
                T t; U u;
                In(U u) {}
                <V> List<Map<? super T, V[]>> both(V v) { return null; }
              }
              static class Nested { static class Deeper { void run(java.util.concurrent.Callable<?> c) {} } }
              static String join(String first, String... rest) { return first; }
              static <X extends Exception> int thrower() throws X { return 1; }
            }
            """)
        .source(
            "p/Ann.java",
            "package p; @interface Ann { int number(); String[] names() default {\"x\"}; }");

    compilation.assertCleanAndUnnoticed();
  }
}
