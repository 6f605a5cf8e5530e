package dev.fermata.processor.machine;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.MethodTree;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.TypesInTree;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/**
 * Type variables that stand for {@link HiddenTypes hidden classes}, and are called like them, so
 * that the user's text stays as it is. A type variable is what Java has for a type of which no more
 * is known than what it extends.
 *
 * <pre>{@code
 * private record Point(int x, int y) {}   =>   private <Point extends Record> Object path$step(…)
 * private enum Op { ADD, SUB }            =>   <Op extends Enum<Op>>
 * private record Leaf() implements Node   =>   <Leaf extends Node, Node>, where Node is hidden too
 * }</pre>
 */
final class StandIns {
  private final Types types;
  private final HiddenTypes hidden;
  private final Map<Element, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  StandIns(Types types, TypeElement owner, HiddenTypes hidden) {
    this.types = types;
    this.hidden = hidden;
    for (Element at = owner; at instanceof TypeElement type; at = at.getEnclosingElement()) {
      type.getTypeParameters().forEach(this::take);
    }
    for (Element member : owner.getEnclosedElements()) {
      if (member instanceof Parameterizable generic) {
        generic.getTypeParameters().forEach(this::take);
      }
    }
  }

  private void take(Element variable) {
    taken.add(variable.getSimpleName().toString());
  }

  HiddenTypes hidden() {
    return hidden;
  }

  /** The type variable of a hidden class: its simple name, with a number where that is taken. */
  String name(Element type) {
    return names.computeIfAbsent(type, it -> free(it.getSimpleName().toString()));
  }

  /** A name for a type variable: the one that is wanted, with a number where that is taken. */
  String free(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "$" + i;
    }
    return name;
  }

  /** The hidden classes that types mention, with those in their bounds. */
  Set<TypeElement> in(Stream<? extends TypeMirror> mentioning) {
    Set<TypeElement> all = new LinkedHashSet<>();
    Deque<TypeElement> open = new ArrayDeque<>();
    mentioning.forEach(type -> open.addAll(hidden.in(type)));
    while (!open.isEmpty()) {
      TypeElement next = open.remove();
      if (all.add(next)) {
        bounds(next).stream().flatMap(List::stream).forEach(b -> open.addAll(hidden.in(b)));
      }
    }
    return all;
  }

  /** The hidden classes that a method mentions. */
  Set<TypeElement> of(Typed typed, MethodTree method) {
    if (!hidden.hasAny()) {
      return Set.of();
    }
    return in(TypesInTree.of(typed, method).stream());
  }

  /** The declarations of the type variables of hidden classes. */
  List<TypeVariableName> declarations(Collection<TypeElement> classes) {
    Denotable denotable = Denotable.outsideBodies(types, this);
    return classes.stream()
        .map(
            type ->
                TypeVariableName.get(
                    name(type),
                    bounds(type).orElse(List.of()).stream()
                        .map(denotable::name)
                        .toArray(TypeName[]::new)))
        .toList();
  }

  /**
   * What the variable of a class extends; absent where Java cannot say it: a variable that extends
   * another one extends nothing else (JLS 4.4), and it has no type arguments that it could hand on.
   */
  Optional<List<TypeMirror>> bounds(TypeElement type) {
    List<TypeMirror> parents =
        types.directSupertypes(type.asType()).stream()
            .filter(parent -> !isObject(parent))
            .map(TypeMirror.class::cast)
            .toList();
    List<TypeMirror> unnamed =
        parents.stream().filter(parent -> hidden.isHidden(types.asElement(parent))).toList();
    if (unnamed.isEmpty()) {
      boolean ofOwn = parents.stream().anyMatch(parent -> mentions(parent, type));
      return ofOwn ? Optional.empty() : Optional.of(parents);
    }
    boolean saysAll =
        parents.stream()
            .allMatch(parent -> isRecord(parent) || isSupertype(parent, unnamed.get(0)));
    return saysAll ? Optional.of(List.of(unnamed.get(0))) : Optional.empty();
  }

  /**
   * Whether a type mentions a type parameter of a class other than as an argument of a hidden one.
   */
  private boolean mentions(TypeMirror in, TypeElement type) {
    if (in instanceof TypeVariable variable) {
      return type.getTypeParameters().contains(variable.asElement());
    }
    if (in instanceof ArrayType array) {
      return mentions(array.getComponentType(), type);
    }
    return in instanceof DeclaredType declared
        && !hidden.isHidden(declared.asElement())
        && declared.getTypeArguments().stream().anyMatch(argument -> mentions(argument, type));
  }

  private boolean isSupertype(TypeMirror parent, TypeMirror of) {
    return types.isSubtype(types.erasure(of), types.erasure(parent));
  }

  private static boolean isObject(TypeMirror type) {
    return isNamed(type, "java.lang.Object");
  }

  /** What records inherit from their superclass are the methods of objects. */
  private static boolean isRecord(TypeMirror type) {
    return isNamed(type, "java.lang.Record");
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(name);
  }
}
