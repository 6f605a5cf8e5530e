package dev.fermata.processor.discovery;

import com.palantir.javapoet.ClassName;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** {@code AsyncOwner}: the class can be extended from its own package. */
final class OwnerRule {
  private final Nameability nameability;

  OwnerRule(Nameability nameability) {
    this.nameability = nameability;
  }

  /** Why {@code type} cannot be extended, and what to do about it. */
  Optional<String> problem(TypeElement type) {
    return ofKind(type)
        .or(() -> ofSuperclass(type))
        .or(() -> ofPlace(type))
        .or(() -> ofModifiers(type))
        .or(() -> ofConstructors(type))
        .or(() -> ofBounds(type));
  }

  private static Optional<String> ofKind(TypeElement type) {
    return switch (type.getKind()) {
      case CLASS -> Optional.empty();
      case RECORD ->
          Optional.of("is a record, which cannot be extended; move its @Async methods to a class");
      case ENUM ->
          Optional.of("is an enum, which cannot be extended; move its @Async methods to a class");
      default ->
          Optional.of("is an interface; move its @Async methods to a class that implements it");
    };
  }

  private static Optional<String> ofSuperclass(TypeElement type) {
    ClassName generated = AsyncOwner.generatedNameOf(type);
    PromisedTypes own = new PromisedTypes(Set.of(generated.canonicalName()));
    return type.getSuperclass() instanceof ErrorType missing
            && own.named(missing, generated.packageName()).isPresent()
        ? Optional.of(
            "extends %s, which is generated to extend it; let it extend another class"
                .formatted(generated.simpleName()))
        : Optional.empty();
  }

  private static Optional<String> ofPlace(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(
            at.equals(type)
                ? "is private, so nothing outside can extend it; drop private"
                : "is nested in the private %s, so nothing outside can extend it; drop private there"
                    .formatted(at.getSimpleName()));
      }
    }
    if (type.getEnclosingElement() instanceof TypeElement outer
        && !type.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of(
          "is an inner class, whose instances belong to one of %s; make it static"
              .formatted(outer.getSimpleName()));
    }
    return Optional.empty();
  }

  private static Optional<String> ofModifiers(TypeElement type) {
    if (type.getModifiers().contains(Modifier.FINAL)) {
      return LombokAnnotations.on(type, List.of("Value"))
          .map(name -> "is made final by @%s; add @NonFinal".formatted(name))
          .or(
              () ->
                  LombokAnnotations.on(type, List.of("experimental.UtilityClass"))
                      .map(name -> "is made final by @UtilityClass; drop @UtilityClass"))
          .or(() -> Optional.of("is final; drop final"));
    }
    if (type.getModifiers().contains(Modifier.SEALED) && !permitsGenerated(type)) {
      return Optional.of(
          "is sealed; add %s to its permits clause"
              .formatted(AsyncOwner.generatedNameOf(type).simpleName()));
    }
    return Optional.empty();
  }

  /** By its name, for as long as it is not generated it has no other symbol. */
  private static boolean permitsGenerated(TypeElement type) {
    String generated = AsyncOwner.generatedNameOf(type).simpleName();
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      if (((DeclaredType) permitted).asElement().getSimpleName().contentEquals(generated)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> ofConstructors(TypeElement type) {
    var constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
    if (constructors.stream()
        .allMatch(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE))) {
      return Optional.of("has private constructors only; make one package-private");
    }
    if (constructors.stream()
        .noneMatch(
            constructor ->
                !constructor.getModifiers().contains(Modifier.PRIVATE)
                    && nameability.canRepeat(constructor, type))) {
      return Optional.of(
          "has no constructor whose types are visible outside of it; make them package-private");
    }
    return Optional.empty();
  }

  private Optional<String> ofBounds(TypeElement type) {
    return nameability.canNameBounds(type.getTypeParameters(), type)
        ? Optional.empty()
        : Optional.of(
            "has a type parameter that is bounded by a private type; make that package-private");
  }
}
