package dev.fermata.processor.discovery;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Whether Lombok has yet to change a class. It works on the trees and takes each of its annotations
 * out of them when it is done with it; where it comes after this processor, the members that it
 * makes are there one round later.
 */
final class LombokWork {
  private static final String PREFIX = "lombok.";

  private final Trees trees;

  LombokWork(Trees trees) {
    this.trees = trees;
  }

  /** Whether a class of {@code unit} has an annotation that Lombok has yet to act on. */
  boolean isDueIn(CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .map(type -> trees.getElement(new TreePath(new TreePath(unit), type)))
        .anyMatch(type -> type != null && isDueIn(type));
  }

  private boolean isDueIn(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(mirror -> isDue(element, mirror))
        || element.getEnclosedElements().stream().anyMatch(this::isDueIn);
  }

  private boolean isDue(Element element, AnnotationMirror mirror) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return type.getQualifiedName().toString().startsWith(PREFIX)
        && trees.getTree(element, mirror) != null;
  }
}
