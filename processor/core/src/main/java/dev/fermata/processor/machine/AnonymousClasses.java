package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Liveness;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Uses;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Names for the anonymous classes of variables declared with {@code var}, where the variable is
 * hoisted: its type has to be written then.
 *
 * <pre>{@code
 * var counter = new Object() { int n; };   =>   class counter$Type { int n; }  …  counter = new counter$Type();
 * }</pre>
 */
final class AnonymousClasses {
  private record Named(String name, NewClassTree tree, TypeElement type) {}

  private final Typed typed;
  private final IdentityHashMap<Tree, Named> byTree = new IdentityHashMap<>();
  private final List<Named> all = new ArrayList<>();

  /**
   * Finds and names them.
   *
   * @param mayCapture the locals that a class at the head of the step method can refer to
   * @throws Untransformable where one captures another local
   */
  AnonymousClasses(
      Typed typed,
      Graph graph,
      Liveness liveness,
      Names names,
      Denotable denotable,
      Predicate<Local> mayCapture) {
    this.typed = typed;
    for (Block block : graph.blocks()) {
      for (int i = 0; i < block.instructions().size(); i++) {
        if (block.instructions().get(i) instanceof Instruction.Declare declare
            && declare.local().hoisted()) {
          NewClassTree tree = creation(declare);
          TypeElement type = anonymous(declare.local());
          if (tree != null && type != null) {
            check(tree, liveness.uses(block).get(i), mayCapture);
            Named named = new Named(names.own(declare.local().name() + "$Type"), tree, type);
            all.add(named);
            byTree.put(tree, named);
            denotable.name(type, named.name());
          }
        }
      }
    }
  }

  private static @Nullable NewClassTree creation(Instruction.Declare declare) {
    ExpressionTree value = declare.tree().getInitializer();
    while (value instanceof ParenthesizedTree parenthesized) {
      value = parenthesized.getExpression();
    }
    return value instanceof NewClassTree tree && tree.getClassBody() != null ? tree : null;
  }

  private static @Nullable TypeElement anonymous(Local local) {
    Element element = local.type() instanceof DeclaredType type ? type.asElement() : null;
    return element instanceof TypeElement type && type.getNestingKind() == NestingKind.ANONYMOUS
        ? type
        : null;
  }

  private static void check(NewClassTree tree, Uses uses, Predicate<Local> mayCapture) {
    for (Local local : uses.captures()) {
      if (!mayCapture.test(local)) {
        throw new Untransformable(
            tree,
            "this class uses the variable "
                + local.wanted()
                + " and its variable is used after an await; make it a named class that is given the value");
      }
    }
  }

  /** The name of the class that an expression creates, or null where it needs none. */
  @Nullable String nameOf(NewClassTree tree) {
    Named named = byTree.get(tree);
    return named == null ? null : named.name();
  }

  /** The classes, for the head of the step method. */
  CodeBlock declarations(Renderer renderer) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Named named : all) {
      boolean ofInterface = !named.type().getInterfaces().isEmpty();
      code.add("class $L $L ", named.name(), ofInterface ? "implements" : "extends");
      code.add("$L {\n$>", renderer.text(named.tree().getIdentifier()));
      if (!named.tree().getArguments().isEmpty()) {
        code.add(constructor(renderer, named));
      }
      code.add("$<$L}\n", body(renderer, named.tree()));
    }
    return code.build();
  }

  private CodeBlock constructor(Renderer renderer, Named named) {
    ExecutableElement constructor = (ExecutableElement) typed.element(named.tree());
    List<CodeBlock> parameters = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    if (constructor != null) {
      for (VariableElement parameter : constructor.getParameters()) {
        String name = "argument" + parameters.size();
        parameters.add(CodeBlock.of("$T $L", renderer.type(parameter.asType()), name));
        arguments.add(CodeBlock.of("$L", name));
      }
    }
    return CodeBlock.of(
        "$L($L) {\n$>super($L);\n$<}\n",
        named.name(),
        CodeBlock.join(parameters, ", "),
        CodeBlock.join(arguments, ", "));
  }

  /** What stands between the braces. */
  private CodeBlock body(Renderer renderer, NewClassTree tree) {
    ClassTree type = tree.getClassBody();
    List<? extends ExpressionTree> arguments = tree.getArguments();
    Tree last = arguments.isEmpty() ? tree.getIdentifier() : arguments.get(arguments.size() - 1);
    int open = typed.text().indexOf('{', typed.end(last));
    return renderer.classBody(open + 1, typed.end(tree) - 1, type);
  }
}
