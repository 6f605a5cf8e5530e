package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The types of a method or constructor that is reached, as its accessor has them. */
final class Signature {
  private final Types types;
  private final Reach reach;
  private final ExecutableElement declared;
  private final ExecutableType seen;
  private final TypeScope scope;

  Signature(Types types, Reach reach) {
    this.types = types;
    this.reach = reach;
    this.declared = (ExecutableElement) reach.member();
    this.seen = (ExecutableType) types.asMemberOf((DeclaredType) reach.caller().asType(), declared);
    this.scope =
        reach.isStatic()
            ? TypeScope.ofStatic(types, declared.getTypeParameters())
            : TypeScope.of(types, reach.caller(), declared.getTypeParameters());
  }

  Reach reach() {
    return reach;
  }

  ExecutableElement declared() {
    return declared;
  }

  TypeScope scope() {
    return scope;
  }

  boolean creates() {
    return declared.getKind() == ElementKind.CONSTRUCTOR;
  }

  String name() {
    return (creates() ? reach.caller() : declared).getSimpleName().toString();
  }

  String suffix() {
    if (creates()) {
      return "$new";
    }
    return reach.isSuper() ? "$super" : "$call";
  }

  /** The method of {@link dev.fermata.processor.model.RuntimeNames#ACCESS} that finds it. */
  String kind() {
    if (creates()) {
      return "constructor";
    }
    if (reach.isSuper()) {
      return "superMethod";
    }
    return reach.isStatic() ? "staticMethod" : "method";
  }

  /** The type of the first argument: the receiver, or the instance around one that is made. */
  @Nullable TypeMirror instance() {
    if (!creates()) {
      return reach.isStatic() ? null : reach.caller().asType();
    }
    return isInner(reach.caller())
        ? requireNonNull(reach.caller().getEnclosingElement()).asType()
        : null;
  }

  /** Whether instances of a class have an instance of the class around it. */
  static boolean isInner(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  List<? extends TypeMirror> parameters() {
    return seen.getParameterTypes();
  }

  /** What is thrown; for a private class the first ancestor that has a name. */
  List<TypeMirror> thrown() {
    return seen.getThrownTypes().stream().map(this::nameable).toList();
  }

  private TypeMirror nameable(TypeMirror thrown) {
    TypeMirror type = thrown;
    while (Nameability.hidden(type) != null) {
      type = types.directSupertypes(type).get(0);
    }
    return type;
  }

  boolean hasResult() {
    return creates() || seen.getReturnType().getKind() != TypeKind.VOID;
  }

  TypeName result() {
    return scope.name(creates() ? reach.caller().asType() : seen.getReturnType());
  }
}
