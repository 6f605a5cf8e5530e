package dev.fermata.processor.checks;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rules about where the words of the language may be used. */
final class WordRules implements TreeRule {
  private final Uses uses;

  private final Map<DiagnosticName, Rule> rules = new LinkedHashMap<>();

  WordRules(Symbols symbols) {
    this.uses = new Uses(symbols);
    rules.put(DiagnosticName.AWAIT_OUTSIDE_ASYNC, new AwaitOutsideAsync(symbols));
    rules.put(DiagnosticName.AWAIT_IN_LAMBDA, new AwaitInLambda());
    rules.put(DiagnosticName.EMIT_OUTSIDE_GENERATOR, new EmitOutsideGenerator());
    rules.put(DiagnosticName.AWAIT_IN_SYNCHRONIZED, new AwaitInSynchronized());
  }

  @Override
  public Set<DiagnosticName> names() {
    return rules.keySet();
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Uses.KINDS;
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    uses.at(path).forEach(use -> problemOf(use).ifPresent(findings));
  }

  /** A use has at most one problem: the first of the rules in their order. */
  private Optional<Finding> problemOf(Use use) {
    return rules.entrySet().stream()
        .flatMap(
            rule ->
                rule
                    .getValue()
                    .check(use)
                    .map(text -> new Finding(rule.getKey(), use.at(), text))
                    .stream())
        .findFirst();
  }
}
