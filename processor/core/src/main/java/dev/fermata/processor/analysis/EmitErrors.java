package dev.fermata.processor.analysis;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Tells errors that there are only because {@link EmittedTypes} gave an argument a type from those
 * that are in the argument itself: the former are at an expression whose value is emitted.
 */
final class EmitErrors extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final AnalyzedUnit unit;
  private final Diagnostic<? extends JavaFileObject> diagnostic;
  private @Nullable ExpressionTree argument;

  private EmitErrors(AnalyzedUnit unit, Diagnostic<? extends JavaFileObject> diagnostic) {
    this.unit = unit;
    this.diagnostic = diagnostic;
  }

  /**
   * The argument that does not fit.
   *
   * @return empty if the error is of another kind
   */
  static Optional<ExpressionTree> argumentAt(
      AnalyzedUnit unit, Diagnostic<? extends JavaFileObject> diagnostic) {
    EmitErrors scanner = new EmitErrors(unit, diagnostic);
    scanner.scan(unit.tree(), null);
    return Optional.ofNullable(scanner.argument);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    if (call.getArguments().size() == 1 && isRewritten(call)) {
      ExpressionTree candidate = call.getArguments().get(0);
      if (isAt(call.getMethodSelect()) || emittedBy(candidate).stream().anyMatch(this::isAt)) {
        argument = candidate;
      }
    }
    return super.visitMethodInvocation(call, null);
  }

  private boolean isRewritten(MethodInvocationTree call) {
    return call.getTypeArguments().stream()
        .anyMatch(type -> unit.isInserted(unit.attribution().start(type)));
  }

  private boolean isAt(Tree tree) {
    return unit.attribution().start(tree) == diagnostic.getStartPosition()
        && unit.attribution().end(tree) == diagnostic.getEndPosition();
  }

  private static Set<Tree> emittedBy(ExpressionTree argument) {
    Set<Tree> emitted = new HashSet<>();
    addEmitted(argument, emitted);
    return emitted;
  }

  private static void addEmitted(Tree expression, Set<Tree> emitted) {
    emitted.add(expression);
    if (expression instanceof ParenthesizedTree parenthesized) {
      addEmitted(parenthesized.getExpression(), emitted);
    } else if (expression instanceof ConditionalExpressionTree conditional) {
      addEmitted(conditional.getTrueExpression(), emitted);
      addEmitted(conditional.getFalseExpression(), emitted);
    } else if (expression instanceof SwitchExpressionTree) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitYield(YieldTree yield, @Nullable Void unused) {
          addEmitted(yield.getValue(), emitted);
          return null;
        }
      }.scan(expression, null);
    }
  }
}
