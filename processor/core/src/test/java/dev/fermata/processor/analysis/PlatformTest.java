package dev.fermata.processor.analysis;

import static com.google.common.truth.Truth.assertThat;

import dev.fermata.processor.analysis.Compilation.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The language and the platform are those of the outer compilation. */
class PlatformTest {
  @TempDir Path directory;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() {
    compilation = new Compilation(directory);
  }

  private void body(String statements) {
    compilation.source(
        "p/Owner.java",
        """
        package p;
        import dev.fermata.annotations.Async;
        import java.util.*;
        class Owner {
          Owner own() { return this; }
          @Async Object body(Object argument) throws Exception {
            %s
          }
        }
        """
            .formatted(statements));
  }

  @Test
  void release() {
    compilation.option("--release", "17");
    body("return Runtime.version().feature() + List.of(1).get(0) + own().hashCode();");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void whatTheReleaseLacksIsNotThere() {
    compilation.option("--release", "17");
    body("return List.of(1).getFirst();");

    Outcome outcome = compilation.run();

    assertThat(outcome.success()).isFalse();
    assertThat(outcome.last().problems()).hasSize(1);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void sourceWithAPlatformThatIsNewer() {
    compilation.option("-source", "17", "-target", "17", "-Xlint:-options");
    body("return List.of(1).getFirst().intValue();");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void languageOfTheSourceLevel() {
    compilation.option("--release", "21");
    body("return switch (argument) { case String s when s.isEmpty() -> 1; default -> 2; };");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_17, max = JRE.JAVA_17)
  void previewOf17() {
    compilation.option("--enable-preview", "--release", "17");
    body("return switch (argument) { case String s -> s.length(); default -> 2; };");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25, max = JRE.JAVA_25)
  void previewOf25() {
    compilation.option("--enable-preview", "--release", "25");
    body("if (argument instanceof int i) { return i; } return 0;");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void packagesThatAnOptionExports() {
    compilation.option("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED");
    compilation.source(
        "p/Uses.java", "package p; class Uses { jdk.internal.misc.VM vm() { return null; } }");
    body("return jdk.internal.misc.VM.isBooted() || new Uses().vm() == null;");

    compilation.assertCleanAndUnnoticed();
  }

  @Test
  void modulesThatAnOptionAdds() {
    compilation.option("--add-modules", "jdk.incubator.vector");
    body("return jdk.incubator.vector.IntVector.SPECIES_64.length();");

    compilation.assertCleanAndUnnoticed();
  }
}
