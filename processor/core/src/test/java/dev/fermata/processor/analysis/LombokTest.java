package dev.fermata.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that Lombok adds to the class with the body and to others. */
class LombokTest {
  private static final Path LOMBOK =
      Path.of(lombok.Data.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @TempDir Path directory;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() {
    compilation =
        new Compilation(directory)
            .onPath(LOMBOK)
            .source(
                "p/Logger.java",
                """
                package p;
                public class Logger {
                  static Logger get(Class<?> c) { return new Logger(); }
                  void info(String text) {}
                }
                """);
  }

  private void lombokComes(String when) {
    if (when.equals("before")) {
      compilation.before(LombokTest::lombok);
    } else {
      compilation.after(LombokTest::lombok);
    }
  }

  private static Processor lombok() {
    try {
      Constructor<?> constructor =
          Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
              .getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Processor) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Lombok has changed", e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void membersOfTheClassItself(String when) {
    lombokComes(when);
    compilation.source(
        "p/Owner.java",
        """
        package p;
        import dev.fermata.annotations.Async;
        import java.util.*;
        import lombok.*;
        import lombok.extern.java.Log;
        @Log
        @RequiredArgsConstructor
        @Getter
        class Owner<T extends Comparable<T>> {
          private final Map<String, List<? super T>> things;
          @Setter private boolean ready;
          private int count; int count2, count3;
          Owner(int a, int b) { this(new HashMap<>()); count = a + b; }
          @Async Object body(T argument) {
            val x = getThings().get("x");
            val list = new ArrayList<T>();
            for (val element : list) { log.info("" + element.compareTo(argument)); }
            setReady(!isReady());
            @Cleanup val in = new java.io.StringReader("a");
            val point = Point.builder().x(1).name("n").build();
            var moved = point.withX(3).getX() + point.getName().length();
            val pair = Pair.of("s", 1);
            lombok.val inner = pair.getSecond().intValue() + moved;
            val child = Child.childBuilder().base("b").own(1).build();
            child.setBase(Point.Fields.name);
            val copy = child.toBuilder().own(3).build();
            return new Owner<String>(new HashMap<>()).getThings().get("a").size() + getCount()
                + Tools.twice(4) + child.getOwn() + copy.getBase() + inner + x;
          }
          @SneakyThrows void sneaky() { throw new java.io.IOException(); }
          @Value @Builder @With @lombok.experimental.FieldNameConstants
          static class Point { int x; String name; }
          @Data(staticConstructor = "of")
          static class Pair<A, B extends Number> { private final A first; private final B second; }
          @lombok.experimental.SuperBuilder(toBuilder = true) @Data
          static class Base { String base; }
          @lombok.experimental.SuperBuilder(toBuilder = true, builderMethodName = "childBuilder")
          @Data @EqualsAndHashCode(callSuper = true)
          static class Child extends Base { int own; @ToString.Exclude List<String> names; }
          @lombok.experimental.UtilityClass
          static class Tools { int base = 1; int twice(int n) { return 2 * n * base; } }
          @Getter @AllArgsConstructor enum Kind { A("a"), B("b"); private final String label; }
          @Async Object other() { return Kind.valueOf("A").getLabel().length(); }
        }
        """);

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void cleanupInABody() {
    lombokComes("before");
    compilation.source(
        "p/Owner.java",
        """
        package p;
        import dev.fermata.annotations.Async;
        import java.io.*;
        import lombok.*;
        class Owner {
          @Async Object body(int n) throws IOException {
            @Cleanup val in = new StringReader("a");
            switch (n) {
              case 1: @lombok.Cleanup("flush") Writer a = new StringWriter(), b = a; b.write(1);
              default: return in.read(); }
          }
        }
        """);

    String text = compilation.assertCleanAndUnnoticed().units().get(0).text();

    assertEquals(
        List.of(
            "var in = new StringReader(\"a\"); try {",
            "switch (n) {",
            "case 1:  Writer a = new StringWriter(), b = a; try { try { b.write(1);"
                + "} finally { if (b != null) b.flush(); } } finally { if (a != null) a.flush(); }",
            "default: return in.read(); }",
            "} finally { if (in != null) in.close(); } }"),
        text.lines().skip(6).limit(5).map(String::strip).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void membersOfSiblings(String when) {
    lombokComes(when);
    compilation
        .source(
            "p/Owner.java",
            """
            package p;
            import dev.fermata.annotations.Async;
            import java.util.*;
            class Owner extends Base {
              Owner() { super(List.of("a")); }
              @Async Object body() {
                var point = Point.builder().x(1).names(List.of("n")).build();
                var text = point.withX(2).getNames().get(0).length() + getItems().get(0);
                var pair = new Pair<>("a", 1L);
                pair.setFirst("b");
                Pair<String, Long> same = new Pair<>(pair.getFirst(), pair.getSecond());
                var child = Child.builder().base("b").own(1).build();
                return text + child.getBase() + child.getOwn() + Kind.A.getLabel() + same.equals(pair);
              }
            }
            """)
        .source(
            "p/Base.java",
            """
            package p;
            import java.util.List;
            @lombok.RequiredArgsConstructor @lombok.Getter
            abstract class Base { private final List<String> items; }
            """)
        .source(
            "p/Point.java",
            """
            package p;
            import java.util.List;
            @lombok.Value @lombok.Builder @lombok.With class Point { int x; List<String> names; }
            """)
        .source(
            "p/Pair.java",
            """
            package p;
            @lombok.Data @lombok.AllArgsConstructor
            class Pair<A, B extends Comparable<B>> { private A first; private B second; }
            """)
        .source(
            "p/Parent.java",
            "package p; @lombok.Data @lombok.experimental.SuperBuilder class Parent { String base; }")
        .source(
            "p/Child.java",
            """
            package p;
            @lombok.Data @lombok.EqualsAndHashCode(callSuper = true) @lombok.experimental.SuperBuilder
            class Child extends Parent { int own; }
            """)
        .source(
            "p/Kind.java",
            """
            package p;
            @lombok.Getter @lombok.RequiredArgsConstructor
            enum Kind { A("a"), B("b"); private final String label; }
            """);

    compilation.assertCleanAndUnnoticed();
  }
}
