package dev.fermata.processor.machine;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A {@code var} that outlives an await is declared in the frame, with a type that is said there: it
 * cannot be a class that another package keeps to itself.
 *
 * <p>In: a body and its laid-out graph. Out: nothing, or an error at the variable.
 */
final class InaccessibleTypes extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final Graph graph;

  private InaccessibleTypes(Typed typed, Graph graph) {
    this.typed = typed;
    this.graph = graph;
  }

  /**
   * Looks through a body.
   *
   * @throws Untransformable at the first variable of such a type
   */
  static void check(Typed typed, Graph graph, Tree body) {
    new InaccessibleTypes(typed, graph).scan(body, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
    Local local = graph.local(typed.element(tree));
    Element type = local != null && local.hoisted() ? element(local.type()) : null;
    if (type instanceof TypeElement declared && typed.hidden().isElsewhere(declared)) {
      throw new Untransformable(
          tree,
          "%1$s is used across an await, and its type, %2$s, is not public in %3$s, so the generated subclass cannot name it; declare %1$s with a type that has a name here"
              .formatted(
                  tree.getName(),
                  declared.getSimpleName(),
                  typed.elements().getPackageOf(declared)));
    }
    return super.visitVariable(tree, null);
  }

  private static @Nullable Element element(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return element(array.getComponentType());
    }
    return type instanceof DeclaredType declared ? declared.asElement() : null;
  }
}
