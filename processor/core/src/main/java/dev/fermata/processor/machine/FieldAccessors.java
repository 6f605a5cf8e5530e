package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.model.RuntimeNames;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Accessors that read and set fields: {@code count$get(self)}, {@code count$set(self, value)}. */
final class FieldAccessors {
  private final Handles handles;
  private final Types types;
  private final StandIns standIns;

  FieldAccessors(Handles handles, Types types, StandIns standIns) {
    this.handles = handles;
    this.types = types;
    this.standIns = standIns;
  }

  /** The name of the method that reads a field of its argument. */
  String getter(Reach field) {
    String handle = handle(field);
    return handles.method(
        stem(field) + "$get",
        () ->
            method(field, stem(field) + "$get")
                .addStatement(
                    "return ($T) $L.$L($L)",
                    type(field),
                    handle,
                    isVolatile(field) ? "getVolatile" : "get",
                    self(field, ""))
                .build());
  }

  /** The name of the method that sets a field and gives the new value. */
  String setter(Reach field) {
    String handle = handle(field);
    return handles.method(
        stem(field) + "$set",
        () ->
            method(field, stem(field) + "$set")
                .addParameter(type(field), "value")
                .addStatement(
                    "$L.$L($Lvalue)",
                    handle,
                    isVolatile(field) ? "setVolatile" : "set",
                    self(field, ", "))
                .addStatement("return value")
                .build());
  }

  private String handle(Reach field) {
    CodeBlock.Builder found = CodeBlock.builder();
    found.add(
        "$L.$L($L.lookup(),$W",
        handles.scope().receiver(RuntimeNames.ACCESS),
        field.isStatic() ? "staticField" : "field",
        handles.scope().receiver(ClassName.get(MethodHandles.class)));
    if (field.isElsewhere()) {
      found.add("$L,$W", handles.classes().of(field.caller()));
    }
    found.add(
        "$L,$W$S,$W$L)",
        handles.classes().of(field.from()),
        field.member().getSimpleName(),
        handles.classes().of(field.member().asType()));
    return field.isStatic() && !handles.isInitialized(field.from())
        ? late(field, found.build())
        : handles.constant(field, VarHandle.class, stem(field), "$FIELD", found.build());
  }

  /**
   * A handle of a static field is found when it is used first, since the class of the field is
   * initialised with that.
   */
  private String late(Reach field, CodeBlock found) {
    String name = stem(field) + "$Field";
    handles.type(
        name,
        () ->
            TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(
                    FieldSpec.builder(
                            VarHandle.class,
                            "HANDLE",
                            Modifier.PRIVATE,
                            Modifier.STATIC,
                            Modifier.FINAL)
                        .initializer(found)
                        .build()));
    return name + ".HANDLE";
  }

  private MethodSpec.Builder method(Reach field, String name) {
    TypeScope scope = scope(field);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariables(scope.ofClass())
            .returns(type(field));
    if (!field.isStatic()) {
      method.addParameter(scope.name(field.caller().asType()), "self");
    }
    return method;
  }

  /** The type variables of the accessors of a field. */
  TypeScope scope(Reach field) {
    return field.isStatic()
        ? TypeScope.ofStatic(types, standIns, List.of(), List.of(mirror(field)))
        : TypeScope.of(types, standIns, field.caller(), List.of(), List.of(mirror(field)));
  }

  /** Whether type arguments have to be said, since the instance does not say them. */
  boolean asksForArguments(Reach field) {
    boolean genericHidden =
        scope(field).isOfGeneric() && standIns.hidden().isHidden(field.caller());
    return genericHidden || standIns.hidden().mentions(mirror(field));
  }

  private TypeName type(Reach field) {
    return scope(field).name(mirror(field));
  }

  /** The type of a field as a member of the class of the first argument. */
  TypeMirror mirror(Reach field) {
    return types.asMemberOf((DeclaredType) field.caller().asType(), field.member());
  }

  /** The beginning of the names of the accessors of a field. */
  String stem(Reach field) {
    return handles.stem(field, field.member().getSimpleName().toString());
  }

  private static boolean isVolatile(Reach field) {
    return field.member().getModifiers().contains(Modifier.VOLATILE);
  }

  private static String self(Reach field, String after) {
    return field.isStatic() ? "" : "self" + after;
  }
}
