package dev.fermata.processor.checks;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.flow.Facts;
import dev.fermata.processor.flow.Flow;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A clause of a body that catches the cancellation of its task, and on some way does not throw it
 * again: the task goes on as if nobody had asked it to end.
 */
final class SwallowedCancellation implements TreeRule {
  private static final DiagnosticName NAME = DiagnosticName.SWALLOWED_CANCELLATION;

  private final Symbols symbols;
  private final Places places;
  private final OwnCancellations own;

  SwallowedCancellation(Symbols symbols) {
    this.symbols = symbols;
    this.places = new Places(symbols);
    this.own = new OwnCancellations(symbols);
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(NAME);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CATCH);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    CatchTree clause = (CatchTree) path.getLeaf();
    TreePath parameter = new TreePath(path, clause.getParameter());
    Element variable = symbols.elementOf(parameter);
    if (variable == null
        || !catchesCancellation(path)
        || !places.of(path).isTransformed()
        || !own.maySee(path)) {
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
                new CaughtDomain(
                    symbols,
                    variable,
                    clause,
                    () -> found.accept(new Finding(NAME, parameter, message(clause))))));
  }

  /** Whether a cancellation gets to the clause at {@code path}, and not to one before it. */
  private boolean catchesCancellation(TreePath path) {
    TryTree tree = (TryTree) path.getParentPath().getLeaf();
    for (CatchTree clause : tree.getCatches()) {
      if (clause == path.getLeaf()) {
        return includesCancellation(path);
      }
      if (includesCancellation(new TreePath(path.getParentPath(), clause))) {
        return false;
      }
    }
    return false;
  }

  private boolean includesCancellation(TreePath path) {
    TreePath parameter = new TreePath(path, ((CatchTree) path.getLeaf()).getParameter());
    Tree type = ((CatchTree) path.getLeaf()).getParameter().getType();
    TreePath typePath = new TreePath(parameter, type);
    List<? extends Tree> alternatives =
        type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
    return alternatives.stream()
        .map(it -> it == type ? typePath : new TreePath(typePath, it))
        .anyMatch(
            it -> {
              TypeMirror caught = symbols.typeOf(it);
              return caught != null && symbols.includes(caught, RuntimeNames.CANCELLED_ERROR);
            });
  }

  private static String message(CatchTree clause) {
    String type = String.valueOf(clause.getParameter().getType());
    CharSequence name = clause.getParameter().getName();
    String advice =
        type.endsWith("CancelledError")
            ? "write throw %1$s at the end; if only what is awaited was cancelled, ask Cancellation.isMine(%1$s)"
            : "write catch (CancelledError e) { throw e; } before it, or catch Exception";
    return "catch (%s %s) ends the cancellation of the task, which then goes on as if nobody had asked; %s"
        .formatted(type, name, advice.formatted(name));
  }
}
