package dev.fermata.processor.checks;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rules about results that nobody takes. */
final class DiscardRules implements TreeRule {
  private final Discards discards;
  private final MissingAwait missingAwait;

  DiscardRules(Symbols symbols, RuntimeTypes runtime, FunctionTypes functions) {
    this.discards = new Discards(symbols, runtime, functions);
    this.missingAwait = new MissingAwait(new Places(symbols));
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.MISSING_AWAIT, DiagnosticName.DISCARDED_TASK);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Discards.KINDS;
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    discards
        .at(path)
        .ifPresent(
            discarded -> {
              report(
                  DiagnosticName.MISSING_AWAIT, discarded, missingAwait.check(discarded), findings);
              report(
                  DiagnosticName.DISCARDED_TASK,
                  discarded,
                  DiscardedTask.check(discarded),
                  findings);
            });
  }

  private static void report(
      DiagnosticName name, Discarded discarded, Optional<String> text, Consumer<Finding> findings) {
    text.ifPresent(message -> findings.accept(new Finding(name, discarded.at(), message)));
  }
}
