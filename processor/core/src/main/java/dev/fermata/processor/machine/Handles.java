package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.writing.Members;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
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
  private final Types types;
  private final Denotable denotable;
  private final TypeElement owner;
  private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();
  private final Map<String, TypeSpec.Builder> updates = new LinkedHashMap<>();
  private final Set<String> updaters = new HashSet<>();
  private final Map<Object, String> names = new HashMap<>();
  private final Map<Object, String> handles = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Handles(Types types, TypeElement owner) {
    this.types = types;
    this.denotable = Denotable.outsideBodies(types);
    this.owner = owner;
  }

  Members members() {
    List<TypeSpec> types = new ArrayList<>();
    updates.values().forEach(update -> types.add(update.build()));
    return new Members(
        List.copyOf(fields.values()), List.copyOf(methods.values()), types, List.of());
  }

  /** The name of the method that reads a field of its argument. */
  String getter(VariableElement field) {
    return accessor(field, "$get");
  }

  /** The name of the method that sets a field and gives the new value. */
  String setter(VariableElement field) {
    return accessor(field, "$set");
  }

  /**
   * The name of the method that increments or decrements a field.
   *
   * @param wantsOld whether it gives the value before, as the postfix operators do
   */
  String stepper(VariableElement field, boolean up, boolean wantsOld) {
    String get = getter(field);
    String set = setter(field);
    String what = (wantsOld ? "$post" : "$pre") + (up ? "Increment" : "Decrement");
    String name = stem(field, field.getSimpleName().toString()) + what;
    boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
    TypeName type = denotable.name(field.asType());
    methods.computeIfAbsent(
        name,
        n ->
            method(name, declaring(field), isStatic)
                .returns(type)
                .addStatement("$T old = $L($L)", type, get, isStatic ? "" : "self")
                .addStatement(
                    "$T next = ($T) (old $L 1)", type, primitive(field.asType()), up ? "+" : "-")
                .addStatement("$L($L)", set, isStatic ? "next" : "self, next")
                .addStatement("return $L", wantsOld ? "old" : "next")
                .build());
    return name;
  }

  /**
   * The name of the class that holds the old value of a field while the right side is evaluated.
   */
  String update(VariableElement field) {
    String get = getter(field);
    String name = stem(field, field.getSimpleName().toString()) + "$Update";
    updates.computeIfAbsent(name, n -> updateClass(field, name, get));
    boolean generic = !isStatic(field) && !declaring(field).getTypeParameters().isEmpty();
    return generic ? name + "<>" : name;
  }

  /** A box is unboxed before the right side is evaluated, as javac does it. */
  private TypeSpec.Builder updateClass(VariableElement field, String name, String get) {
    TypeName type = denotable.name(primitive(field.asType()));
    TypeSpec.Builder update =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addField(type, "old", Modifier.PRIVATE, Modifier.FINAL);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (isStatic(field)) {
      constructor.addStatement("this.old = $L()", get);
    } else {
      declaring(field)
          .getTypeParameters()
          .forEach(t -> update.addTypeVariable(TypeVariableName.get(t)));
      update.addField(self(declaring(field)), "self", Modifier.PRIVATE, Modifier.FINAL);
      constructor
          .addParameter(self(declaring(field)), "self")
          .addStatement("this.self = self")
          .addStatement("this.old = $L(self)", get);
    }
    return update.addMethod(constructor.build());
  }

  /** The name of the method of {@link #update} that carries out a compound assignment. */
  String updater(VariableElement field, String operator, TypeMirror operand) {
    String set = setter(field);
    String holder = stem(field, field.getSimpleName().toString()) + "$Update";
    TypeName value = denotable.name(operand);
    String name = stem(List.of(holder, operator, value.toString()), holder + "$apply");
    String method = name.substring(holder.length() + 1);
    TypeSpec.Builder update = requireNonNull(updates.get(holder));
    if (updaters.add(name)) {
      TypeMirror type = primitive(field.asType());
      boolean converts = type.getKind().isPrimitive();
      update.addMethod(
          MethodSpec.methodBuilder(method)
              .addModifiers(Modifier.PRIVATE)
              .returns(denotable.name(field.asType()))
              .addParameter(value, "operand")
              .addStatement(
                  "return $L($L$L)",
                  set,
                  isStatic(field) ? "" : "self, ",
                  converts
                      ? CodeBlock.of("($T) (old $L operand)", type, operator)
                      : CodeBlock.of("old $L operand", operator))
              .build());
    }
    return method;
  }

  private static boolean isStatic(VariableElement field) {
    return field.getModifiers().contains(Modifier.STATIC);
  }

  private TypeMirror primitive(TypeMirror type) {
    try {
      return types.unboxedType(type);
    } catch (IllegalArgumentException notBoxed) {
      return type;
    }
  }

  private String accessor(VariableElement field, String what) {
    String stem = stem(field, field.getSimpleName().toString());
    String name = stem + what;
    if (!methods.containsKey(name)) {
      String handle = handle(field, stem, "$FIELD");
      boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
      TypeElement declaring = declaring(field);
      fields.computeIfAbsent(
          handle,
          h ->
              constant(
                  VarHandle.class,
                  h,
                  CodeBlock.of(
                      "$T.$L($T.lookup(),$W$T.class,$W$S,$W$T.class)",
                      RuntimeNames.ACCESS,
                      isStatic ? "staticField" : "field",
                      MethodHandles.class,
                      ClassName.get(declaring),
                      field.getSimpleName(),
                      erased(field.asType()))));
      methods.put(name, fieldMethod(field, name, handle, what, isStatic, declaring));
    }
    return name;
  }

  private MethodSpec fieldMethod(
      VariableElement field,
      String name,
      String handle,
      String what,
      boolean isStatic,
      TypeElement declaring) {
    TypeName type = denotable.name(field.asType());
    MethodSpec.Builder method = method(name, declaring, isStatic).returns(type);
    String self = isStatic ? "" : "self";
    if (what.equals("$get")) {
      return method.addStatement("return ($T) $L.get($L)", type, handle, self).build();
    }
    method.addParameter(type, "value");
    String arguments = isStatic ? "value" : "self, value";
    return method
        .addStatement("$L.set($L)", handle, arguments)
        .addStatement("return value")
        .build();
  }

  /** The name of the method that calls a method of its first argument, or a static one. */
  String caller(ExecutableElement called) {
    return called(
        called,
        "$call",
        called.getModifiers().contains(Modifier.STATIC) ? "staticMethod" : "method");
  }

  /** The name of the method that calls what {@code super.method} means in the user's class. */
  String superCaller(ExecutableElement called) {
    return called(called, "$super", "superMethod");
  }

  /** The name of the method that calls a constructor. */
  String creator(ExecutableElement constructor) {
    return called(constructor, "$new", "constructor");
  }

  private String called(ExecutableElement called, String what, String kind) {
    TypeElement declaring = declaring(called);
    boolean creates = called.getKind() == ElementKind.CONSTRUCTOR;
    String simple =
        creates ? declaring.getSimpleName().toString() : called.getSimpleName().toString();
    String stem = stem(List.of(called, what), simple + what);
    if (!methods.containsKey(stem)) {
      String handle = handle(List.of(called, what), stem.replace("$call", ""), "$METHOD");
      fields.put(handle, constant(MethodHandle.class, handle, lookup(called, kind, declaring)));
      methods.put(stem, callMethod(called, stem, handle, kind, declaring));
    }
    return stem;
  }

  private CodeBlock lookup(ExecutableElement called, String kind, TypeElement declaring) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.$L($T.lookup(),$W", RuntimeNames.ACCESS, kind, MethodHandles.class);
    if (kind.equals("superMethod")) {
      code.add("$T.class,$W", ClassName.get(owner));
    }
    code.add("$T.class", ClassName.get(declaring));
    if (!kind.equals("constructor")) {
      code.add(",$W$S,$W$T.class", called.getSimpleName(), erased(called.getReturnType()));
    }
    for (VariableElement parameter : called.getParameters()) {
      code.add(",$W$T.class", erased(parameter.asType()));
    }
    return code.add(")").build();
  }

  private MethodSpec callMethod(
      ExecutableElement called, String name, String handle, String kind, TypeElement declaring) {
    boolean creates = kind.equals("constructor");
    boolean isStatic = creates || kind.equals("staticMethod");
    MethodSpec.Builder method = method(name, declaring, isStatic);
    called.getTypeParameters().forEach(t -> method.addTypeVariable(TypeVariableName.get(t)));
    List<String> arguments = new ArrayList<>();
    if (!isStatic) {
      arguments.add("self");
    }
    for (VariableElement parameter : called.getParameters()) {
      String argument = "argument" + arguments.size();
      method.addParameter(
          ParameterSpec.builder(denotable.name(parameter.asType()), argument).build());
      arguments.add(argument);
    }
    method.varargs(called.isVarArgs());
    called.getThrownTypes().forEach(t -> method.addException(denotable.name(t)));
    TypeName result = creates ? self(declaring) : denotable.name(called.getReturnType());
    boolean hasResult = creates || called.getReturnType().getKind() != TypeKind.VOID;
    method.returns(hasResult ? result : TypeName.VOID);
    method.beginControlFlow("try");
    if (hasResult) {
      method.addStatement(
          "return ($T) $L.invoke($L)", result, handle, String.join(", ", arguments));
    } else {
      method.addStatement("$L.invoke($L)", handle, String.join(", ", arguments));
    }
    method.nextControlFlow("catch ($T thrown)", Throwable.class);
    method.addStatement("throw $T.rethrow(thrown)", RuntimeNames.ACCESS);
    return method.endControlFlow().build();
  }

  private MethodSpec.Builder method(String name, TypeElement declaring, boolean isStatic) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    declaring.getTypeParameters().forEach(t -> method.addTypeVariable(TypeVariableName.get(t)));
    if (!isStatic) {
      method.addParameter(self(declaring), "self");
    }
    return method;
  }

  private static TypeElement declaring(Element member) {
    return (TypeElement) requireNonNull(member.getEnclosingElement());
  }

  private static TypeName self(TypeElement declaring) {
    ClassName raw = ClassName.get(declaring);
    TypeName[] arguments =
        declaring.getTypeParameters().stream().map(TypeVariableName::get).toArray(TypeName[]::new);
    return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
  }

  private TypeName erased(TypeMirror type) {
    return TypeName.get(types.erasure(type));
  }

  private static FieldSpec constant(Class<?> type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  /**
   * The name of the constant for a member; a number tells names apart that differ in case alone.
   */
  private String handle(Object member, String stem, String suffix) {
    return handles.computeIfAbsent(
        member,
        m -> {
          String wanted = AsyncMethod.constant(stem) + suffix;
          int number = counts.merge(wanted, 1, Integer::sum);
          return number == 1 ? wanted : wanted + "$" + number;
        });
  }

  /** The beginning of the names for one member; a number tells overloads and namesakes apart. */
  private String stem(Object member, String wanted) {
    return names.computeIfAbsent(
        member,
        m -> {
          int number = counts.merge(wanted, 1, Integer::sum);
          return number == 1 ? wanted : wanted + "$" + number;
        });
  }
}
