package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Uses;
import dev.fermata.processor.lowering.Bodies;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.lowering.Words;
import dev.fermata.processor.model.BodyKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code async(() -> …)} as a machine of its own, made where the block stands with the
 * variables that it captures: {@code new Fetch$async1$Frame(uri)}.
 */
final class AsyncBlockWriter implements Surroundings.AsyncBlocks {
  private final Typed typed;
  private final Subject method;
  private final List<MethodSpec> methods;
  private final List<TypeSpec> frames;
  private final List<FieldSpec> constants;
  private @Nullable Surroundings surroundings;
  private int count;

  AsyncBlockWriter(
      Typed typed,
      Subject method,
      List<MethodSpec> methods,
      List<TypeSpec> frames,
      List<FieldSpec> constants) {
    this.typed = typed;
    this.method = method;
    this.methods = methods;
    this.frames = frames;
    this.constants = constants;
  }

  void inside(Surroundings around) {
    surroundings = around;
  }

  @Override
  public CodeBlock create(Rewriter place, MethodInvocationTree tree) {
    ExpressionTree argument = Words.strip(tree.getArguments().get(0));
    if (!(argument instanceof LambdaExpressionTree block) || surroundings == null) {
      throw new Untransformable(
          tree, "async takes a block that is written in place: async(() -> { … })");
    }
    Set<VariableElement> captured = captured(block);
    count++;
    Subject subject =
        new Subject(
            method.name() + "$async" + count,
            method.method(),
            method.file(),
            BodyKind.COROUTINE,
            result(block),
            method.typeVariables(),
            method.isStatic(),
            block);
    Graph around = place.renderer().graph();
    Graph graph = Bodies.block(typed, block, subject.element(), captured);
    graph.inside(around.lifted());
    List<Local> scopes =
        Uses.of(around, typed::element, Code.source(block)).captures().stream()
            .filter(local -> local.scopeOf() != null)
            .toList();
    scopes.forEach(graph::scopeFromOutside);
    new BodyWriter(typed, surroundings, subject, graph).write(methods, frames, constants);
    CodeBlock.Builder creation =
        CodeBlock.builder()
            .add(
                method.typeVariables().isEmpty() ? "new $T(" : "new $T<>(",
                ClassName.get("", subject.frame()));
    String separator = "";
    for (VariableElement variable : captured) {
      creation.add("$L$L", separator, place.nameOf(variable));
      separator = ", ";
    }
    for (Local scope : scopes) {
      creation.add("$L$L", separator, place.nameOf(scope));
      separator = ", ";
    }
    return creation.add(")").build();
  }

  private TypeMirror result(LambdaExpressionTree block) {
    TypeMirror type = typed.type(block);
    List<? extends TypeMirror> arguments =
        type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return arguments.isEmpty()
        ? typed.elements().getTypeElement("java.lang.Void").asType()
        : arguments.get(0);
  }

  /** The variables of the body around it that a block uses, in the order of their first use. */
  private Set<VariableElement> captured(LambdaExpressionTree block) {
    Set<VariableElement> used = new LinkedHashSet<>();
    Set<Element> declared = new LinkedHashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
        declared.add(typed.element(tree));
        return super.visitVariable(tree, null);
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
        if (typed.element(tree) instanceof VariableElement variable
            && !variable.getKind().isField()) {
          used.add(variable);
        }
        return null;
      }
    }.scan(block, null);
    used.removeAll(declared);
    return used;
  }
}
