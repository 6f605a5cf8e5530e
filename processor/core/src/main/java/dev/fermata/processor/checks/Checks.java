package dev.fermata.processor.checks;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** All checks of attributed classes. */
public final class Checks {
  private final Elements elements;
  private final Map<Tree.Kind, List<TreeRule>> rules;
  private final Predicate<Finding> isWanted;
  private @Nullable Boolean isInSight;

  private Checks(Elements elements, List<TreeRule> rules, Predicate<Finding> isWanted) {
    this.elements = elements;
    this.rules = Walk.byKind(rules);
    this.isWanted = isWanted;
  }

  /** The rules that a body must not break to be transformed. */
  public static Checks ofBodies(Trees trees, Elements elements, Types types) {
    return new Checks(
        elements, rulesOfBodies(new Symbols(trees, elements, types)), finding -> true);
  }

  /** All rules that report something that is on, of what the user has written. */
  public static Checks ofAllCode(
      Trees trees, Elements elements, Types types, Predicate<DiagnosticName> isOn) {
    Symbols symbols = new Symbols(trees, elements, types);
    RuntimeTypes runtime = new RuntimeTypes(types);
    FunctionTypes functions = new FunctionTypes(elements);
    List<TreeRule> rules = new ArrayList<>(rulesOfBodies(symbols));
    rules.add(new DiscardRules(symbols, runtime, functions));
    rules.add(new MissingAwaitInArm(symbols, runtime));
    Owners owners = new Owners(elements);
    rules.add(new UntransformedInstance(symbols, owners));
    rules.add(new UntransformedSubclass(symbols, owners));
    rules.add(new UntransformedStatic(symbols, owners));
    rules.add(new UnawaitedReturnInTry(symbols, runtime));
    rules.add(new EmitInScope(symbols));
    BodyCode bodies = new BodyCode(symbols);
    LoopInsideLoop loops = new LoopInsideLoop(symbols, bodies);
    rules.add(loops);
    rules.add(new BlockingCall(symbols, bodies, loops));
    rules.add(new AsyncWithoutAwait(symbols));
    rules.add(new SequentialAwaits(symbols, runtime));
    rules.add(new CoroutineRules(symbols));
    rules.add(new UnclosedAsyncResource(symbols));
    rules.add(new SwallowedCancellation(symbols));
    rules.removeIf(rule -> rule.names().stream().noneMatch(isOn));
    return new Checks(elements, rules, new Written(trees.getSourcePositions())::isBy);
  }

  private static List<TreeRule> rulesOfBodies(Symbols symbols) {
    return List.of(new LocalOwner(symbols), new WordRules(symbols));
  }

  /** What is wrong in the class or method at {@code path} and all that is in it. */
  public List<Finding> findings(TreePath path) {
    return isInSight() ? Walk.findings(path, rules).stream().filter(isWanted).toList() : List.of();
  }

  /** Where there is neither the runtime nor the annotations, no code can be about Fermata. */
  private boolean isInSight() {
    Boolean known = isInSight;
    if (known == null) {
      known =
          !elements.getAllTypeElements(RuntimeNames.COROUTINE.canonicalName()).isEmpty()
              || !elements.getAllTypeElements(RuntimeNames.ASYNC.canonicalName()).isEmpty();
      isInSight = known;
    }
    return known;
  }
}
