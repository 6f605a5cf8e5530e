package dev.fermata.processor.checks;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.flow.Facts;
import dev.fermata.processor.model.RuntimeNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the coroutines in a local variable: each is used up when it is awaited, started
 * or given to the runtime otherwise. Of one that is passed on to others nothing is known.
 */
abstract class CoroutineDomain extends VariableDomain<CoroutineDomain.Value> {
  /** Methods of every object, which say nothing of what the coroutine is for. */
  private static final Set<String> OBJECT_METHODS =
      Set.of("toString", "hashCode", "equals", "getClass");

  private final Map<Tree, TreePath> origins = new LinkedHashMap<>();

  CoroutineDomain(Symbols symbols, Element variable) {
    super(symbols, variable);
  }

  /** A coroutine that was made for the variable, and is not used up, goes out of reach. */
  abstract void lost(TreePath origin);

  /** A coroutine that may be used up is used at {@code path}. */
  abstract void usedAgain(TreePath path);

  /** Whether the variable at {@code path} is a local one, or a parameter, for coroutines. */
  static boolean concerns(TreePath path, Symbols symbols) {
    return symbols.isExactly(path, RuntimeNames.COROUTINE);
  }

  /** What is known where the body of a method begins whose parameter this is. */
  final Facts<Value> ofParameter(TreePath parameter) {
    return value(parameter, false);
  }

  private Facts<Value> value(TreePath origin, boolean isMade) {
    origins.put(origin.getLeaf(), origin);
    return Facts.of(new Value(origin.getLeaf(), isMade, false));
  }

  @Override
  final Facts<Value> set(TreePath declaration, @Nullable TreePath value, Facts<Value> before) {
    lost(before);
    if (value != null) {
      return isNull(value.getLeaf()) ? Facts.none() : value(value, isMade(value));
    }
    return declaration.getLeaf() instanceof VariableTree
            && declaration.getParentPath().getLeaf() instanceof EnhancedForLoopTree
        ? value(declaration, false)
        : Facts.none();
  }

  /** Whether an expression makes a coroutine, which nobody else has then. */
  private boolean isMade(TreePath value) {
    Tree tree = value.getLeaf();
    if (tree instanceof ConditionalExpressionTree conditional) {
      return isMade(new TreePath(value, conditional.getTrueExpression()))
          && isMade(new TreePath(value, conditional.getFalseExpression()));
    }
    return tree instanceof MethodInvocationTree
        && symbols().elementOf(value) instanceof ExecutableElement method
        && method.getReturnType().getKind() != TypeKind.TYPEVAR;
  }

  @Override
  final Facts<Value> used(TreePath path, Facts<Value> before) {
    Usage usage = Usage.of(path);
    return switch (usage.kind()) {
      case TEST -> before;
      case ARGUMENT -> isRuntime(usage.by()) ? usedUp(path, before) : Facts.none();
      case RECEIVER -> OBJECT_METHODS.contains(usage.method()) ? before : usedUp(path, before);
      case CONSTRUCTION, THROWN, RESOURCE, OTHER -> Facts.none();
    };
  }

  private boolean isRuntime(TreePath call) {
    Element method = symbols().elementOf(call);
    return method != null && symbols().isOfRuntime(method);
  }

  private Facts<Value> usedUp(TreePath path, Facts<Value> before) {
    if (before.all().stream().anyMatch(Value::isUsed)) {
      usedAgain(path);
    }
    return before.map(value -> new Value(value.origin(), value.isMade(), true));
  }

  @Override
  public final void returned(Facts<Value> before) {
    lost(before);
  }

  private void lost(Facts<Value> values) {
    for (Value value : values.all()) {
      TreePath origin = origins.get(value.origin());
      if (value.isMade() && !value.isUsed() && origin != null) {
        lost(origin);
      }
    }
  }

  /**
   * A coroutine.
   *
   * @param origin the expression that gives it
   * @param isMade whether it was made there
   * @param isUsed whether it is used up
   */
  record Value(Tree origin, boolean isMade, boolean isUsed) {}
}
