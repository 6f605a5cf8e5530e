package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.TakenStems;
import dev.fermata.processor.writing.Members;
import dev.fermata.processor.writing.NamesInScope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The accessors of one generated class: constant handles, which the JIT folds away, and small typed
 * methods around them.
 *
 * <pre>{@code
 * private static final VarHandle COUNT$FIELD = Access.field(lookup(), Crawler.class, "count", int.class);
 *
 * private static int count$get(Crawler self) {
 *   return (int) COUNT$FIELD.get(self);
 * }
 * }</pre>
 */
final class Handles {
  private final TypeElement owner;
  private final NamesInScope scope;
  private final ClassLiterals classes;
  private final FieldAccessors fieldAccessors;
  private final FieldUpdates fieldUpdates;
  private final CallAccessors callAccessors;
  private final Map<String, FieldSpec> constants = new LinkedHashMap<>();
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();
  private final Map<String, TypeSpec.Builder> types = new LinkedHashMap<>();
  private final Map<Object, String> stems = new HashMap<>();
  private final Map<Object, String> handles = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final TakenStems taken;

  Handles(
      Types types, Elements elements, TypeElement owner, NamesInScope scope, StandIns standIns) {
    this.owner = owner;
    this.scope = scope;
    this.taken = new TakenStems(elements, owner);
    this.classes = new ClassLiterals(this, types, elements, standIns);
    this.fieldAccessors = new FieldAccessors(this, types, standIns);
    this.fieldUpdates = new FieldUpdates(this, fieldAccessors, types, standIns);
    this.callAccessors = new CallAccessors(this, types, standIns);
  }

  /** Constants of classes. */
  ClassLiterals classes() {
    return classes;
  }

  /** The user's names that are in scope. */
  NamesInScope scope() {
    return scope;
  }

  /** The constant that says whether assertions are enabled for the user's class. */
  CodeBlock assertionsEnabled() {
    Element outermost = owner;
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    CodeBlock value =
        CodeBlock.of("$T.class.desiredAssertionStatus()", ClassName.get((TypeElement) outermost));
    return CodeBlock.of(
        "$L", constant("assertions", boolean.class, "assertions", "$ENABLED", value));
  }

  /** Those of fields. */
  FieldAccessors fields() {
    return fieldAccessors;
  }

  /** Those that calculate with fields. */
  FieldUpdates updates() {
    return fieldUpdates;
  }

  /** Those of methods and constructors. */
  CallAccessors calls() {
    return callAccessors;
  }

  Members members() {
    return new Members(
        List.copyOf(constants.values()),
        List.copyOf(methods.values()),
        types.values().stream().map(TypeSpec.Builder::build).toList(),
        List.of());
  }

  /** The name of the method that takes any value, and gives what static accessors are named by. */
  String evaluated(ClassName generated) {
    return method(
        "evaluated$",
        () ->
            MethodSpec.methodBuilder("evaluated$")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(any(generated))
                .addParameter(Object.class, "value")
                .addStatement("return null")
                .build());
  }

  private TypeName any(ClassName generated) {
    TypeName[] wildcards =
        owner.getTypeParameters().stream()
            .map(variable -> WildcardTypeName.subtypeOf(Object.class))
            .toArray(TypeName[]::new);
    return wildcards.length == 0 ? generated : ParameterizedTypeName.get(generated, wildcards);
  }

  /** Whether a class is initialised before the generated one is, as a superclass of it. */
  boolean isInitialized(TypeElement type) {
    TypeElement at = owner;
    while (at != null && !at.equals(type)) {
      at =
          at.getSuperclass() instanceof DeclaredType parent
              ? (TypeElement) parent.asElement()
              : null;
    }
    return at != null;
  }

  /** Adds a method unless it is there; gives its name. */
  String method(String name, Supplier<MethodSpec> method) {
    if (!methods.containsKey(name)) {
      methods.put(name, method.get());
    }
    return name;
  }

  /** A nested class, which is made unless it is there. */
  TypeSpec.Builder type(String name, Supplier<TypeSpec.Builder> type) {
    return types.computeIfAbsent(name, n -> type.get());
  }

  /**
   * The constant of a member; a number tells names apart that differ in case alone.
   *
   * @param value how it is found
   */
  String constant(Object member, Class<?> type, String stem, String suffix, CodeBlock value) {
    return constant(member, TypeName.get(type), stem, suffix, value);
  }

  /** The constant of a member. */
  String constant(Object member, TypeName type, String stem, String suffix, CodeBlock value) {
    String name = numbered(handles, member, AsyncMethod.constant(stem) + suffix);
    constants.computeIfAbsent(
        name,
        n ->
            FieldSpec.builder(type, n, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build());
    return name;
  }

  /** The beginning of the names for one member; a number tells overloads and namesakes apart. */
  String stem(Object member, String wanted) {
    return numbered(stems, member, wanted);
  }

  private String numbered(Map<Object, String> names, Object member, String wanted) {
    return names.computeIfAbsent(
        member,
        m -> {
          String name;
          do {
            int number = counts.merge(wanted, 1, Integer::sum);
            name = number == 1 ? wanted : wanted + "$" + number;
          } while (taken.by(name) || scope.contains(name));
          return name;
        });
  }
}
