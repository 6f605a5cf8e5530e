package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * {@code UntransformedInstance}: a class that inherits {@code @Async} methods from the user's class
 * instead of the generated one, or calls them as {@code super.fetch(uri)}.
 */
final class UntransformedSubclass implements TreeRule {
  private static final String SUPER = "super";

  private final Symbols symbols;
  private final Owners owners;

  UntransformedSubclass(Symbols symbols, Owners owners) {
    this.symbols = symbols;
    this.owners = owners;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.UNTRANSFORMED_INSTANCE);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CLASS, Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    if (path.getLeaf() instanceof ClassTree tree) {
      subclass(tree, path, findings);
    } else if (path.getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && select.getExpression() instanceof IdentifierTree name
        && name.getName().contentEquals(SUPER)) {
      superCall(call, new TreePath(path, select), findings);
    }
  }

  private void subclass(ClassTree tree, TreePath path, Consumer<Finding> findings) {
    Tree parent = tree.getExtendsClause();
    if (parent == null
        || tree.getSimpleName().isEmpty()
        || !(symbols.elementOf(path) instanceof TypeElement type)) {
      return;
    }
    Optional<Owners.Owner> owner = owners.of(type.getSuperclass());
    List<ExecutableElement> left = owner.map(it -> owners.left(it, type)).orElse(List.of());
    if (owner.isPresent() && !left.isEmpty()) {
      String text =
          "%s inherits %s from %s, where it is not transformed; extend %s"
              .formatted(
                  tree.getSimpleName(),
                  left.get(0).getSimpleName(),
                  owner.get().name(),
                  owner.get().generated());
      findings.accept(Finding.below(path, parent, DiagnosticName.UNTRANSFORMED_INSTANCE, text));
    }
  }

  /** Where the class inherits others as well, that is reported already. */
  private void superCall(MethodInvocationTree call, TreePath select, Consumer<Finding> findings) {
    if (!(symbols.elementOf(select) instanceof ExecutableElement method)
        || !(method.getEnclosingElement() instanceof TypeElement parent)) {
      return;
    }
    owners
        .of(parent)
        .filter(owner -> owner.methods().contains(method))
        .filter(owner -> isSaidHere(owner, select))
        .ifPresent(
            owner ->
                findings.accept(
                    new Finding(
                        DiagnosticName.UNTRANSFORMED_INSTANCE,
                        select,
                        "%s calls the method of %s, which is not transformed; extend %s"
                            .formatted(
                                Wording.expression(call), owner.name(), owner.generated()))));
  }

  private boolean isSaidHere(Owners.Owner owner, TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree) {
        return symbols.elementOf(at) instanceof TypeElement around
            && owners.left(owner, around).isEmpty();
      }
    }
    return true;
  }
}
