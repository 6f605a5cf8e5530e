package dev.fermata.processor.checks;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.flow.Facts;
import dev.fermata.processor.flow.Flow;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;

/** The rules about coroutines in local variables, which one way through the body tells. */
final class CoroutineRules implements TreeRule {
  private final Symbols symbols;

  CoroutineRules(Symbols symbols) {
    this.symbols = symbols;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.COROUTINE_NEVER_AWAITED, DiagnosticName.COROUTINE_AWAITED_TWICE);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.VARIABLE);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    Element variable = symbols.elementOf(path);
    if (variable == null || !CoroutineDomain.concerns(path, symbols)) {
      return;
    }
    Followed.bodyAround(
        path,
        symbols,
        findings,
        (body, found) -> {
          CoroutineDomain domain = domain(variable, (VariableTree) path.getLeaf(), found);
          Flow.through(body, isParameter(path) ? domain.ofParameter(path) : Facts.none(), domain);
        });
  }

  private CoroutineDomain domain(Element variable, VariableTree tree, Consumer<Finding> found) {
    return new CoroutineDomain(symbols, variable) {
      @Override
      void lost(TreePath origin) {
        found.accept(
            new Finding(
                DiagnosticName.COROUTINE_NEVER_AWAITED,
                Symbols.pointAt(origin),
                CoroutineNeverAwaited.message(origin, tree)));
      }

      @Override
      void usedAgain(TreePath use) {
        found.accept(
            new Finding(
                DiagnosticName.COROUTINE_AWAITED_TWICE, use, CoroutineAwaitedTwice.message(tree)));
      }
    };
  }

  private static boolean isParameter(TreePath path) {
    Tree around = path.getParentPath().getLeaf();
    return around instanceof MethodTree || around instanceof LambdaExpressionTree;
  }
}
