package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.lowering.Unboxing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Accessors that calculate with fields.
 *
 * <pre>{@code
 * count$postIncrement(self)   new count$Update(self).apply(5)
 * }</pre>
 *
 * <p>Nothing can be calculated with a value of a type variable: where the field of a generic class
 * has the type {@code T}, there is an accessor for what {@code T} is where the user calculates.
 */
final class FieldUpdates {
  private final Handles handles;
  private final FieldAccessors fields;
  private final Types types;
  private final StandIns standIns;
  private final Set<String> updaters = new HashSet<>();

  FieldUpdates(Handles handles, FieldAccessors fields, Types types, StandIns standIns) {
    this.handles = handles;
    this.fields = fields;
    this.types = types;
    this.standIns = standIns;
  }

  /**
   * A field and its type.
   *
   * @param stem of the names of its accessors
   * @param scope of its types; without variables where the instance is raw
   * @param instance the type of the first argument
   */
  private record Target(
      Reach field, String stem, TypeScope scope, TypeName instance, TypeMirror mirror) {

    TypeName type() {
      return scope.name(mirror);
    }

    boolean isGeneric() {
      return !scope.ofClass().isEmpty();
    }

    CodeBlock self(String after) {
      return CodeBlock.of("$L", field.isStatic() ? "" : "self" + after);
    }
  }

  /**
   * @param used the type that the field has where it is used
   */
  private Target target(Reach field, TypeMirror used) {
    TypeScope scope = fields.scope(field);
    TypeMirror own = fields.mirror(field);
    if (own.getKind() != TypeKind.TYPEVAR) {
      TypeName instance = scope.name(field.caller().asType());
      return new Target(field, fields.stem(field), scope, instance, own);
    }
    TypeMirror instance = types.erasure(field.caller().asType());
    TypeScope none = TypeScope.ofStatic(types, standIns, List.of(), List.of(used, instance));
    return new Target(
        field,
        handles.stem(List.of(field, none.name(used)), field.member().getSimpleName().toString()),
        none,
        none.name(instance),
        used);
  }

  /**
   * The name of the method that increments or decrements a field.
   *
   * @param wantsOld whether it gives the value before, as the postfix operators do
   */
  String stepper(Reach field, TypeMirror used, boolean up, boolean wantsOld) {
    String get = fields.getter(field);
    String set = fields.setter(field);
    Target target = target(field, used);
    String name = target.stem() + (wantsOld ? "$post" : "$pre") + (up ? "Increment" : "Decrement");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariables(target.scope().ofClass())
            .returns(target.type());
    if (!field.isStatic()) {
      method.addParameter(target.instance(), "self");
    }
    return handles.method(
        name,
        () ->
            method
                .addStatement("$T old = $L", target.type(), read(target, get))
                .addStatement(
                    "$T next = ($T) (old $L 1)",
                    target.type(),
                    primitive(target.mirror()),
                    up ? "+" : "-")
                .addStatement("$L($Lnext)", set, target.self(", "))
                .addStatement("return $L", wantsOld ? "old" : "next")
                .build());
  }

  private CodeBlock read(Target target, String get) {
    return CodeBlock.of("$L$L($L)", cast(target), get, target.self(""));
  }

  /** What a raw instance has and gives is no more than an object. */
  private CodeBlock cast(Target target) {
    return fields.mirror(target.field()).getKind() == TypeKind.TYPEVAR
        ? CodeBlock.of("($T) ", target.type())
        : CodeBlock.of("");
  }

  /**
   * What makes an instance of the class that holds the old value of a field while the right side is
   * evaluated, up to its argument: {@code new count$Update}.
   *
   * @param before what stands before it, as of a static member that is named through an expression
   */
  CodeBlock update(Reach field, TypeMirror used, CodeBlock before) {
    Target target = target(field, used);
    holder(target);
    String name = target.stem() + "$Update";
    if (before.isEmpty()) {
      return CodeBlock.of(target.isGeneric() ? "new $L<>" : "new $L", name);
    }
    String maker = target.stem() + "$update";
    handles.method(
        maker,
        () ->
            MethodSpec.methodBuilder(maker)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ClassName.get("", name))
                .addStatement("return new $L()", name)
                .build());
    return CodeBlock.of("$L$L", before, maker);
  }

  private TypeSpec.Builder holder(Target target) {
    String get = fields.getter(target.field());
    String name = target.stem() + "$Update";
    return handles.type(name, () -> updateClass(target, name, get));
  }

  /** A box is unboxed before the right side is evaluated, as javac does it. */
  private TypeSpec.Builder updateClass(Target target, String name, String get) {
    TypeSpec.Builder update =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addTypeVariables(target.scope().ofClass())
            .addField(
                target.scope().name(primitive(target.mirror())),
                "old",
                Modifier.PRIVATE,
                Modifier.FINAL);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (!target.field().isStatic()) {
      update.addField(target.instance(), "self", Modifier.PRIVATE, Modifier.FINAL);
      constructor.addParameter(target.instance(), "self").addStatement("this.self = self");
    }
    constructor.addStatement("this.old = $L", read(target, get));
    return update.addMethod(constructor.build());
  }

  /** The name of the method of {@link #update} that carries out a compound assignment. */
  String updater(Reach field, TypeMirror used, String operator, TypeMirror operand) {
    Target target = target(field, used);
    String set = fields.setter(field);
    TypeSpec.Builder update = holder(target);
    String holder = target.stem() + "$Update";
    // What is hidden can only be appended to a text.
    boolean hidden = standIns.hidden().mentions(operand);
    TypeName value = hidden ? ClassName.OBJECT : target.scope().name(operand);
    String name = handles.stem(List.of(holder, operator, value.toString()), holder + "$apply");
    String method = name.substring(holder.length() + 1);
    TypeMirror type = primitive(target.mirror());
    CodeBlock result = CodeBlock.of("old $L operand", operator);
    if (updaters.add(name)) {
      update.addMethod(
          MethodSpec.methodBuilder(method)
              .addModifiers(Modifier.PRIVATE)
              .returns(target.type())
              .addParameter(value, "operand")
              .addStatement(
                  "return $L$L($L$L)",
                  cast(target),
                  set,
                  target.self(", "),
                  type.getKind().isPrimitive() ? CodeBlock.of("($T) ($L)", type, result) : result)
              .build());
    }
    return method;
  }

  private TypeMirror primitive(TypeMirror type) {
    return Unboxing.of(types, type);
  }
}
