package dev.fermata.processor.machine;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What would have to extend a hidden class, or implement a method that says one: no {@link StandIns
 * type variable} is extended, and none takes part in overriding.
 *
 * <p>In: a class, lambda or method reference of the body. Out: nothing, or an error at it.
 */
final class StandInSubclasses {
  private final StandInRefusals refusals;

  StandInSubclasses(StandInRefusals refusals) {
    this.refusals = refusals;
  }

  private Typed typed() {
    return refusals.typed();
  }

  private StandIns standIns() {
    return refusals.standIns();
  }

  /** Checks a lambda or method reference. */
  void function(ExpressionTree tree) {
    TypeMirror wanted = typed().type(tree);
    if (refusals.isHidden(wanted)) {
      throw refusals.refusal(
          tree, ((DeclaredType) wanted).asElement(), "no lambda becomes what has no name");
    }
    if (wanted instanceof DeclaredType declared) {
      for (ExecutableElement method :
          ElementFilter.methodsIn(declared.asElement().getEnclosedElements())) {
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
          overridable(tree, method);
        }
      }
    }
  }

  private void overridable(Tree tree, ExecutableElement method) {
    Optional<TypeElement> hidden =
        method.getParameters().stream()
            .flatMap(parameter -> standIns().hidden().in(parameter.asType()).stream())
            .findFirst()
            .or(() -> standIns().hidden().in(method.getReturnType()).stream().findFirst());
    if (hidden.isPresent()) {
      throw refusals.refusal(
          tree, hidden.get(), method.getSimpleName() + " cannot be implemented without its name");
    }
  }

  /** Checks a class of the body, at its declaration or creation. */
  void parents(Tree tree, TypeElement type) {
    for (TypeMirror parent : typed().types().directSupertypes(type.asType())) {
      if (refusals.isHidden(parent)) {
        throw refusals.refusal(
            tree,
            ((DeclaredType) parent).asElement(),
            "no class in the generated subclass can extend it");
      }
    }
    for (ExecutableElement method :
        ElementFilter.methodsIn(typed().elements().getAllMembers(type))) {
      boolean inherited =
          method.getModifiers().contains(Modifier.ABSTRACT)
              && method.getEnclosingElement() instanceof TypeElement declaring
              && !HiddenTypes.isLocal(declaring);
      if (inherited) {
        overridable(tree, method);
      }
    }
    for (ExecutableElement own : ElementFilter.methodsIn(type.getEnclosedElements())) {
      overridden(tree, own, type);
    }
  }

  private void overridden(Tree tree, ExecutableElement own, TypeElement type) {
    for (TypeMirror parent : typed().types().directSupertypes(type.asType())) {
      Element element = typed().types().asElement(parent);
      if (element instanceof TypeElement declaring) {
        for (ExecutableElement method :
            ElementFilter.methodsIn(typed().elements().getAllMembers(declaring))) {
          if (method.getSimpleName().equals(own.getSimpleName())
              && typed().elements().overrides(own, method, type)) {
            overridable(tree, method);
          }
        }
      }
    }
  }
}
