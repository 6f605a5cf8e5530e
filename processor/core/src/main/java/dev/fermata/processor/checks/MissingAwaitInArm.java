package dev.fermata.processor.checks;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.Word;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code MissingAwait} in one arm of a conditional, where the other one does wait: {@code cached ?
 * fetch(uri) : await(fetch(uri))} is a coroutine in one case and its result in the other.
 */
final class MissingAwaitInArm implements TreeRule {
  private final Symbols symbols;
  private final RuntimeTypes runtime;

  MissingAwaitInArm(Symbols symbols, RuntimeTypes runtime) {
    this.symbols = symbols;
    this.runtime = runtime;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.MISSING_AWAIT);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CONDITIONAL_EXPRESSION);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    ConditionalExpressionTree choice = (ConditionalExpressionTree) path.getLeaf();
    TreePath first = inside(path, choice.getTrueExpression());
    TreePath second = inside(path, choice.getFalseExpression());
    check(first, second, findings);
    check(second, first, findings);
  }

  private void check(TreePath arm, TreePath other, Consumer<Finding> findings) {
    if (arm.getLeaf() instanceof MethodInvocationTree call
        && !symbols.isWord(Word.AWAIT, arm)
        && symbols.isWord(Word.AWAIT, other)
        && isAwaitable(arm)
        && !isAwaitable(other)) {
      String text =
          "%s is not awaited, as what stands in its place otherwise is; write await(%1$s)"
              .formatted(Wording.expression(call));
      findings.accept(
          Finding.below(arm, call.getMethodSelect(), DiagnosticName.MISSING_AWAIT, text));
    }
  }

  private boolean isAwaitable(TreePath path) {
    return switch (runtime.kindOf(symbols.typeOf(path))) {
      case COROUTINE, DEFERRED, AWAITABLE -> true;
      case GENERATOR, OTHER -> false;
    };
  }

  private static TreePath inside(TreePath parent, ExpressionTree expression) {
    TreePath path = new TreePath(parent, expression);
    return expression instanceof ParenthesizedTree parentheses
        ? inside(path, parentheses.getExpression())
        : path;
  }
}
