package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the class of a frame: the machine, with a field for what outlives a suspension.
 *
 * <pre>{@code
 * private final class Fetch$Frame extends CoroutineMachine<Page> {
 *   private URI uri;
 *   …
 * }
 * }</pre>
 */
final class FrameWriter {
  private final Subject subject;
  private final Graph graph;
  private final FrameFields fields;
  private final Denotable denotable;

  FrameWriter(Subject subject, Graph graph, FrameFields fields, Denotable denotable) {
    this.subject = subject;
    this.graph = graph;
    this.fields = fields;
    this.denotable = denotable;
  }

  /**
   * The class of the frame.
   *
   * @param large whether the body is written as several methods
   */
  TypeSpec write(boolean large) {
    TypeName element = denotable.name(subject.element()).box();
    TypeSpec.Builder frame =
        TypeSpec.classBuilder(subject.frame())
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addTypeVariables(subject.typeVariables())
            .superclass(ParameterizedTypeName.get(subject.machine(), element));
    if (subject.isStatic()) {
      frame.addModifiers(Modifier.STATIC);
    }
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Local local : graph.locals()) {
      if (local.kind() == Local.Kind.PARAMETER) {
        TypeName type = fields.type(local);
        constructor.addParameter(type, local.name());
        if (fields.mentioned().contains(local)) {
          constructor.addStatement("this.$L = $L", fields.name(local), local.name());
        }
      }
    }
    for (Local local : fields.fields()) {
      frame.addField(fields.type(local), fields.name(local), Modifier.PRIVATE);
    }
    if (large) {
      frame.addField(Object.class, FrameFields.CARRIED, Modifier.PRIVATE);
    }
    if (graph.locals().stream().anyMatch(local -> local.kind() == Local.Kind.PARAMETER)) {
      frame.addMethod(constructor.build());
    }
    frame.addMethod(
        MethodSpec.methodBuilder("step")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(ClassName.OBJECT)
            .addParameter(RuntimeNames.EXECUTION, "execution")
            .addParameter(ClassName.OBJECT, "awaited")
            .addParameter(ClassName.get(Throwable.class), "failure")
            .addException(Throwable.class)
            .addStatement("return $L(this, execution, awaited, failure)", subject.step())
            .build());
    clearing(large).ifPresent(frame::addMethod);
    frame.addMethod(
        MethodSpec.methodBuilder("body")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(RuntimeNames.BODY)
            .addStatement("return $L", subject.description())
            .build());
    return frame.build();
  }

  /** The method by which a body that has ended lets go of what its frame refers to. */
  private Optional<MethodSpec> clearing(boolean large) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Local local : fields.fields()) {
      if (!local.type().getKind().isPrimitive()) {
        code.addStatement("$L = null", fields.name(local));
      }
    }
    if (large) {
      code.addStatement("$L = null", FrameFields.CARRIED);
    }
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MethodSpec.methodBuilder("clear")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addCode(code.build())
                .build());
  }
}
