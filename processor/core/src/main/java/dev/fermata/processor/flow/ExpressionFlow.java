package dev.fermata.processor.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/**
 * Goes through expressions in the order of their evaluation. What cannot be reached is left out.
 *
 * @param <S> what is known at a place
 */
abstract class ExpressionFlow<S extends Known<S>>
    extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Domain<S> domain;
  private final Jumps<S> jumps;

  /** What is known now; null where no way leads. */
  private @Nullable S state;

  /** The last condition whose outcomes are told apart, and these. */
  private @Nullable Tree condition;

  private @Nullable Outcomes<S> outcomes;

  ExpressionFlow(Domain<S> domain, Jumps<S> jumps) {
    this.domain = domain;
    this.jumps = jumps;
  }

  final Domain<S> domain() {
    return domain;
  }

  final Jumps<S> jumps() {
    return jumps;
  }

  final @Nullable S state() {
    return state;
  }

  final void setState(@Nullable S next) {
    state = next;
  }

  /** Something was evaluated that can throw. */
  final void mayThrow() {
    if (state != null) {
      jumps.raise(state);
    }
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree == null || state == null) {
      return null;
    }
    super.scan(tree, null);
    if (tree instanceof ExpressionTree) {
      evaluated(new TreePath(getCurrentPath(), tree));
    }
    return null;
  }

  /** An expression has been gone through. */
  final void evaluated(TreePath path) {
    Tree tree = path.getLeaf();
    if (state != null && tree != condition) {
      state = domain.evaluated(path, state);
      if (tree instanceof MethodInvocationTree || tree instanceof NewClassTree) {
        jumps.raise(state);
      }
    }
  }

  /** Goes through a condition. What is known then is what its outcome says; the caller sets it. */
  final Outcomes<S> condition(ExpressionTree tree) {
    scan(tree, null);
    S after = state;
    state = null;
    if (outcomes != null && condition == tree) {
      return outcomes;
    }
    if (after == null) {
      return new Outcomes<>(null, null);
    }
    TreePath path = new TreePath(getCurrentPath(), tree);
    return new Outcomes<>(domain.tested(path, true, after), domain.tested(path, false, after));
  }

  private @Nullable Void say(Tree tree, Outcomes<S> said) {
    state = Known.either(said.whenTrue(), said.whenFalse());
    condition = tree;
    outcomes = said;
    return null;
  }

  @Override
  public @Nullable Void visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
    return say(tree, condition(tree.getExpression()));
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
    if (tree.getValue() instanceof Boolean value) {
      return say(tree, value ? new Outcomes<>(state, null) : new Outcomes<>(null, state));
    }
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    if (tree.getKind() != Tree.Kind.LOGICAL_COMPLEMENT) {
      return super.visitUnary(tree, null);
    }
    Outcomes<S> operand = condition(tree.getExpression());
    return say(tree, new Outcomes<>(operand.whenFalse(), operand.whenTrue()));
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
    boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    if (!and && tree.getKind() != Tree.Kind.CONDITIONAL_OR) {
      return super.visitBinary(tree, null);
    }
    Outcomes<S> left = condition(tree.getLeftOperand());
    state = and ? left.whenTrue() : left.whenFalse();
    Outcomes<S> right = condition(tree.getRightOperand());
    return say(
        tree,
        and
            ? new Outcomes<>(right.whenTrue(), Known.either(left.whenFalse(), right.whenFalse()))
            : new Outcomes<>(Known.either(left.whenTrue(), right.whenTrue()), right.whenFalse()));
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void unused) {
    Outcomes<S> condition = condition(tree.getCondition());
    state = condition.whenTrue();
    scan(tree.getTrueExpression(), null);
    S afterTrue = state;
    state = condition.whenFalse();
    scan(tree.getFalseExpression(), null);
    state = Known.either(afterTrue, state);
    return null;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    if (!(tree.getVariable() instanceof IdentifierTree)) {
      scan(tree.getVariable(), null);
    }
    scan(tree.getExpression(), null);
    if (state != null) {
      state = domain.assigned(getCurrentPath(), state);
    }
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    if (state != null) {
      state = domain.declared(getCurrentPath(), state);
    }
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return nested();
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return nested();
  }

  private @Nullable Void nested() {
    if (state != null) {
      state = domain.nested(getCurrentPath(), state);
    }
    return null;
  }

  /**
   * What is known after a condition.
   *
   * @param whenTrue null if it cannot be true
   * @param whenFalse null if it cannot be false
   */
  record Outcomes<S extends Known<S>>(@Nullable S whenTrue, @Nullable S whenFalse) {}
}
