package dev.fermata.processor.checks;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.flow.Domain;
import dev.fermata.processor.flow.Facts;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the value of one local variable.
 *
 * @param <F> what may be known of it
 */
abstract class VariableDomain<F> implements Domain<Facts<F>> {
  private final Symbols symbols;
  private final Element variable;

  VariableDomain(Symbols symbols, Element variable) {
    this.symbols = symbols;
    this.variable = variable;
  }

  final Symbols symbols() {
    return symbols;
  }

  /** The variable is used at {@code path}. */
  abstract Facts<F> used(TreePath path, Facts<F> before);

  /**
   * The variable gets a value.
   *
   * @param declaration declares it, or assigns it
   * @param value what it gets; null if that is not written there
   */
  abstract Facts<F> set(TreePath declaration, @Nullable TreePath value, Facts<F> before);

  /** Whether the tree at {@code path} names the variable. */
  boolean isVariable(TreePath path) {
    return path.getLeaf() instanceof IdentifierTree identifier
        && identifier.getName().contentEquals(variable.getSimpleName())
        && variable.equals(symbols.elementOf(path));
  }

  @Override
  public final Facts<F> evaluated(TreePath expression, Facts<F> before) {
    return isVariable(expression) ? used(expression, before) : before;
  }

  @Override
  public final Facts<F> declared(TreePath path, Facts<F> before) {
    VariableTree tree = (VariableTree) path.getLeaf();
    return variable.equals(symbols.elementOf(path))
        ? set(path, below(path, tree.getInitializer()), before)
        : before;
  }

  @Override
  public final Facts<F> assigned(TreePath path, Facts<F> before) {
    AssignmentTree tree = (AssignmentTree) path.getLeaf();
    return isVariable(new TreePath(path, tree.getVariable()))
        ? set(path, below(path, tree.getExpression()), before)
        : before;
  }

  private static @Nullable TreePath below(TreePath path, @Nullable ExpressionTree value) {
    TreePath at = value == null ? null : new TreePath(path, value);
    while (at != null && at.getLeaf() instanceof ParenthesizedTree inner) {
      at = new TreePath(at, inner.getExpression());
    }
    return at;
  }

  /** After a test of the variable for null, there is no value if it is. */
  @Override
  public Facts<F> tested(TreePath condition, boolean outcome, Facts<F> before) {
    return condition.getLeaf() instanceof BinaryTree tree
            && (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)
            && (tree.getKind() == Tree.Kind.EQUAL_TO) == outcome
            && isTestForNull(condition, tree)
        ? Facts.none()
        : before;
  }

  private boolean isTestForNull(TreePath path, BinaryTree tree) {
    Tree one = tree.getLeftOperand();
    Tree other = tree.getRightOperand();
    return (isNull(one) && isVariable(new TreePath(path, other)))
        || (isNull(other) && isVariable(new TreePath(path, one)));
  }

  static boolean isNull(Tree tree) {
    return tree.getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** What a lambda or a class has got hold of, it may use at any time. */
  @Override
  public final Facts<F> nested(TreePath body, Facts<F> before) {
    TreeSearch uses =
        new TreeSearch() {
          @Override
          public @Nullable Boolean visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            return found(isVariable(getCurrentPath()));
          }
        };
    return uses.finds(body) ? Facts.none() : before;
  }
}
