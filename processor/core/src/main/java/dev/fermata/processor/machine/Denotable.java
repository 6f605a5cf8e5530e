package dev.fermata.processor.machine;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.LiftedClasses;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Supertypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  private final StandIns standIns;
  private final Intersections intersections;
  private final LiftedClasses lifted;
  private final Function<LiftedClass, List<TypeVariableName>> scopeVariables;
  private final Map<Element, String> renamed;

  /**
   * @param standIns what stands for classes without a name here
   * @param intersections what stands for types of several parts
   * @param lifted the classes of the body that are members of the generated class
   * @param scopeVariables the type variables of the scope of such a class
   */
  Denotable(
      Types types,
      StandIns standIns,
      Intersections intersections,
      LiftedClasses lifted,
      Function<LiftedClass, List<TypeVariableName>> scopeVariables) {
    this(types, standIns, intersections, lifted, scopeVariables, Map.of());
  }

  private Denotable(
      Types types,
      StandIns standIns,
      Intersections intersections,
      LiftedClasses lifted,
      Function<LiftedClass, List<TypeVariableName>> scopeVariables,
      Map<Element, String> renamed) {
    this.types = types;
    this.standIns = standIns;
    this.intersections = intersections;
    this.lifted = lifted;
    this.scopeVariables = scopeVariables;
    this.renamed = renamed;
  }

  /** For types outside of bodies. */
  static Denotable outsideBodies(Types types, StandIns standIns) {
    return renaming(types, standIns, Map.of());
  }

  /** For types outside of bodies, with other names for type variables. */
  static Denotable renaming(Types types, StandIns standIns, Map<Element, String> renamed) {
    return new Denotable(
        types,
        standIns,
        Intersections.none(types, standIns),
        new LiftedClasses(),
        none -> List.of(),
        renamed);
  }

  /** The type of a local for its declaration. */
  TypeName name(Local local) {
    return local.scopeOf() == null ? name(local.type()) : scope(local.scopeOf());
  }

  /** A lifted class as a type; its type arguments, if it has parameters, follow. */
  CodeBlock lifted(LiftedClass type) {
    return type.instances()
        ? CodeBlock.of("$T.$L", scope(type), type.name())
        : CodeBlock.of("$T", className(type.type()));
  }

  /** The scope of a lifted class. */
  TypeName scope(LiftedClass type) {
    ClassName raw = ClassName.get("", type.scopeName());
    List<TypeVariableName> typeVariables = scopeVariables.apply(type);
    return typeVariables.isEmpty()
        ? raw
        : ParameterizedTypeName.get(raw, typeVariables.toArray(new TypeName[0]));
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
      return ArrayTypeName.of(part(array.getComponentType(), depth));
    }
    if (type instanceof TypeVariable variable) {
      return Supertypes.isCaptured(variable)
          ? name(variable.getUpperBound(), depth + 1)
          : TypeVariableName.get(variableName(variable.asElement()));
    }
    if (type instanceof IntersectionType intersection) {
      return name(first(intersection), depth);
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

  /** The part by which an intersection goes: a hidden one says most. */
  private TypeMirror first(IntersectionType type) {
    List<TypeMirror> parts = parts(type);
    return parts.stream()
        .filter(bound -> standIns.hidden().isHidden(types.asElement(bound)))
        .findFirst()
        .orElse(parts.get(0));
  }

  /**
   * The parts of an intersection that have names; a class that has none goes by what it extends.
   */
  List<TypeMirror> parts(IntersectionType type) {
    List<TypeMirror> parts = new ArrayList<>();
    for (TypeMirror bound : type.getBounds()) {
      boolean isNamed =
          !(types.asElement(bound) instanceof TypeElement element)
              || !standIns.hidden().isElsewhere(element);
      if (isNamed) {
        parts.add(bound);
      } else {
        types.directSupertypes(bound).stream()
            .filter(parent -> !name(parent).equals(ClassName.OBJECT))
            .forEach(parts::add);
      }
    }
    return parts.isEmpty() ? List.copyOf(type.getBounds()) : parts;
  }

  private String variableName(Element variable) {
    return renamed.getOrDefault(variable, variable.getSimpleName().toString());
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
    if (standIns.hidden().isHidden(element)) {
      return TypeVariableName.get(standIns.name(element));
    }
    if (standIns.hidden().isElsewhere(element)) {
      return depth > 3 ? ClassName.OBJECT : name(types.directSupertypes(type).get(0), depth + 1);
    }
    if (lifted.of(element) == null && element.getNestingKind() == NestingKind.ANONYMOUS) {
      List<? extends TypeMirror> interfaces = element.getInterfaces();
      return name(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0), depth);
    }
    LiftedClass member = lifted.of(element);
    if (member != null
        && member.instances()
        && scope(member) instanceof ParameterizedTypeName generic) {
      List<TypeName> inner = new ArrayList<>();
      type.getTypeArguments().forEach(argument -> inner.add(argument(argument, depth)));
      return generic.nestedClass(member.name(), inner);
    }
    ClassName raw = className(element);
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    List<TypeName> names = new ArrayList<>();
    for (TypeMirror argument : arguments) {
      names.add(argument(argument, depth));
    }
    // To javac, the class around a body encloses the local classes of that body too.
    boolean isMember = element.getNestingKind() == NestingKind.MEMBER;
    TypeMirror outer = isMember ? type.getEnclosingType() : types.getNoType(TypeKind.NONE);
    if (outer instanceof DeclaredType
        && name(outer, depth) instanceof ParameterizedTypeName generic) {
      return generic.nestedClass(element.getSimpleName().toString(), names);
    }
    return names.isEmpty() ? raw : ParameterizedTypeName.get(raw, names.toArray(new TypeName[0]));
  }

  private TypeName argument(TypeMirror argument, int depth) {
    if (argument instanceof WildcardType wildcard) {
      if (wildcard.getSuperBound() != null) {
        return WildcardTypeName.supertypeOf(part(wildcard.getSuperBound(), depth));
      }
      return wildcard.getExtendsBound() == null
          ? WildcardTypeName.subtypeOf(ClassName.OBJECT)
          : WildcardTypeName.subtypeOf(part(wildcard.getExtendsBound(), depth));
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
    return hasNoName(argument)
        ? WildcardTypeName.subtypeOf(name(argument, depth))
        : part(argument, depth);
  }

  /** The name of a type that is a part of another one, or is handed on to such a part. */
  TypeName part(TypeMirror type) {
    return part(type, 0);
  }

  private TypeName part(TypeMirror type, int depth) {
    String name = type instanceof IntersectionType several ? intersections.name(several) : null;
    return name == null ? name(type, depth) : TypeVariableName.get(name);
  }

  private boolean isNamed(TypeMirror type) {
    return type instanceof IntersectionType several && intersections.name(several) != null;
  }

  /** The name of a class; a local one has no package, a lifted one is a member of its scope. */
  ClassName className(TypeElement element) {
    LiftedClass member = lifted.of(element);
    if (member != null) {
      return ClassName.get("", member.scopeName(), member.name());
    }
    if (!HiddenTypes.isLocal(element)) {
      return standIns
          .hidden()
          .qualifier(element)
          .map(through -> className(through).nestedClass(element.getSimpleName().toString()))
          .orElseGet(() -> ClassName.get(element));
    }
    String name = element.getSimpleName().toString();
    return element.getEnclosingElement() instanceof TypeElement outer
        ? className(outer).nestedClass(name)
        : ClassName.get("", name);
  }

  /**
   * Whether a type, or a part of it, can only be written as another one that is wider (JLS 4.10.5).
   */
  private boolean hasNoName(TypeMirror type) {
    if (type instanceof IntersectionType) {
      return !isNamed(type);
    }
    if (type instanceof ArrayType array) {
      return hasNoName(array.getComponentType());
    }
    if (type instanceof TypeVariable variable) {
      return Supertypes.isCaptured(variable);
    }
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    TypeElement element = (TypeElement) declared.asElement();
    return (element.getNestingKind() == NestingKind.ANONYMOUS && lifted.of(element) == null)
        || declared.getTypeArguments().stream().anyMatch(this::hasNoName)
        || hasNoName(declared.getEnclosingType());
  }
}
