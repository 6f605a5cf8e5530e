package dev.fermata.processor.machine;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The type variables of an accessor: those that stand for hidden classes, those of the class of its
 * first argument and of all classes around that, and the member's own. One that hides another where
 * it is declared gets a number here, where all stand side by side.
 *
 * <pre>{@code
 * class Tree<T> { class Node { private <T> T visit(Visitor<T> v) } }
 *
 * private static <T, T$2> T$2 visit$call(Tree<T>.Node self, Visitor<T$2> argument1)
 * }</pre>
 */
final class TypeScope {
  private final Map<Element, String> names = new LinkedHashMap<>();
  private final List<TypeParameterElement> ofClass = new ArrayList<>();
  private final List<TypeParameterElement> own;
  private final StandIns standIns;
  private final Set<TypeElement> hidden;
  private final Denotable denotable;

  private TypeScope(
      Types types,
      StandIns standIns,
      Set<TypeElement> hidden,
      List<TypeParameterElement> ofClass,
      List<? extends TypeParameterElement> own) {
    this.standIns = standIns;
    this.hidden = hidden;
    this.ofClass.addAll(ofClass);
    this.own = List.copyOf(own);
    Set<String> taken = new HashSet<>();
    hidden.forEach(type -> taken.add(standIns.name(type)));
    ofClass.forEach(variable -> name(variable, taken));
    own.forEach(variable -> name(variable, taken));
    this.denotable = Denotable.renaming(types, standIns, names);
  }

  /**
   * The scope of what takes an instance of {@code type}, or makes one.
   *
   * @param mentioned the types that have to be written in it
   */
  static TypeScope of(
      Types types,
      StandIns standIns,
      TypeElement type,
      List<? extends TypeParameterElement> own,
      List<? extends TypeMirror> mentioned) {
    Set<TypeElement> hidden =
        standIns.in(Stream.concat(Stream.of(type.asType()), mentioned.stream()));
    return new TypeScope(types, standIns, hidden, around(type), own);
  }

  /** The scope of what is static. */
  static TypeScope ofStatic(
      Types types,
      StandIns standIns,
      List<? extends TypeParameterElement> own,
      List<? extends TypeMirror> mentioned) {
    return new TypeScope(types, standIns, standIns.in(mentioned.stream()), List.of(), own);
  }

  /** The type variables that a class may use, those of the outermost first. */
  private static List<TypeParameterElement> around(TypeElement type) {
    Deque<TypeElement> classes = new ArrayDeque<>();
    Element at = type;
    while (at instanceof TypeElement outer) {
      classes.push(outer);
      at = outer.getModifiers().contains(Modifier.STATIC) ? null : outer.getEnclosingElement();
    }
    List<TypeParameterElement> variables = new ArrayList<>();
    classes.forEach(outer -> variables.addAll(outer.getTypeParameters()));
    return variables;
  }

  private void name(TypeParameterElement variable, Set<String> taken) {
    String wanted = variable.getSimpleName().toString();
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "$" + i;
    }
    names.put(variable, name);
  }

  /** Those that stand for hidden classes, and those of the class. */
  List<TypeVariableName> ofClass() {
    return Stream.concat(
            standIns.declarations(hidden).stream(), ofClass.stream().map(this::declaration))
        .toList();
  }

  /** The hidden classes for which there are variables. */
  Set<TypeElement> hidden() {
    return hidden;
  }

  /** The variables that stand for hidden classes, as arguments where these stand for them too. */
  List<TypeName> hiddenArguments() {
    return hidden.stream()
        .map(type -> (TypeName) TypeVariableName.get(standIns.name(type)))
        .toList();
  }

  /** Whether the class of the first argument has type variables. */
  boolean isOfGeneric() {
    return !ofClass.isEmpty();
  }

  /** Those of the member. */
  List<TypeVariableName> own() {
    return own.stream().map(this::declaration).toList();
  }

  private TypeVariableName declaration(TypeParameterElement variable) {
    return TypeVariableName.get(
        names.get(variable),
        variable.getBounds().stream().map(this::name).toArray(TypeName[]::new));
  }

  /** The name of a type in this scope. */
  TypeName name(TypeMirror type) {
    return denotable.name(type);
  }
}
