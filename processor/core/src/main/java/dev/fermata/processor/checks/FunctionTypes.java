package dev.fermata.processor.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The one method that a functional interface asks for. */
final class FunctionTypes {
  private final Elements elements;
  private final Map<TypeElement, Optional<ExecutableElement>> known = new HashMap<>();

  FunctionTypes(Elements elements) {
    this.elements = elements;
  }

  /** The method of this type, if it is a functional interface. */
  Optional<ExecutableElement> methodOf(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
        ? methodOf((TypeElement) declared.asElement())
        : Optional.empty();
  }

  /** The method of this type, if it is a functional interface. */
  Optional<ExecutableElement> methodOf(TypeElement type) {
    Optional<ExecutableElement> method = known.get(type);
    if (method == null) {
      method = type.getKind() == ElementKind.INTERFACE ? find(type) : Optional.empty();
      known.put(type, method);
    }
    return method;
  }

  /** Where one overrides another, either will do: they have the same parameters. */
  private Optional<ExecutableElement> find(TypeElement type) {
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .filter(method -> !isOfObject(method))
            .toList();
    boolean isOne =
        methods.stream()
                .map(method -> method.getSimpleName() + " " + method.getParameters().size())
                .distinct()
                .count()
            == 1;
    return isOne ? Optional.of(methods.get(0)) : Optional.empty();
  }

  private static boolean isOfObject(ExecutableElement method) {
    int parameters = method.getParameters().size();
    return switch (method.getSimpleName().toString()) {
      case "equals" -> parameters == 1;
      case "hashCode", "toString" -> parameters == 0;
      default -> false;
    };
  }
}
