package dev.fermata.processor.checks;

import dev.fermata.processor.discovery.Discovery;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.model.BodyKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The classes with {@code @Async} methods, for which there is a generated class. */
final class Owners {
  private static final String PLATFORM = "java.";

  private final Elements elements;
  private final Map<TypeElement, Optional<Owner>> known = new HashMap<>();

  Owners(Elements elements) {
    this.elements = elements;
  }

  /**
   * A class and its {@code @Async} methods.
   *
   * @param type the class of the user
   * @param generated the simple name of the class to use instead
   * @param methods those that are called on an instance
   */
  record Owner(TypeElement type, String generated, List<ExecutableElement> methods) {
    /** The simple name of the user's class. */
    String name() {
      return type.getSimpleName().toString();
    }
  }

  /** The owner that a type is. */
  Optional<Owner> of(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
        ? of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  /** The owner that a class is. */
  Optional<Owner> of(TypeElement type) {
    Optional<Owner> owner = known.get(type);
    if (owner == null) {
      owner = isOfPlatform(type) ? Optional.empty() : find(type);
      known.put(type, owner);
    }
    return owner;
  }

  /** The methods of an owner that this subclass leaves as they are. */
  List<ExecutableElement> left(Owner owner, TypeElement subclass) {
    List<ExecutableElement> own = ElementFilter.methodsIn(subclass.getEnclosedElements());
    return owner.methods().stream()
        .filter(
            method -> own.stream().noneMatch(other -> elements.overrides(other, method, subclass)))
        .toList();
  }

  private static boolean isOfPlatform(TypeElement type) {
    return type.getQualifiedName().toString().startsWith(PLATFORM);
  }

  private Optional<Owner> find(TypeElement type) {
    List<ExecutableElement> all =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(Owners::isTransformed)
            .toList();
    return all.isEmpty() || isInCode(type) || !areGenerated(all, type)
        ? Optional.empty()
        : Optional.of(
            new Owner(
                type,
                AsyncOwner.generatedNameOf(type).simpleName(),
                all.stream().filter(it -> !it.getModifiers().contains(Modifier.STATIC)).toList()));
  }

  /** Whether something between the class and its package is no class. */
  private static boolean isInCode(TypeElement type) {
    return switch (type.getNestingKind()) {
      case TOP_LEVEL -> false;
      case MEMBER -> type.getEnclosingElement() instanceof TypeElement outer && isInCode(outer);
      case LOCAL, ANONYMOUS -> true;
    };
  }

  /** Where a body has errors of the user, the generated class may lack methods. */
  private boolean areGenerated(List<ExecutableElement> methods, TypeElement owner) {
    TypeElement generated =
        elements.getTypeElement(
            elements.getModuleOf(owner), AsyncOwner.generatedNameOf(owner).canonicalName());
    return generated != null
        && names(ElementFilter.methodsIn(generated.getEnclosedElements()))
            .containsAll(names(methods));
  }

  private static Set<Name> names(List<ExecutableElement> methods) {
    return methods.stream().map(ExecutableElement::getSimpleName).collect(Collectors.toSet());
  }

  /** Whether it is an {@code @Async} method as there may be one. */
  private static boolean isTransformed(ExecutableElement method) {
    return Discovery.isAsync(method)
        && method.getReturnType() instanceof DeclaredType type
        && BodyKind.ofReturnType((TypeElement) type.asElement()).isPresent();
  }
}
