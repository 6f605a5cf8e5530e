package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the record that a hidden one is taken apart into where a pattern asks for that.
 *
 * <pre>{@code
 * private record Line$Parts<P0, P1>(P0 part0, P1 part1) {
 *   private static <P0, P1> Line$Parts<P0, P1> of(Object value) {
 *     if (!LINE$CLASS.isInstance(value)) {
 *       return null;
 *     }
 *     …
 *   }
 * }
 * }</pre>
 */
final class PartsWriter {
  /**
   * A part of a record.
   *
   * @param type of the component
   * @param accessor the handle that reads it
   * @param value what the pattern is asked of, made of the variable that has what was read
   * @param pattern what it has to match
   */
  record Part(TypeName type, String accessor, CodeBlock value, CodeBlock pattern) {
    boolean isPrimitive() {
      return type.isPrimitive();
    }
  }

  private final String name;
  private final CodeBlock literal;
  private final List<Part> parts;

  /**
   * @param literal the hidden class
   */
  PartsWriter(String name, CodeBlock literal, List<Part> parts) {
    this.name = name;
    this.literal = literal;
    this.parts = parts;
  }

  /** The variable of {@code of} that has what an accessor has read. */
  static CodeBlock variable(int index) {
    return CodeBlock.of("part$L", index);
  }

  TypeSpec.Builder write() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (int i = 0; i < parts.size(); i++) {
      constructor.addParameter(type(i), "part" + i);
    }
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .addTypeVariables(variables())
        .recordConstructor(constructor.build())
        .addMethod(of());
  }

  private List<TypeVariableName> variables() {
    List<TypeVariableName> variables = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).isPrimitive()) {
        variables.add(TypeVariableName.get("P" + i));
      }
    }
    return variables;
  }

  private TypeName type(int index) {
    Part part = parts.get(index);
    return part.isPrimitive() ? part.type() : TypeVariableName.get("P" + index);
  }

  /** What an accessor throws is wrapped, as javac does it (JLS 14.30.2). */
  private MethodSpec of() {
    MethodSpec.Builder of =
        MethodSpec.methodBuilder("of")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariables(variables())
            .returns(parameterized())
            .addParameter(Object.class, "value")
            .beginControlFlow("if (!$L.isInstance(value))", literal)
            .addStatement("return null")
            .endControlFlow();
    for (int i = 0; i < parts.size(); i++) {
      of.addStatement("$T $L", read(i), variable(i));
    }
    of.beginControlFlow("try");
    for (int i = 0; i < parts.size(); i++) {
      of.addStatement("$L = ($T) $L.invoke(value)", variable(i), read(i), parts.get(i).accessor());
    }
    return of.nextControlFlow("catch ($T thrown)", Throwable.class)
        .addStatement("throw new MatchException(thrown.toString(), thrown)")
        .endControlFlow()
        .addStatement("return new $L$L($L)", name, variables().isEmpty() ? "" : "<>", values())
        .build();
  }

  private TypeName read(int index) {
    return parts.get(index).isPrimitive() ? parts.get(index).type() : ClassName.OBJECT;
  }

  private CodeBlock values() {
    List<CodeBlock> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      CodeBlock value = parts.get(i).value();
      values.add(
          parts.get(i).isPrimitive()
              ? value
              : CodeBlock.of("($T) ($T) $L", type(i), Object.class, value));
    }
    return CodeBlock.join(values, ", ");
  }

  private TypeName parameterized() {
    ClassName raw = ClassName.get("", name);
    TypeName[] arguments = variables().toArray(TypeName[]::new);
    return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
  }
}
