package dev.fermata.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Repeats the parts of which methods and constructors are declared. */
final class Signatures {
  private static final Set<Modifier> VISIBILITIES = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

  private final Types types;
  private final CopiedAnnotations annotations;
  private final TypeNames names;

  Signatures(Types types, CopiedAnnotations annotations, TypeNames names) {
    this.types = types;
    this.annotations = annotations;
    this.names = names;
  }

  CopiedAnnotations annotations() {
    return annotations;
  }

  TypeNames names() {
    return names;
  }

  /** {@code public}, {@code protected} or nothing, as the declaration says. */
  static Modifier[] visibilityOf(Element declaration) {
    return declaration.getModifiers().stream()
        .filter(VISIBILITIES::contains)
        .toArray(Modifier[]::new);
  }

  /** The parameters as arguments of a call: {@code uri, depth}. */
  static CodeBlock argumentsOf(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> CodeBlock.of("$L", parameter.getSimpleName()))
        .collect(CodeBlock.joining(", "));
  }

  void addTypeVariables(MethodSpec.Builder builder, ExecutableElement method) {
    builder.addTypeVariables(names.declarations(method.getTypeParameters()));
  }

  void addThrownTypes(MethodSpec.Builder builder, List<? extends TypeMirror> thrown) {
    thrown.forEach(type -> builder.addException(names.of(type)));
  }

  /** The parameters with their types, names and annotations. */
  void addParameters(MethodSpec.Builder builder, ExecutableElement method) {
    for (VariableElement parameter : method.getParameters()) {
      builder.addParameter(parameter(parameter, names.of(parameter.asType())));
    }
    builder.varargs(method.isVarArgs());
  }

  /** The parameters with the erasure of their types. */
  void addErasedParameters(MethodSpec.Builder builder, ExecutableElement method) {
    for (VariableElement parameter : method.getParameters()) {
      TypeName erased = TypeName.get(types.erasure(parameter.asType()));
      builder.addParameter(parameter(parameter, erased));
    }
    builder.varargs(method.isVarArgs());
  }

  private ParameterSpec parameter(VariableElement parameter, TypeName type) {
    return ParameterSpec.builder(type, parameter.getSimpleName().toString())
        .addAnnotations(annotations.ofParameter(parameter))
        .build();
  }
}
