package dev.fermata.processor.machine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A class inside a body that extends one with a private constructor is outside of the user's class
 * in the generated code, where no handle can stand for {@code super(…)}. It is refused.
 */
final class PrivateConstructors extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final Deque<Tree> classes = new ArrayDeque<>();

  private PrivateConstructors(Typed typed) {
    this.typed = typed;
  }

  /**
   * Looks through a body.
   *
   * @throws Untransformable at the first class that calls a private constructor
   */
  static void check(Typed typed, Tree body) {
    new PrivateConstructors(typed).scan(body, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    if (tree.getClassBody() != null) {
      inside(tree, tree.getClassBody());
    }
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    inside(tree, tree);
    return null;
  }

  private void inside(Tree whole, ClassTree body) {
    classes.push(whole);
    scan(body.getMembers(), null);
    classes.pop();
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void p) {
    return scan(tree.getBody(), null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    Element called = isSuper(tree.getMethodSelect()) ? typed.element(tree) : null;
    if (called != null
        && called.getKind() == ElementKind.CONSTRUCTOR
        && called.getModifiers().contains(Modifier.PRIVATE)
        && called.getEnclosingElement() instanceof TypeElement type
        && !HiddenTypes.isLocal(type)) {
      throw new Untransformable(
          typed.isWritten(tree) ? tree : classes.getFirst(),
          "this constructor of "
              + type.getSimpleName()
              + " is private, so no class in the generated subclass can extend it;"
              + " make it package-private");
    }
    return super.visitMethodInvocation(tree, null);
  }

  private static boolean isSuper(Tree select) {
    return select instanceof MemberSelectTree qualified
        ? qualified.getIdentifier().contentEquals("super")
        : select instanceof IdentifierTree name && name.getName().contentEquals("super");
  }
}
