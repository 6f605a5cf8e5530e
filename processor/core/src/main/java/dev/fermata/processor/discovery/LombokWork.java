package dev.fermata.processor.discovery;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What Lombok may have yet to change in a class. It works on the trees; where it comes after this
 * processor, the members that it makes are there one round later. It has rounds made for its own
 * sake, in which nothing new comes.
 */
final class LombokWork {
  private static final String PREFIX = "lombok.";

  /** For these Lombok has to know what all types are, which takes it a round more. */
  private static final List<String> LATE =
      List.of("lombok.experimental.Delegate", "lombok.Delegate");

  private final Trees trees;

  LombokWork(Trees trees) {
    this.trees = trees;
  }

  /** In how many more rounds Lombok may act on the annotations of the classes of {@code unit}. */
  int roundsDueIn(CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .map(type -> trees.getElement(new TreePath(new TreePath(unit), type)))
        .mapToInt(type -> type == null ? 0 : roundsDueIn(type))
        .max()
        .orElse(0);
  }

  private int roundsDueIn(Element element) {
    int own =
        element.getAnnotationMirrors().stream().mapToInt(it -> rounds(element, it)).max().orElse(0);
    int below = element.getEnclosedElements().stream().mapToInt(this::roundsDueIn).max().orElse(0);
    return Math.max(own, below);
  }

  private int rounds(Element element, AnnotationMirror mirror) {
    String name =
        ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
    if (!name.startsWith(PREFIX) || trees.getTree(element, mirror) == null) {
      return 0;
    }
    return LATE.contains(name) ? 2 : 1;
  }
}
