package dev.fermata.processor.graph;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;

/** The classes and the type variables that have to be named to write a type. */
public final class MentionedTypes {
  private final Set<Element> found = new LinkedHashSet<>();
  private final Set<TypeVariable> seen = new LinkedHashSet<>();

  private MentionedTypes() {}

  /** The classes that a type mentions, in the order of their mention. */
  public static Set<Element> in(TypeMirror type) {
    MentionedTypes types = new MentionedTypes();
    types.collect(type);
    return types.found;
  }

  /** The type variables that a type mentions, with those in their bounds. */
  public static Set<Element> variablesIn(TypeMirror type) {
    MentionedTypes types = new MentionedTypes();
    types.collect(type);
    return types.seen.stream().map(TypeVariable::asElement).collect(toSet());
  }

  private void collect(TypeMirror type) {
    if (type instanceof ArrayType array) {
      collect(array.getComponentType());
    } else if (type instanceof IntersectionType intersection) {
      // To javac, it is a declared type too.
      intersection.getBounds().forEach(this::collect);
    } else if (type instanceof DeclaredType declared) {
      found.add(declared.asElement());
      collect(declared.getEnclosingType());
      declared.getTypeArguments().forEach(this::collect);
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        collect(wildcard.getExtendsBound());
      }
      if (wildcard.getSuperBound() != null) {
        collect(wildcard.getSuperBound());
      }
    } else if (type instanceof UnionType union) {
      union.getAlternatives().forEach(this::collect);
    } else if (type instanceof TypeVariable variable && seen.add(variable)) {
      collect(variable.getUpperBound());
      collect(variable.getLowerBound());
    }
  }
}
