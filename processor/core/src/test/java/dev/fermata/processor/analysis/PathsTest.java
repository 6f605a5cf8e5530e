package dev.fermata.processor.analysis;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Types that are on the class path or on the module path of the outer compilation. */
class PathsTest {
  @TempDir Path directory;
  private Compilation library;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() {
    compilation = new Compilation(directory.resolve("app"));
    library =
        new Compilation(directory.resolve("lib"))
            .source(
                "lib/api/Repository.java",
                """
                package lib.api;
                import java.util.*;
                import lib.internal.Hidden;
                public abstract class Repository<K extends Comparable<K>, V> {
                  public class Cursor<X> { public X value; public K key() { return null; } }
                  public static class Builder<B extends Builder<B>> { public B self() { return null; } }
                  public static final class Concrete extends Builder<Concrete> { public int build() { return 1; } }
                  public enum Mode { FAST, SAFE; public int cost() { return 1; } }
                  public record Entry<A, B>(A key, B value) {}
                  public sealed interface Event permits Added, Removed {}
                  public record Added(String name) implements Event {}
                  public record Removed(int id) implements Event {}
                  public @interface Marked { String[] value() default {}; Mode mode() default Mode.FAST; }
                  public static final int MAX = 10;
                  public <R extends V> Map<? super K, List<R[]>> load(Class<R> type, K... keys) throws java.io.IOException { return null; }
                  protected Hidden hidden() { return new Hidden(); }
                  public static <T> Repository<String, T> of(T... values) { return null; }
                }
                """)
            .source(
                "lib/internal/Hidden.java",
                """
                package lib.internal;
                public class Hidden { public StringBuilder text() { return new StringBuilder(); } class Nested {} }
                """);
  }

  private void user(String imports) {
    compilation.source(
        "app/Owner.java",
        "package app; "
            + imports
            + """

            import dev.fermata.annotations.Async;
            abstract class Owner extends Repository<String, Number> {
              @Async Object body(Repository.Event event) throws Exception {
                var map = load(Integer.class, "a", "b");
                var first = map.get("a").get(0)[0].intValue() + MAX;
                Repository<String, Number>.Cursor<Long> cursor = this.new Cursor<Long>();
                var key = cursor.key().length() + cursor.value;
                var built = new Repository.Concrete().self().self().build();
                var other = Repository.of(1L, 2L);
                var text = hidden().text().append(other.load(Long.class).size());
                int kind = switch (Mode.valueOf("FAST")) { case FAST -> 1; case SAFE -> 2; };
                @Marked("x") var entry = new Entry<>("k", java.util.List.of(built));
                if (event instanceof Added a && a.name().isEmpty()) { kind++; }
                return entry.value().get(0) + key + first + kind;
              }
            }
            """);
  }

  @Test
  void classPathOfDirectories() {
    compilation.onPath(library.build());
    user("import lib.api.Repository;");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void classPathOfJars() throws IOException {
    compilation.onPath(jar(library.build()));
    user("import lib.api.*;");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void modulePath() {
    library.source("module-info.java", "module lib { exports lib.api; }");
    compilation.onModulePath().onPath(library.build());
    compilation.source(
        "module-info.java", "module app { requires lib; requires dev.fermata.annotations; }");
    compilation.source(
        "app/Owner.java",
        """
        package app;
        import dev.fermata.annotations.Async;
        import lib.api.Repository;
        abstract class Owner extends Repository<String, Number> {
          @Async Object body(Event event) throws Exception {
            var map = load(Integer.class, "a", "b");
            return map.get("a").get(0)[0].intValue() + MAX + new Concrete().self().build();
          }
        }
        """);

    compilation.assertCleanAndUnnoticed();
  }

  /** Of the platform, the private compilation has what the module requires, and no more. */
  @Test
  void packagesThatThePlatformWouldHave() {
    library.source("module-info.java", "module lib { exports lib.api; exports org.w3c.dom; }");
    library.source(
        "org/w3c/dom/Own.java", "package org.w3c.dom; public class Own { public int field; }");
    library.option("--limit-modules", "java.base");
    compilation.onModulePath().onPath(library.build());
    compilation.source(
        "module-info.java", "module app { requires lib; requires dev.fermata.annotations; }");
    compilation.source(
        "app/Owner.java",
        """
        package app;
        import dev.fermata.annotations.Async;
        import org.w3c.dom.*;
        class Owner { @Async Object body() { return new Own().field; } }
        """);

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void importsOfModules() {
    library.source(
        "module-info.java", "module lib { exports lib.api; requires transitive java.sql; }");
    compilation.onModulePath().onPath(library.build());
    compilation.source(
        "module-info.java", "module app { requires lib; requires dev.fermata.annotations; }");
    compilation.source(
        "app/Owner.java",
        """
        package app;
        import module java.base;
        import
          module lib
          ;
        import dev.fermata.annotations.Async;
        abstract class Owner extends Repository<String, Number> {
          @Async Object body() throws Exception {
            List<Connection> connections = new ArrayList<>();
            return load(Integer.class, "a").get("a").get(0)[0].intValue() + connections.size();
          }
        }
        """);

    Analysis analysis = compilation.assertCleanAndUnnoticed();

    AnalyzedUnit unit = analysis.units().get(0);
    assertThat(unit.attribution().line(unit.tree().getTypeDecls().get(0))).isEqualTo(7);
  }

  private Path jar(Path classes) throws IOException {
    Path jar = directory.resolve("lib.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> found = Files.walk(classes)) {
      List<Path> files = found.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
