package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.model.RuntimeNames;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Accessors that call methods and constructors.
 *
 * <pre>{@code
 * helper$call(self, argument1)   close$super(self)   Node$new(argument0)   new helper$call$Bound(self)::call
 * }</pre>
 */
final class CallAccessors {
  private final Handles handles;
  private final Types types;
  private final StandIns standIns;

  CallAccessors(Handles handles, Types types, StandIns standIns) {
    this.handles = handles;
    this.types = types;
    this.standIns = standIns;
  }

  /** The types of what is reached. */
  Signature signature(Reach called) {
    return new Signature(types, standIns, called);
  }

  /** The name of the method that calls what is reached. */
  String caller(Reach called) {
    return caller(signature(called));
  }

  /** The name of the handle that calls what is reached. */
  String handle(Reach called) {
    return handle(signature(called));
  }

  private String caller(Signature signature) {
    String name = name(signature);
    String handle = handle(signature);
    return handles.method(name, () -> method(signature, name, handle));
  }

  private String name(Signature signature) {
    return handles.stem(signature.reach(), signature.name() + signature.suffix());
  }

  private String handle(Signature signature) {
    String stem = name(signature).replace("$call", "");
    return handles.constant(
        signature.reach(), MethodHandle.class, stem, "$METHOD", lookup(signature));
  }

  private CodeBlock lookup(Signature signature) {
    Reach reach = signature.reach();
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$L.$L(", handles.scope().receiver(RuntimeNames.ACCESS), signature.kind());
    code.add("$L.lookup(),$W", handles.scope().receiver(ClassName.get(MethodHandles.class)));
    if (reach.isElsewhere()) {
      code.add("$L,$W", handles.classes().of(reach.caller()));
    }
    code.add("$L", handles.classes().of(reach.from()));
    if (!signature.creates()) {
      TypeMirror result = signature.declared().getReturnType();
      code.add(",$W$S,$W$L", signature.declared().getSimpleName(), handles.classes().of(result));
    } else if (signature.instance() != null) {
      code.add(",$W$L", handles.classes().of(signature.instance()));
    }
    for (VariableElement parameter : signature.declared().getParameters()) {
      code.add(",$W$L", handles.classes().of(parameter.asType()));
    }
    return code.add(")").build();
  }

  private MethodSpec method(Signature signature, String name, String handle) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariables(signature.scope().ofClass());
    if (signature.instance() != null) {
      method.addParameter(signature.scope().name(signature.instance()), "self");
    }
    CodeBlock arguments = handedOn(signature, declare(signature, method));
    method.beginControlFlow("try");
    if (signature.hasResult()) {
      method.addStatement("return ($T) $L.invoke($L)", signature.result(), handle, arguments);
    } else {
      method.addStatement("$L.invoke($L)", handle, arguments);
    }
    method.nextControlFlow("catch ($T thrown)", Throwable.class);
    method.addStatement("throw $L.rethrow(thrown)", handles.scope().receiver(RuntimeNames.ACCESS));
    return method.endControlFlow().build();
  }

  /**
   * The arguments of a handle. An array that javac has made for the last ones has the bound of a
   * type variable for its elements where the class is hidden.
   */
  private CodeBlock handedOn(Signature signature, List<String> names) {
    int last = names.size() - 1;
    VariableElement array =
        signature.declared().isVarArgs()
            ? signature.declared().getParameters().get(signature.parameters().size() - 1)
            : null;
    if (array == null || !standIns.hidden().mentions(array.asType())) {
      return CodeBlock.of("$L", String.join(", ", names));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    names.subList(0, last).forEach(name -> code.add("$L, ", name));
    return code.add(
            "$L.array($L, $L)",
            handles.scope().receiver(RuntimeNames.ACCESS),
            handles.classes().of(array.asType()),
            names.get(last))
        .build();
  }

  /** Declares what the user's declaration has, and gives the names of all arguments. */
  private static List<String> declare(Signature signature, MethodSpec.Builder method) {
    method.addTypeVariables(signature.scope().own());
    List<String> arguments = new ArrayList<>();
    if (signature.instance() != null) {
      arguments.add("self");
    }
    for (TypeMirror parameter : signature.parameters()) {
      String argument = "argument" + arguments.size();
      method.addParameter(signature.scope().name(parameter), argument);
      arguments.add(argument);
    }
    method.varargs(signature.declared().isVarArgs());
    signature.thrown().forEach(thrown -> method.addException(signature.scope().name(thrown)));
    method.returns(signature.hasResult() ? signature.result() : TypeName.VOID);
    return arguments;
  }

  /**
   * What makes an instance of the class that holds the receiver of a method reference, up to its
   * argument. The receiver is evaluated and may not be null when the reference is made.
   */
  CodeBlock bound(Reach called) {
    Signature signature = signature(called);
    String caller = caller(signature);
    String name = caller + "$Bound";
    List<TypeVariableName> variables = signature.scope().ofClass();
    handles.type(name, () -> boundClass(signature, caller, name));
    List<TypeName> hidden = signature.scope().hiddenArguments();
    return variables.size() == hidden.size()
        ? CodeBlock.of("new $L$L", name, TypeArguments.list(hidden))
        : CodeBlock.of("new $L<>", name);
  }

  /**
   * The class with a static method {@code call} that does what an accessor does. A reference to a
   * method of the generated class, where that is generic, would name a raw type, of which javac
   * infers less.
   */
  String free(Reach called) {
    Signature signature = signature(called);
    String caller = caller(signature);
    String name = caller + "$Free";
    handles.type(
        name,
        () ->
            TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(
                    takingSelf(
                            signature,
                            caller,
                            call()
                                .addModifiers(Modifier.STATIC)
                                .addTypeVariables(signature.scope().ofClass()))
                        .build()));
    return name;
  }

  /** The class with a method {@code call} that does what an accessor does. */
  String function(Reach called) {
    Signature signature = signature(called);
    String caller = caller(signature);
    String name = caller + "$Function";
    handles.type(
        name,
        () ->
            TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(signature.scope().ofClass())
                .addMethod(takingSelf(signature, caller, call()).build()));
    return name;
  }

  private static MethodSpec.Builder call() {
    return MethodSpec.methodBuilder("call").addModifiers(Modifier.PRIVATE);
  }

  /** A method that takes the instance as well, where there is one, and hands all on. */
  private static MethodSpec.Builder takingSelf(
      Signature signature, String caller, MethodSpec.Builder call) {
    if (signature.instance() != null) {
      call.addParameter(signature.scope().name(signature.instance()), "self");
    }
    return handingOn(signature, caller, call);
  }

  private static MethodSpec.Builder handingOn(
      Signature signature, String caller, MethodSpec.Builder call) {
    String arguments = String.join(", ", declare(signature, call));
    return call.addStatement(signature.hasResult() ? "return $L($L)" : "$L($L)", caller, arguments);
  }

  private TypeSpec.Builder boundClass(Signature signature, String caller, String name) {
    TypeName instance = signature.scope().name(Objects.requireNonNull(signature.instance()));
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addTypeVariables(signature.scope().ofClass())
        .addField(instance, "self", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(instance, "self")
                .addStatement(
                    "this.self = $L.requireNonNull(self)",
                    handles.scope().receiver(ClassName.get(Objects.class)))
                .build())
        .addMethod(handingOn(signature, caller, call()).build());
  }
}
