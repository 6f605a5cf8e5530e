package dev.fermata.processor.analysis;

import com.sun.source.tree.CompilationUnitTree;
import dev.fermata.processor.environment.CompilerAccess;
import dev.fermata.processor.environment.JavacEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Analyses, in every round, the units with {@code @Async} methods, and writes nothing. */
@SupportedAnnotationTypes("*")
final class AnalyzingProcessor extends AbstractProcessor {
  private final Map<String, String> generated;
  private final Consumer<Analysis> result;
  private final Set<String> owners = new TreeSet<>();
  private @Nullable JavacEnvironment environment;

  AnalyzingProcessor(Map<String, String> generated, Consumer<Analysis> result) {
    this.generated = generated;
    this.result = result;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      if (annotation.getQualifiedName().contentEquals("dev.fermata.annotations.Async")) {
        round.getElementsAnnotatedWith(annotation).forEach(this::addOwner);
      }
    }
    if (environment == null) {
      environment = ((CompilerAccess.Supported) CompilerAccess.of(processingEnv)).environment();
    }
    environment.sourceTypes().add(round);
    if (!round.processingOver()) {
      analyze(environment);
    }
    return false;
  }

  private void addOwner(javax.lang.model.element.Element method) {
    if (method.getEnclosingElement() instanceof TypeElement owner) {
      owners.add(owner.getQualifiedName().toString());
    }
  }

  private void analyze(JavacEnvironment environment) {
    Set<CompilationUnitTree> units = new LinkedHashSet<>();
    for (String owner : owners) {
      TypeElement type = environment.elements().getTypeElement(owner);
      if (type != null) {
        units.add(environment.trees().getPath(type).getCompilationUnit());
      }
    }
    if (!units.isEmpty()) {
      List<CompilationUnitTree> list = new ArrayList<>(units);
      result.accept(Analysis.of(environment, list, generated));
    }
  }
}
