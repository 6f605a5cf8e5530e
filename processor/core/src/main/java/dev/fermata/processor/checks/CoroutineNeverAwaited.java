package dev.fermata.processor.checks;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.flow.Facts;
import dev.fermata.processor.flow.Flow;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;

/**
 * A coroutine in a local variable that on some way is neither awaited, started, returned, stored
 * nor passed on, so that it never runs there.
 */
final class CoroutineNeverAwaited implements TreeRule {
  private static final DiagnosticName NAME = DiagnosticName.COROUTINE_NEVER_AWAITED;

  private final Symbols symbols;

  CoroutineNeverAwaited(Symbols symbols) {
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
        (body, found) ->
            Flow.through(
                body,
                Facts.none(),
                new CoroutineDomain(symbols, variable) {
                  @Override
                  void lost(TreePath origin) {
                    found.accept(new Finding(NAME, Symbols.pointAt(origin), message(origin, tree)));
                  }

                  @Override
                  void usedAgain(TreePath use) {}
                }));
  }

  private static String message(TreePath origin, VariableTree variable) {
    return "%1$s never runs where %2$s is not awaited, and that is not so on every way from here; write await(%2$s) or start(%2$s), or %2$s.discard() where it is not needed"
        .formatted(Wording.expression(origin.getLeaf()), variable.getName());
  }
}
