package dev.fermata.processor.checks;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.flow.Facts;
import dev.fermata.processor.flow.Flow;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A resource that is closed by awaiting, the hold on a lock or a permit, that was obtained and is
 * on some way neither closed nor passed on; exceptions are ways too.
 */
final class UnclosedAsyncResource implements TreeRule {
  private static final DiagnosticName NAME = DiagnosticName.UNCLOSED_ASYNC_RESOURCE;

  private final Symbols symbols;
  private final Obtaining obtaining;

  UnclosedAsyncResource(Symbols symbols) {
    this.symbols = symbols;
    this.obtaining = new Obtaining(symbols);
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(NAME);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.VARIABLE, Tree.Kind.EXPRESSION_STATEMENT);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    if (path.getLeaf() instanceof ExpressionStatementTree statement) {
      checkStatement(new TreePath(path, statement.getExpression()), findings);
    } else if (!(path.getParentPath().getLeaf() instanceof TryTree)) {
      checkVariable(path, (VariableTree) path.getLeaf(), findings);
    }
  }

  private void checkStatement(TreePath path, Consumer<Finding> findings) {
    if (obtaining.mayObtain(path.getLeaf())
        && symbols.isAsyncResource(path)
        && !symbols.is(path, RuntimeNames.ASYNC_GENERATOR)
        && obtaining.obtains(path)) {
      findings.accept(
          new Finding(
              NAME,
              Symbols.pointAt(path),
              "what %1$s gives is never closed; write try (var %2$s = %1$s) { … }"
                  .formatted(Wording.expression(path.getLeaf()), variableFor(path))));
    }
  }

  private String variableFor(TreePath path) {
    TypeMirror type = symbols.typeOf(path);
    String name = type == null ? "resource" : Symbols.simpleName(type);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private void checkVariable(TreePath path, VariableTree tree, Consumer<Finding> findings) {
    Element variable = symbols.elementOf(path);
    if (variable == null || !symbols.isAsyncResource(path)) {
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
                new ResourceDomain(
                    symbols,
                    variable,
                    obtaining,
                    origin ->
                        found.accept(
                            new Finding(NAME, Symbols.pointAt(origin), message(origin, tree))))));
  }

  private static String message(TreePath origin, VariableTree variable) {
    return "%1$s is not closed on every way from here, exceptions included; write try (var %1$s = %2$s) { … }"
        .formatted(variable.getName(), Wording.expression(origin.getLeaf()));
  }
}
