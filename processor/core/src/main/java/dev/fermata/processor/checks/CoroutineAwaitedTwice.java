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

/** A coroutine in a local variable that is used up, and on some way used again. */
final class CoroutineAwaitedTwice implements TreeRule {
  private static final DiagnosticName NAME = DiagnosticName.COROUTINE_AWAITED_TWICE;

  private final Symbols symbols;

  CoroutineAwaitedTwice(Symbols symbols) {
    this.symbols = symbols;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(NAME);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.VARIABLE);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    VariableTree tree = (VariableTree) path.getLeaf();
    Element variable = symbols.elementOf(path);
    if (variable == null || !CoroutineDomain.concerns(path, symbols)) {
      return;
    }
    Followed.bodyAround(
        path,
        symbols,
        findings,
        (body, found) -> {
          CoroutineDomain domain =
              new CoroutineDomain(symbols, variable) {
                @Override
                void lost(TreePath origin) {}

                @Override
                void usedAgain(TreePath use) {
                  found.accept(new Finding(NAME, use, message(tree)));
                }
              };
          Flow.through(body, isParameter(path) ? domain.ofParameter(path) : Facts.none(), domain);
        });
  }

  private static boolean isParameter(TreePath path) {
    Tree around = path.getParentPath().getLeaf();
    return around instanceof MethodTree || around instanceof LambdaExpressionTree;
  }

  private static String message(VariableTree variable) {
    return "%1$s may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(%1$s)"
        .formatted(variable.getName());
  }
}
