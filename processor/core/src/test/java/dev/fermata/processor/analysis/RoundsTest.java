package dev.fermata.processor.analysis;

import static com.google.common.truth.Truth.assertThat;

import dev.fermata.processor.analysis.Compilation.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that are not there yet when the analysis begins. */
class RoundsTest {
  @TempDir Path directory;
  private Compilation compilation;

  @BeforeEach
  void newCompilation() {
    compilation = new Compilation(directory);
  }

  private static final String OWNER =
      """
      package p;
      import dev.fermata.annotations.Async;
      import q.Made;
      class Owner {
        Made made;
        @Async Object body(Sibling sibling) {
          var m = Made.create(3);
          sibling.use(m);
          return m.text().length() + made.part.n + sibling.madeHere.size() + sibling.same(m).text();
        }
      }
      """;
  private static final String SIBLING =
      """
      package p;
      import q.*;
      class Sibling {
        q.Made.Part part; MadeHere<String> madeHere;
        void use(Made made) {}
        Made same(Object made) { return (Made) made; }
      }
      """;
  private static final String MADE =
      """
      package q;
      public class Made {
        public Part part;
        public static class Part { public int n; }
        public static Made create(int n) { return new Made(); }
        public String text() { return ""; }
      }
      """;
  private static final String MADE_HERE =
      "package p; class MadeHere<T> extends java.util.ArrayList<T> {}";

  @Test
  void typesThatAnotherProcessorGeneratesAreThereInTheNextRound() {
    compilation.source("p/Owner.java", OWNER).source("p/Sibling.java", SIBLING);
    compilation.after(() -> new Generator(Map.of("q.Made", MADE, "p.MadeHere", MADE_HERE)));

    compilation.assertCleanAndUnnoticed();

    List<Analysis> analyses = compilation.run().analyses();
    assertThat(analyses).hasSize(2);
    assertThat(analyses.get(0).problems()).isNotEmpty();
  }

  @Test
  void typesOfThisRoundAreThereAsStubs() {
    compilation.source("p/Owner.java", OWNER).source("p/Sibling.java", SIBLING);
    compilation.after(() -> new Generator(Map.of("q.Made", MADE, "p.MadeHere", MADE_HERE)));
    compilation.generated("q.Made", MADE).generated("p.MadeHere", MADE_HERE);

    Outcome outcome = compilation.run();

    assertThat(outcome.errors()).isEmpty();
    for (Analysis analysis : outcome.analyses()) {
      assertThat(analysis.problems()).isEmpty();
      assertThat(Unattributed.in(analysis.units().get(0))).isEmpty();
    }
  }

  /** Writes files in the first round. */
  @SupportedAnnotationTypes("*")
  private static final class Generator extends AbstractProcessor {
    private final Map<String, String> files;
    private boolean done;

    Generator(Map<String, String> files) {
      this.files = files;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        files.forEach(this::write);
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
