package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.writing.VerbatimMembers;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Writes the scope of a lifted class, with the class in it as the user wrote it.
 *
 * <pre>{@code
 * private final class Fetch$Counter {
 *   class Counter { … }
 *
 *   private final int step;
 *
 *   Fetch$Counter(int step) { this.step = step; }
 * }
 * }</pre>
 */
final class LiftedClassWriter {
  private final Renderer renderer;
  private final List<TypeVariableName> typeVariables;
  private final boolean isStatic;

  LiftedClassWriter(Renderer renderer, List<TypeVariableName> typeVariables, boolean isStatic) {
    this.renderer = renderer;
    this.typeVariables = typeVariables;
    this.isStatic = isStatic;
  }

  /**
   * Whether a captured variable is a constant (JLS 4.12.4), which must stay one: it may be a label,
   * or decide what is reachable.
   */
  static boolean isConstant(Local local) {
    return local.element() != null && local.element().getConstantValue() != null;
  }

  TypeSpec write(LiftedClass lifted) {
    TypeSpec.Builder scope =
        TypeSpec.classBuilder(lifted.scopeName())
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addTypeVariables(typeVariables);
    if (isStatic) {
      scope.addModifiers(Modifier.STATIC);
    }
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Local local : lifted.captured()) {
      TypeName type = renderer.type(local);
      FieldSpec.Builder field =
          FieldSpec.builder(type, local.name(), Modifier.PRIVATE, Modifier.FINAL);
      if (isConstant(local)) {
        field.initializer(ConstantVariables.initializer(renderer.typed(), local));
      } else {
        constructor.addParameter(type, local.name());
        constructor.addStatement("this.$L = $L", local.name(), local.name());
      }
      scope.addField(field.build());
    }
    if (lifted.instances()) {
      scope.addMethod(constructor.build());
    }
    renderer.inside(lifted);
    VerbatimMembers.add(scope, members(lifted));
    renderer.inside(null);
    return scope.build();
  }

  private CodeBlock members(LiftedClass lifted) {
    NewClassTree creation = lifted.creation();
    return creation == null ? renderer.text(lifted.tree()) : anonymous(lifted, creation);
  }

  private CodeBlock anonymous(LiftedClass lifted, NewClassTree creation) {
    boolean ofInterface = !lifted.type().getInterfaces().isEmpty();
    return CodeBlock.builder()
        .add("class $L $L ", lifted.name(), ofInterface ? "implements" : "extends")
        .add("$L {\n$>", renderer.text(creation.getIdentifier()))
        .add(constructor(lifted, creation))
        .add("$<$L}", body(creation, lifted))
        .build();
  }

  /** Hands the arguments on; a superclass that is lifted too is constructed in its scope. */
  private CodeBlock constructor(LiftedClass lifted, NewClassTree creation) {
    LiftedClass parent = renderer.lifted(lifted.type().getSuperclass());
    Local scope = renderer.graph().scope(parent);
    if (creation.getArguments().isEmpty() && scope == null) {
      return CodeBlock.of("");
    }
    List<CodeBlock> parameters = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    if (renderer.typed().element(creation) instanceof ExecutableElement constructor) {
      for (VariableElement parameter : constructor.getParameters()) {
        String name = "argument" + parameters.size();
        parameters.add(CodeBlock.of("$T $L", renderer.type(parameter.asType()), name));
        arguments.add(CodeBlock.of("$L", name));
      }
    }
    return CodeBlock.of(
        "$L($L) {\n$>$Lsuper($L);\n$<}\n",
        lifted.name(),
        CodeBlock.join(parameters, ", "),
        scope == null ? "" : scope.name() + ".",
        CodeBlock.join(arguments, ", "));
  }

  /** What stands between the braces. */
  private CodeBlock body(NewClassTree tree, LiftedClass lifted) {
    Typed typed = renderer.typed();
    List<? extends ExpressionTree> arguments = tree.getArguments();
    Tree last = arguments.isEmpty() ? tree.getIdentifier() : arguments.get(arguments.size() - 1);
    int open = typed.text().indexOf('{', typed.end(last));
    return renderer.classBody(open + 1, typed.end(tree) - 1, lifted.tree());
  }
}
