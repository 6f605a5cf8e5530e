package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.Lexemes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.writing.VerbatimMembers;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

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
  private final ScopeVariables typeVariables;
  private final boolean isStatic;

  LiftedClassWriter(Renderer renderer, ScopeVariables typeVariables, boolean isStatic) {
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
        TypeSpec.classBuilder(lifted.scopeName()).addModifiers(Modifier.PRIVATE, Modifier.FINAL);
    if (lifted.instances()) {
      scope.addTypeVariables(typeVariables.of(lifted));
      exception(lifted);
    }
    if (isStatic || !lifted.instances()) {
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

  /** A class with type parameters around it is no exception (JLS 8.1.2). */
  private void exception(LiftedClass lifted) {
    if (!typeVariables.of(lifted).isEmpty()
        && renderer.typed().is(lifted.type().asType(), "java.lang.Throwable")) {
      throw new Untransformable(
          lifted.tree(),
          lifted.name()
              + " is an exception that is used across an await and mentions type variables of the"
              + " method or private classes, so it cannot become a member of the generated class;"
              + " declare it outside of the method");
    }
  }

  private CodeBlock members(LiftedClass lifted) {
    NewClassTree creation = lifted.creation();
    return creation == null ? renderer.text(lifted.tree()) : anonymous(lifted, creation);
  }

  private CodeBlock anonymous(LiftedClass lifted, NewClassTree creation) {
    boolean ofInterface = !lifted.type().getInterfaces().isEmpty();
    return CodeBlock.builder()
        .add("class $L $L ", lifted.name(), ofInterface ? "implements" : "extends")
        .add("$L {\n$>", supertype(lifted, creation))
        .add(constructor(lifted, creation))
        .add("$<$L}", body(creation, lifted))
        .build();
  }

  private CodeBlock supertype(LiftedClass lifted, NewClassTree creation) {
    boolean inferred =
        creation.getIdentifier() instanceof ParameterizedTypeTree generic
            && generic.getTypeArguments().isEmpty();
    boolean ofAnother = creation.getEnclosingExpression() != null;
    if (!inferred && !ofAnother) {
      return renderer.text(creation.getIdentifier());
    }
    List<? extends TypeMirror> interfaces = lifted.type().getInterfaces();
    return CodeBlock.of(
        "$T",
        renderer.type(interfaces.isEmpty() ? lifted.type().getSuperclass() : interfaces.get(0)));
  }

  /**
   * Hands the arguments on; a superclass that is lifted too is constructed in its scope, and one
   * that is a member of another object in that one.
   */
  private CodeBlock constructor(LiftedClass lifted, NewClassTree creation) {
    LiftedClass parent = renderer.lifted(lifted.type().getSuperclass());
    Local scope = renderer.graph().scope(parent);
    ExpressionTree outer = creation.getEnclosingExpression();
    Typed typed = renderer.typed();
    List<CodeBlock> parameters = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    List<CodeBlock> thrown = new ArrayList<>();
    if (outer != null) {
      parameters.add(CodeBlock.of("$T outer", renderer.type(typed.type(outer))));
    }
    if (lifted.type().getInterfaces().isEmpty()
        && typed.element(creation) instanceof ExecutableElement constructor) {
      ExecutableType called = called(lifted, constructor);
      // To javac, the outer object is a parameter of the constructor of an anonymous class.
      boolean alsoOuter = outer != null && lifted.type().equals(constructor.getEnclosingElement());
      List<? extends TypeMirror> own =
          called.getParameterTypes().subList(alsoOuter ? 1 : 0, called.getParameterTypes().size());
      int last = own.size() - 1;
      for (TypeMirror parameter : own) {
        String name = "argument" + arguments.size();
        boolean several = constructor.isVarArgs() && arguments.size() == last;
        parameters.add(
            several && parameter instanceof ArrayType array
                ? CodeBlock.of("$T... $L", renderer.type(array.getComponentType()), name)
                : CodeBlock.of("$T $L", renderer.type(parameter), name));
        arguments.add(CodeBlock.of("$L", name));
      }
      called.getThrownTypes().forEach(t -> thrown.add(CodeBlock.of("$T", renderer.type(t))));
    }
    if (parameters.isEmpty() && thrown.isEmpty() && scope == null) {
      return CodeBlock.of("");
    }
    String qualifier = scope == null ? "" : scope.name() + ".";
    return CodeBlock.of(
        "$L($L)$L$L {\n$>$Lsuper($L);\n$<}\n",
        lifted.name(),
        CodeBlock.join(parameters, ", "),
        thrown.isEmpty() ? "" : " throws ",
        CodeBlock.join(thrown, ", "),
        outer == null ? qualifier : "outer.",
        CodeBlock.join(arguments, ", "));
  }

  /** The constructor of the superclass, with its type arguments. */
  private ExecutableType called(LiftedClass lifted, ExecutableElement constructor) {
    TypeElement superclass = (TypeElement) requireNonNull(constructor.getEnclosingElement());
    Types types = renderer.typed().types();
    return lifted.type().equals(superclass)
            || !(lifted.type().getSuperclass() instanceof DeclaredType parent)
        ? (ExecutableType) constructor.asType()
        : (ExecutableType) types.asMemberOf(parent, constructor);
  }

  /** What stands between the braces. */
  private CodeBlock body(NewClassTree tree, LiftedClass lifted) {
    Typed typed = renderer.typed();
    List<? extends ExpressionTree> arguments = tree.getArguments();
    Tree last = arguments.isEmpty() ? tree.getIdentifier() : arguments.get(arguments.size() - 1);
    int open = Lexemes.opening(typed.text(), typed.end(last));
    return renderer.classBody(open + 1, typed.end(tree) - 1, lifted.tree());
  }
}
