package dev.fermata.conformance;

import dev.fermata.laboratory.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor in the same compilation: generates given sources in the first round. */
@SupportedAnnotationTypes("*")
final class GeneratingProcessor extends AbstractProcessor {

  private final List<Source> sources;
  private boolean generated;

  GeneratingProcessor(List<Source> sources) {
    this.sources = sources;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!generated) {
      generated = true;
      sources.forEach(this::write);
    }
    return false;
  }

  private void write(Source source) {
    try (Writer out = processingEnv.getFiler().createSourceFile(source.name()).openWriter()) {
      out.write(source.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
