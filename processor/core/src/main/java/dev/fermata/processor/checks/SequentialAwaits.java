package dev.fermata.processor.checks;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.Word;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Variables in a row that are set to what different calls are awaited for, none of which needs the
 * value of one before it.
 */
final class SequentialAwaits implements TreeRule {
  private final Symbols symbols;
  private final RuntimeTypes runtime;

  SequentialAwaits(Symbols symbols, RuntimeTypes runtime) {
    this.symbols = symbols;
    this.runtime = runtime;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.SEQUENTIAL_AWAITS);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.BLOCK);
  }

  /** Of a row each one but the first is reported, with the one before it. */
  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    Set<Name> row = new HashSet<>();
    @Nullable VariableTree before = null;
    for (StatementTree statement : ((BlockTree) path.getLeaf()).getStatements()) {
      Optional<TreePath> awaited = awaited(statement, path);
      if (awaited.isEmpty()) {
        row.clear();
        before = null;
        continue;
      }
      VariableTree variable = (VariableTree) statement;
      if (mentions(awaited.get().getLeaf(), row)) {
        row.clear();
      } else if (before != null) {
        report(variable, before, new TreePath(path, statement), findings);
      }
      row.add(variable.getName());
      before = variable;
    }
  }

  private static void report(
      VariableTree variable, VariableTree before, TreePath at, Consumer<Finding> findings) {
    MethodInvocationTree await = (MethodInvocationTree) variable.getInitializer();
    findings.accept(
        Finding.below(
            new TreePath(at, await),
            await.getMethodSelect(),
            DiagnosticName.SEQUENTIAL_AWAITS,
            "%s does not need %s, and yet begins only when that is there; start both in a TaskGroup, or gather them"
                .formatted(Wording.expression(await.getArguments().get(0)), before.getName())));
  }

  /** The call that a variable is awaited for. */
  private Optional<TreePath> awaited(StatementTree statement, TreePath block) {
    if (!(statement instanceof VariableTree variable)
        || !(variable.getInitializer() instanceof MethodInvocationTree await)) {
      return Optional.empty();
    }
    TreePath path = new TreePath(new TreePath(block, statement), await);
    if (!symbols.isWord(Word.AWAIT, path)) {
      return Optional.empty();
    }
    ExpressionTree operand = await.getArguments().get(0);
    TreePath call = new TreePath(path, operand);
    return operand instanceof MethodInvocationTree
            && runtime.kindOf(symbols.typeOf(call)) == RuntimeTypes.Kind.COROUTINE
        ? Optional.of(call)
        : Optional.empty();
  }

  private static boolean mentions(Tree tree, Set<Name> names) {
    return Boolean.TRUE.equals(
        new TreeScanner<Boolean, @Nullable Void>() {
          @Override
          public Boolean visitIdentifier(IdentifierTree name, @Nullable Void unused) {
            return names.contains(name.getName());
          }

          @Override
          public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(tree, null));
  }
}
