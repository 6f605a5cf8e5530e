package dev.fermata.processor.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Whether a class leaves abstract methods to its subclasses. */
final class AbstractMethods {
  private final Elements elements;
  private final Types types;

  AbstractMethods(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Whether a subclass of {@code type} that adds no method would have to be abstract. */
  boolean remainIn(TypeElement type) {
    if (!type.getModifiers().contains(Modifier.ABSTRACT)) {
      return false;
    }
    List<ExecutableElement> all = new ArrayList<>();
    collect(type, all, new HashSet<>());
    return all.stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .anyMatch(method -> all.stream().noneMatch(other -> implementsIn(type, other, method)));
  }

  private void collect(
      TypeElement type, List<ExecutableElement> methods, Set<TypeElement> visited) {
    if (!visited.add(type)) {
      return;
    }
    methods.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
    for (TypeMirror ancestor : types.directSupertypes(type.asType())) {
      if (types.asElement(ancestor) instanceof TypeElement element) {
        collect(element, methods, visited);
      }
    }
  }

  /**
   * Whether {@code body} is what {@code type} has for the abstract {@code method}: a method of a
   * class implements those of interfaces anywhere, and those of classes above it; a default method
   * those of interfaces above it.
   */
  private boolean implementsIn(TypeElement type, ExecutableElement body, ExecutableElement method) {
    if (body.getModifiers().contains(Modifier.ABSTRACT)
        || !elements.overrides(body, method, type)
        || !(method.getEnclosingElement() instanceof TypeElement above)
        || !(body.getEnclosingElement() instanceof TypeElement below)) {
      return false;
    }
    boolean mayBeUnrelated = above.getKind().isInterface() && below.getKind().isClass();
    return mayBeUnrelated
        || types.isSubtype(types.erasure(below.asType()), types.erasure(above.asType()));
  }
}
