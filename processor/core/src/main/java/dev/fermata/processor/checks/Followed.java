package dev.fermata.processor.checks;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Bodies through which something is followed. */
final class Followed {
  private Followed() {}

  /**
   * Has the body around a variable gone through. What is found there is not said if the user's code
   * has errors: what becomes of a value is not known then.
   *
   * @param following is given the body, and says what it finds
   */
  static void bodyAround(
      TreePath variable,
      Symbols symbols,
      Consumer<Finding> findings,
      BiConsumer<TreePath, Consumer<Finding>> following) {
    bodyAround(variable)
        .ifPresent(
            body -> {
              List<Finding> found = new ArrayList<>();
              following.accept(body, found::add);
              if (!found.isEmpty() && !hasErrors(body, symbols)) {
                found.forEach(findings);
              }
            });
  }

  /**
   * The body that a local variable, a parameter or a clause is in: a block, or the expression of a
   * lambda; none if it is a field.
   */
  static Optional<TreePath> bodyAround(TreePath path) {
    TreePath below = path;
    for (TreePath at = path.getParentPath(); at != null; below = at, at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof MethodTree method) {
        return Optional.ofNullable(
            method.getBody() == null ? null : new TreePath(at, method.getBody()));
      }
      if (tree instanceof LambdaExpressionTree lambda) {
        return Optional.of(new TreePath(at, lambda.getBody()));
      }
      if (tree instanceof ClassTree) {
        return below.getLeaf() instanceof BlockTree ? Optional.of(below) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean hasErrors(TreePath body, Symbols symbols) {
    TreeSearch errors =
        new TreeSearch() {
          @Override
          public @Nullable Boolean visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            return hasError(getCurrentPath());
          }

          @Override
          public @Nullable Boolean visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            return reduce(hasError(getCurrentPath()), super.visitMemberSelect(tree, null));
          }

          private @Nullable Boolean hasError(TreePath path) {
            TypeMirror type = symbols.typeOf(path);
            return found(type != null && type.getKind() == TypeKind.ERROR);
          }
        };
    return errors.finds(body);
  }
}
