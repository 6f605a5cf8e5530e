package dev.fermata.processor.checks;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Emitting while a {@code TaskGroup} or a timeout of the generator is open: what these cancel is
 * the task that runs just then, and that runs the code which takes the elements (PEP 789).
 */
final class EmitInScope implements TreeRule {
  private static final List<ClassName> SCOPES =
      List.of(RuntimeNames.TASK_GROUP, RuntimeNames.TIMEOUT);

  private final Symbols symbols;

  EmitInScope(Symbols symbols) {
    this.symbols = symbols;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.EMIT_IN_SCOPE);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    symbols
        .wordOf(path)
        .filter(Word::emits)
        .ifPresent(
            word ->
                scopeAround(path)
                    .ifPresent(
                        scope ->
                            findings.accept(
                                Finding.below(
                                    path,
                                    ((MethodInvocationTree) path.getLeaf()).getMethodSelect(),
                                    DiagnosticName.EMIT_IN_SCOPE,
                                    "%s inside the scope of a %s, which may cancel the code that takes the elements; leave the scope first, or let its tasks put the elements into an AsyncQueue"
                                        .formatted(word.methodName(), scope)))));
  }

  private Optional<String> scopeAround(TreePath path) {
    TreePath below = path;
    for (TreePath at = path.getParentPath(); at != null; below = at, at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof MethodTree
          || tree instanceof ClassTree
          || tree instanceof LambdaExpressionTree) {
        return Optional.empty();
      }
      if (tree instanceof TryTree attempt && attempt.getBlock() == below.getLeaf()) {
        Optional<String> scope = scopeOf(attempt, at);
        if (scope.isPresent()) {
          return scope;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> scopeOf(TryTree attempt, TreePath path) {
    return attempt.getResources().stream()
        .map(resource -> new TreePath(path, resource))
        .flatMap(resource -> SCOPES.stream().filter(scope -> symbols.is(resource, scope)))
        .map(ClassName::simpleName)
        .findFirst();
  }
}
