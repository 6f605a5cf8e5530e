package dev.fermata.processor.machine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.model.RuntimeNames;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A private nested class has no name outside the class that it is nested in, the generated subclass
 * included. A body that has values of such a type is refused at the first of them.
 */
final class Nameability extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;

  private Nameability(Typed typed) {
    this.typed = typed;
  }

  /**
   * Looks through a body.
   *
   * @throws Untransformable at the first tree whose type cannot be named
   */
  static void check(Typed typed, Tree body) {
    new Nameability(typed).scan(body, null);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if (tree instanceof MethodInvocationTree call && isDone(call)) {
      return super.scan(call.getArguments(), null);
    }
    if (tree instanceof ExpressionTree || tree instanceof VariableTree) {
      Element hidden = hidden(typed.type(tree));
      if (hidden != null && typed.isWritten(tree)) {
        throw new Untransformable(
            tree,
            hidden.getSimpleName()
                + " is private, so the generated subclass cannot name it; make it package-private");
      }
    }
    return super.scan(tree, null);
  }

  /** What {@code done} makes is never written as such. */
  private boolean isDone(MethodInvocationTree tree) {
    Element method = typed.element(tree);
    return method != null
        && method.getSimpleName().contentEquals("done")
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(RuntimeNames.COROUTINES.canonicalName());
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    return null;
  }

  private static @Nullable Element hidden(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return hidden(array.getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    for (Element at = declared.asElement();
        at instanceof TypeElement;
        at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return at;
      }
    }
    for (TypeMirror argument : declared.getTypeArguments()) {
      Element hidden = hidden(argument);
      if (hidden != null) {
        return hidden;
      }
    }
    return null;
  }
}
