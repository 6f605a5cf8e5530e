package dev.fermata.driver;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** A processor of someone else that reports an error in the first round. */
@SupportedAnnotationTypes("*")
final class Complaining extends AbstractProcessor {
  private boolean complained;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!complained) {
      complained = true;
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "no");
    }
    return false;
  }
}
