package dev.fermata.processor.checks;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** All checks of attributed classes. */
public final class Checks {
  private final Symbols symbols;
  private final Map<DiagnosticName, Rule> rules = new LinkedHashMap<>();

  /** Checks classes that these know. */
  public Checks(Trees trees, Elements elements, Types types) {
    this.symbols = new Symbols(trees, elements, types);
    rules.put(DiagnosticName.AWAIT_OUTSIDE_ASYNC, new AwaitOutsideAsync(symbols));
    rules.put(DiagnosticName.AWAIT_IN_LAMBDA, new AwaitInLambda());
    rules.put(DiagnosticName.EMIT_OUTSIDE_GENERATOR, new EmitOutsideGenerator());
    rules.put(DiagnosticName.AWAIT_IN_SYNCHRONIZED, new AwaitInSynchronized());
  }

  /** What is wrong in the class at {@code path} and the classes in it. */
  public List<Finding> findings(TreePath path) {
    List<Finding> problems = new ArrayList<>(LocalOwner.problems(path, symbols));
    Uses.in(path, symbols).forEach(use -> problemOf(use).ifPresent(problems::add));
    return problems;
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
