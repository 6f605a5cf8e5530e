package dev.fermata.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.discovery.Nameability;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Writes the method that overrides or hides the user's: it makes a frame, or in original-body mode
 * what runs the user's own body.
 *
 * <pre>{@code
 * @Override
 * Coroutine<Page> fetch(URI uri) throws IOException {
 *   if (Bodies.ORIGINAL) {
 *     return Bodies.coroutine(FETCH$BODY, () -> super.fetch(uri));
 *   }
 *   return new Fetch$Frame(uri);
 * }
 * }</pre>
 */
final class EntryPointWriter {
  private final Types types;
  private final Nameability nameability;
  private final Signatures signatures;
  private final NamesInScope scope;

  EntryPointWriter(
      Types types, Nameability nameability, Signatures signatures, NamesInScope scope) {
    this.types = types;
    this.nameability = nameability;
    this.signatures = signatures;
    this.scope = scope;
  }

  /** The entry point of a method; without a body it can be called in source, but not be run. */
  MethodSpec write(AsyncOwner owner, AsyncMethod method, Optional<CompiledBody> body) {
    MethodSpec.Builder builder = declaration(owner, method);
    if (body.isPresent()) {
      addBody(builder, owner, method, body.get());
    } else {
      builder.addStatement(
          "throw new $T($S)",
          IllegalStateException.class,
          method.element() + " of " + owner.type() + " was compiled with errors");
    }
    return builder.build();
  }

  private MethodSpec.Builder declaration(AsyncOwner owner, AsyncMethod method) {
    ExecutableElement element = method.element();
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(method.name()).addModifiers(Signatures.visibilityOf(element));
    if (method.isStatic()) {
      builder.addModifiers(Modifier.STATIC);
    } else {
      builder.addAnnotation(Override.class);
    }
    if (method.isStatic() || owner.type().getModifiers().contains(Modifier.ABSTRACT)) {
      builder.addAnnotations(signatures.annotations().ofMethod(element));
    }
    if (isErased(owner, method)) {
      builder.returns(erasedResult(owner, element));
      signatures.addErasedParameters(builder, element);
      signatures.addThrownTypes(builder, nameable(owner, erased(element.getThrownTypes())));
    } else {
      signatures.addTypeVariables(builder, element);
      builder.returns(signatures.names().of(element.getReturnType()));
      signatures.addParameters(builder, element);
      signatures.addThrownTypes(builder, nameable(owner, element.getThrownTypes()));
    }
    return builder;
  }

  /** Where types are erased for the sake of parameters, callers still see what they are given. */
  private TypeName erasedResult(AsyncOwner owner, ExecutableElement method) {
    boolean stays =
        method.getTypeParameters().isEmpty()
            && nameability.canName(method.getReturnType(), owner.type());
    return stays ? signatures.names().of(method.getReturnType()) : erasure(method.getReturnType());
  }

  private List<TypeMirror> erased(List<? extends TypeMirror> all) {
    return all.stream().map(types::erasure).toList();
  }

  /** An override may declare fewer exceptions: making a frame throws none. */
  private List<? extends TypeMirror> nameable(AsyncOwner owner, List<? extends TypeMirror> all) {
    return all.stream().filter(type -> nameability.canName(type, owner.type())).toList();
  }

  private void addBody(
      MethodSpec.Builder builder, AsyncOwner owner, AsyncMethod method, CompiledBody body) {
    CodeBlock original = body.original().orElseGet(() -> callOfUsers(owner, method));
    builder
        .beginControlFlow("if ($L.ORIGINAL)", scope.receiver(RuntimeNames.BODIES))
        .addStatement("return $L", started(method, runs(method, original)))
        .endControlFlow()
        .addStatement("return $L", started(method, body.frame()));
  }

  private CodeBlock started(AsyncMethod method, CodeBlock coroutine) {
    return method.kind().startsAtOnce()
        ? CodeBlock.of("$L.start($L)", scope.receiver(RuntimeNames.STAGES), coroutine)
        : coroutine;
  }

  private CodeBlock runs(AsyncMethod method, CodeBlock original) {
    String factory =
        switch (method.kind()) {
          case COROUTINE -> "coroutine";
          case GENERATOR -> "generator";
          case STAGE, FUTURE -> "stage";
        };
    return CodeBlock.of(
        "$L.$L($L, () -> $L)",
        scope.receiver(RuntimeNames.BODIES),
        factory,
        method.bodyName(),
        original);
  }

  private CodeBlock callOfUsers(AsyncOwner owner, AsyncMethod method) {
    CodeBlock target =
        method.isStatic() ? scope.receiver(ClassName.get(owner.type())) : CodeBlock.of("super");
    CodeBlock call =
        CodeBlock.of("$L.$L($L)", target, method.name(), Signatures.argumentsOf(method.element()));
    return isErased(owner, method)
        ? CodeBlock.of("($T) $L", erasure(method.element().getReturnType()), call)
        : call;
  }

  /** Where private types are arguments of types in the signature, its erasure overrides it. */
  private boolean isErased(AsyncOwner owner, AsyncMethod method) {
    return !nameability.canNameSignature(method.element(), owner.type());
  }

  private TypeName erasure(TypeMirror type) {
    return TypeName.get(types.erasure(type));
  }
}
