package dev.fermata.compilation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A processor of someone else that writes given sources in given rounds. */
@SupportedAnnotationTypes("*")
public final class Writing extends AbstractProcessor {
  private final Map<Integer, Map<String, String>> sources = new TreeMap<>();
  private int round;

  /** Writes this class in this round, from 1. */
  public Writing in(int whichRound, String name, String text) {
    sources.computeIfAbsent(whichRound, it -> new TreeMap<>()).put(name, text);
    return this;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    sources.getOrDefault(++round, Map.of()).forEach(this::write);
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
