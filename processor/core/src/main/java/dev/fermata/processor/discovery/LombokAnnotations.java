package dev.fermata.processor.discovery;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Annotations that Lombok acts on, which an element keeps when Lombok is done with it. */
final class LombokAnnotations {
  private static final String PREFIX = "lombok.";

  private LombokAnnotations() {}

  /**
   * The first of these annotations that an element has.
   *
   * @param names as they are in Lombok's main package: {@code Locked.Read}
   */
  static Optional<String> on(Element element, List<String> names) {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .map(type -> type.getQualifiedName().toString())
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()))
        .filter(names::contains)
        .findFirst();
  }
}
