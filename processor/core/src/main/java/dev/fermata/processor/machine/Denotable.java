package dev.fermata.processor.machine;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.lowering.Supertypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Types as they can be written: a captured type becomes its bound or a wildcard, an intersection
 * its first part, an anonymous class what it extends.
 */
final class Denotable {
  private final Types types;
  private final Map<TypeElement, String> named = new HashMap<>();

  Denotable(Types types) {
    this.types = types;
  }

  /** Gives an anonymous class a name, which is known in the step method only. */
  void name(TypeElement type, String name) {
    named.put(type, name);
  }

  /** The name of a type for a declaration or a cast. */
  TypeName name(TypeMirror type) {
    return name(type, 0);
  }

  private TypeName name(TypeMirror type, int depth) {
    if (type.getKind().isPrimitive()) {
      return TypeName.get(type);
    }
    if (type instanceof UnionType union) {
      return name(common(union), depth);
    }
    if (type instanceof ArrayType array) {
      return ArrayTypeName.of(name(array.getComponentType(), depth));
    }
    if (type instanceof TypeVariable variable) {
      return Supertypes.isCaptured(variable)
          ? name(variable.getUpperBound(), depth + 1)
          : TypeVariableName.get(variable.asElement().getSimpleName().toString());
    }
    if (type instanceof IntersectionType intersection) {
      return name(intersection.getBounds().get(0), depth);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? ClassName.OBJECT
          : name(wildcard.getExtendsBound(), depth);
    }
    if (type instanceof DeclaredType declared) {
      return declared(declared, depth);
    }
    return type.getKind() == TypeKind.VOID ? ClassName.get(Void.class) : ClassName.OBJECT;
  }

  private TypeMirror common(UnionType union) {
    TypeMirror candidate = union.getAlternatives().get(0);
    while (!fits(union, candidate)) {
      candidate = types.directSupertypes(candidate).get(0);
    }
    return candidate;
  }

  private boolean fits(UnionType union, TypeMirror candidate) {
    return union.getAlternatives().stream().allMatch(t -> types.isSubtype(t, candidate));
  }

  private TypeName declared(DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    if (named.containsKey(element)) {
      return ClassName.get("", named.get(element));
    }
    if (element.getNestingKind() == NestingKind.ANONYMOUS) {
      List<? extends TypeMirror> interfaces = element.getInterfaces();
      return name(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0), depth);
    }
    ClassName raw = className(element);
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    TypeMirror outer = type.getEnclosingType();
    boolean genericOuter =
        outer instanceof DeclaredType enclosing && !enclosing.getTypeArguments().isEmpty();
    if (arguments.isEmpty() && !genericOuter) {
      return raw;
    }
    List<TypeName> names = new ArrayList<>();
    for (TypeMirror argument : arguments) {
      names.add(argument(argument, depth));
    }
    if (genericOuter && name(outer, depth) instanceof ParameterizedTypeName parameterized) {
      return parameterized.nestedClass(element.getSimpleName().toString(), names);
    }
    return ParameterizedTypeName.get(raw, names.toArray(new TypeName[0]));
  }

  private TypeName argument(TypeMirror argument, int depth) {
    if (argument instanceof WildcardType wildcard) {
      if (wildcard.getSuperBound() != null) {
        return WildcardTypeName.supertypeOf(name(wildcard.getSuperBound(), depth));
      }
      return wildcard.getExtendsBound() == null
          ? WildcardTypeName.subtypeOf(ClassName.OBJECT)
          : WildcardTypeName.subtypeOf(name(wildcard.getExtendsBound(), depth));
    }
    if (argument instanceof TypeVariable variable && Supertypes.isCaptured(variable)) {
      TypeMirror lower = variable.getLowerBound();
      if (lower.getKind() != TypeKind.NULL) {
        return WildcardTypeName.supertypeOf(name(lower, depth));
      }
      return depth > 3
          ? WildcardTypeName.subtypeOf(ClassName.OBJECT)
          : WildcardTypeName.subtypeOf(name(variable.getUpperBound(), depth + 1));
    }
    boolean unnamed = argument instanceof IntersectionType || isAnonymous(argument);
    return unnamed ? WildcardTypeName.subtypeOf(name(argument, depth)) : name(argument, depth);
  }

  /** The name of a class; a local one has no package. */
  static ClassName className(TypeElement element) {
    return isLocal(element)
        ? ClassName.get("", element.getSimpleName().toString())
        : ClassName.get(element);
  }

  private static boolean isAnonymous(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getNestingKind() == NestingKind.ANONYMOUS;
  }

  /** Whether a class is declared in a body, or inside one that is. */
  static boolean isLocal(TypeElement element) {
    for (Element at = element; at instanceof TypeElement type; at = at.getEnclosingElement()) {
      if (type.getNestingKind() == NestingKind.LOCAL
          || type.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type mentions a class that has a name in the body only. */
  boolean isLocal(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isLocal(array.getComponentType());
    }
    if (type instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      boolean hasName = named.containsKey(element) || (!isAnonymous(type) && isLocal(element));
      return hasName || declared.getTypeArguments().stream().anyMatch(this::isLocal);
    }
    return type instanceof WildcardType wildcard
        && wildcard.getExtendsBound() != null
        && isLocal(wildcard.getExtendsBound());
  }
}
