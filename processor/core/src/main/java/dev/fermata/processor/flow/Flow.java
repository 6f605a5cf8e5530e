package dev.fermata.processor.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.flow.Jumps.Frame;
import dev.fermata.processor.flow.Jumps.Target;
import dev.fermata.processor.graph.Cases;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the statements of a body along all ways. Loops are gone through until nothing new is
 * known.
 *
 * @param <S> what is known at a place
 */
public final class Flow<S extends Known<S>> extends ExpressionFlow<S> {
  private final Tree body;

  /** What is known where a case of the innermost switch is chosen. */
  private @Nullable S selected;

  private Flow(Domain<S> domain, Tree body) {
    super(domain, new Jumps<>());
    this.body = body;
  }

  /**
   * Goes through a body: the block of a method, an initialiser, or the body of a lambda.
   *
   * @param start what is known when it begins
   */
  public static <S extends Known<S>> void through(TreePath body, S start, Domain<S> domain) {
    Flow<S> flow = new Flow<>(domain, body.getLeaf());
    Frame<S> all = flow.jumps().enterTry(body.getLeaf(), false);
    flow.setState(start);
    flow.scan(body, null);
    if (body.getLeaf() instanceof ExpressionTree) {
      flow.evaluated(body);
    }
    S end = Known.either(flow.state(), all.breaks());
    if (end != null) {
      domain.returned(end);
    }
    S thrown = all.takeThrown();
    if (thrown != null) {
      domain.thrown(thrown);
    }
  }

  /** Ends a way that goes on at a target. */
  private @Nullable Void jump(Tree target, boolean next) {
    S state = state();
    if (state != null) {
      jumps().jump(new Target(target, next), state);
      setState(null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
    Outcomes<S> condition = condition(tree.getCondition());
    setState(condition.whenTrue());
    scan(tree.getThenStatement(), null);
    S afterThen = state();
    setState(condition.whenFalse());
    scan(tree.getElseStatement(), null);
    setState(Known.either(afterThen, state()));
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
    return loop(
        tree,
        frame -> {
          Outcomes<S> condition = condition(tree.getCondition());
          setState(condition.whenTrue());
          inner(tree.getStatement(), frame);
          return condition.whenFalse();
        });
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
    return loop(
        tree,
        frame -> {
          inner(tree.getStatement(), frame);
          Outcomes<S> condition = condition(tree.getCondition());
          setState(condition.whenTrue());
          return condition.whenFalse();
        });
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    return loop(
        tree,
        frame -> {
          S exit = null;
          if (tree.getCondition() != null) {
            Outcomes<S> condition = condition(tree.getCondition());
            setState(condition.whenTrue());
            exit = condition.whenFalse();
          }
          inner(tree.getStatement(), frame);
          scan(tree.getUpdate(), null);
          return exit;
        });
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    return loop(
        tree,
        frame -> {
          mayThrow();
          S exit = state();
          scan(tree.getVariable(), null);
          inner(tree.getStatement(), frame);
          return exit;
        });
  }

  /** Goes through the statement of a loop, to where its next round is begun. */
  private void inner(StatementTree statement, Frame<S> frame) {
    scan(statement, null);
    setState(Known.either(state(), frame.continues()));
  }

  /**
   * Goes through a loop.
   *
   * @param round goes through it once, to where the next round begins, and returns what is known
   *     where its condition has ended it
   */
  private @Nullable Void loop(Tree tree, Round<S> round) {
    for (S entry = state(); ; ) {
      Frame<S> frame = jumps().enter(tree);
      S exit = round.take(frame);
      jumps().leave();
      S again = Known.either(entry, state());
      if (Objects.equals(again, entry)) {
        setState(Known.either(exit, frame.breaks()));
        return null;
      }
      entry = again;
      setState(entry);
    }
  }

  private interface Round<S extends Known<S>> {
    @Nullable S take(Frame<S> frame);
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
    Frame<S> frame = jumps().enter(tree);
    scan(tree.getStatement(), null);
    jumps().leave();
    setState(Known.either(state(), frame.breaks()));
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    boolean exhaustive =
        tree.getCases().stream().anyMatch(it -> Cases.isDefault(it) || Cases.isEnhanced(it));
    Frame<S> frame = jumps().enter(tree);
    S notTaken = cases(tree.getCases());
    jumps().leave();
    S end = Known.either(state(), frame.breaks());
    setState(exhaustive ? end : Known.either(end, notTaken));
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    Frame<S> frame = jumps().enter(tree);
    cases(tree.getCases());
    jumps().leave();
    setState(frame.breaks());
    return null;
  }

  /** Goes through all cases; returns what is known if none is taken. */
  private @Nullable S cases(List<? extends CaseTree> cases) {
    S around = selected;
    selected = state();
    setState(null);
    for (CaseTree one : cases) {
      setState(Known.either(state(), selected));
      scan(one, null);
    }
    S notTaken = selected;
    selected = around;
    return notTaken;
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
    ExpressionTree guard = Cases.guard(tree);
    if (guard != null) {
      Outcomes<S> condition = condition(guard);
      selected = Known.either(selected, condition.whenFalse());
      setState(condition.whenTrue());
    }
    if (Cases.isArrow(tree)) {
      scan(tree.getBody(), null);
      return jump(getCurrentPath().getParentPath().getLeaf(), false);
    }
    return scan(tree.getStatements(), null);
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
    scan(tree.getValue(), null);
    return jump(JumpTargets.ofYield(getCurrentPath()), false);
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
    return jump(JumpTargets.ofBreak(getCurrentPath()), false);
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
    return jump(JumpTargets.ofContinue(getCurrentPath()), true);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    return jump(body, false);
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    S state = state();
    if (state != null) {
      domain().throwing(getCurrentPath(), state);
      mayThrow();
      setState(null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    BlockTree last = tree.getFinallyBlock();
    Frame<S> frame = jumps().enterTry(tree, last != null);
    resourcesAndBlock(tree);
    S end = state();
    S thrown = frame.takeThrown();
    if (thrown != null && tree.getCatches().stream().noneMatch(Flow::catchesAll)) {
      jumps().raise(thrown);
    }
    for (CatchTree clause : tree.getCatches()) {
      setState(domain().caught(new TreePath(getCurrentPath(), clause), thrown));
      scan(clause, null);
      end = Known.either(end, state());
    }
    setState(end);
    leave(frame, () -> scan(last, null));
    return null;
  }

  /** Resources are closed on all ways out of the block, which may throw before the clauses. */
  private void resourcesAndBlock(TryTree tree) {
    if (tree.getResources().isEmpty()) {
      scan(tree.getBlock(), null);
      return;
    }
    scan(tree.getResources(), null);
    Frame<S> frame = jumps().enterTry(tree.getBlock(), true);
    scan(tree.getBlock(), null);
    leave(frame, this::mayThrow);
  }

  private static boolean catchesAll(CatchTree clause) {
    String type = clause.getParameter().getType().toString();
    return type.equals("Throwable") || type.equals("java.lang.Throwable");
  }

  /**
   * Leaves a {@code try}.
   *
   * @param last goes through what comes last on each way
   */
  private void leave(Frame<S> frame, Runnable last) {
    jumps().leave();
    last.run();
    S end = state();
    S thrown = frame.takeThrown();
    if (thrown != null) {
      setState(thrown);
      last.run();
      mayThrow();
    }
    frame
        .held()
        .forEach(
            (target, state) -> {
              setState(state);
              last.run();
              jump(target.tree(), target.next());
            });
    setState(end);
  }
}
