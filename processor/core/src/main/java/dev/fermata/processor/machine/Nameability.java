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
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A private nested class has no name outside the class that it is nested in, the generated subclass
 * included; nor has a class that is protected in another package, where it is inherited by a class
 * around the user's. A body that has values of such a type is refused at the first of them.
 */
final class Nameability extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final TypeElement owner;

  private Nameability(Typed typed, TypeElement owner) {
    this.typed = typed;
    this.owner = owner;
  }

  /**
   * Looks through a body.
   *
   * @throws Untransformable at the first tree whose type cannot be named
   */
  static void check(Typed typed, Tree body) {
    new Nameability(typed, (TypeElement) typed.enclosingClass(body)).scan(body, null);
  }

  /**
   * Looks at a type that an accessor has to have.
   *
   * @throws Untransformable at {@code tree} if it cannot be named
   */
  static void check(Tree tree, TypeMirror type) {
    Element hidden = hidden(type);
    if (hidden != null) {
      throw refusal(tree, hidden);
    }
  }

  private static Untransformable refusal(Tree tree, Element hidden) {
    String rights = hidden.getModifiers().contains(Modifier.PRIVATE) ? "private" : "protected";
    return new Untransformable(
        tree,
        hidden.getSimpleName()
            + " is "
            + rights
            + ", so the generated subclass cannot name it; make it "
            + (rights.equals("private") ? "package-private" : "public"));
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if (tree instanceof MethodInvocationTree call && isDone(call)) {
      return super.scan(call.getArguments(), null);
    }
    if (tree instanceof ExpressionTree || tree instanceof VariableTree) {
      Element hidden = hidden(typed.type(tree), this::isHidden);
      if (hidden != null && typed.isWritten(tree)) {
        throw refusal(tree, hidden);
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

  private boolean isHidden(Element type) {
    return isPrivate(type) || isProtectedElsewhere(type);
  }

  private static boolean isPrivate(Element type) {
    return type.getModifiers().contains(Modifier.PRIVATE);
  }

  private boolean isProtectedElsewhere(Element type) {
    return type.getModifiers().contains(Modifier.PROTECTED)
        && type.getEnclosingElement() instanceof TypeElement outer
        && !typed.elements().getPackageOf(type).equals(typed.elements().getPackageOf(owner))
        && !Accessibility.isSubclass(typed, owner, outer);
  }

  /** The private class that a type is of, or has among its arguments; null for none. */
  static @Nullable Element hidden(TypeMirror type) {
    return hidden(type, Nameability::isPrivate);
  }

  private static @Nullable Element hidden(TypeMirror type, Predicate<Element> isHidden) {
    if (type instanceof ArrayType array) {
      return hidden(array.getComponentType(), isHidden);
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    for (Element at = declared.asElement();
        at instanceof TypeElement;
        at = at.getEnclosingElement()) {
      if (isHidden.test(at)) {
        return at;
      }
    }
    for (TypeMirror argument : declared.getTypeArguments()) {
      Element hidden = hidden(argument, isHidden);
      if (hidden != null) {
        return hidden;
      }
    }
    return null;
  }
}
