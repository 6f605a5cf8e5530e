package dev.fermata.processor.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.fermata.processor.graph.Cases;
import java.util.List;

/**
 * Whether a statement can complete normally (JLS 14.22), so that nothing unreachable is written
 * after it.
 */
public final class Completion {
  private final Typed typed;
  private final Jumps jumps;

  Completion(Typed typed, Jumps jumps) {
    this.typed = typed;
    this.jumps = jumps;
  }

  static Completion of(Lowering lowering) {
    return new Completion(lowering.typed(), lowering.jumps());
  }

  /** For a body by itself. */
  public static Completion of(Typed typed, Tree body) {
    return new Completion(typed, new Jumps(body));
  }

  /** Whether control may come to what follows a statement. */
  public boolean canComplete(StatementTree tree) {
    if (tree instanceof ReturnTree
        || tree instanceof ThrowTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof YieldTree) {
      return false;
    }
    if (tree instanceof BlockTree block) {
      return all(block.getStatements());
    }
    if (tree instanceof LabeledStatementTree labeled) {
      return canComplete(labeled.getStatement()) || isLeft(labeled);
    }
    if (tree instanceof IfTree branch) {
      StatementTree alternative = branch.getElseStatement();
      return alternative == null
          || canComplete(branch.getThenStatement())
          || canComplete(alternative);
    }
    if (tree instanceof WhileLoopTree loop) {
      return !isTrue(loop.getCondition()) || isLeft(loop);
    }
    if (tree instanceof DoWhileLoopTree loop) {
      boolean reachesCondition = canComplete(loop.getStatement()) || isContinued(loop);
      return (reachesCondition && !isTrue(loop.getCondition())) || isLeft(loop);
    }
    if (tree instanceof ForLoopTree loop) {
      ExpressionTree condition = loop.getCondition();
      return (condition != null && !isTrue(condition)) || isLeft(loop);
    }
    if (tree instanceof SynchronizedTree locked) {
      return canComplete(locked.getBlock());
    }
    if (tree instanceof TryTree attempt) {
      return tryCompletes(attempt);
    }
    return !(tree instanceof SwitchTree choice) || switchCompletes(choice);
  }

  private boolean all(List<? extends StatementTree> statements) {
    return statements.stream().allMatch(this::canComplete);
  }

  private boolean tryCompletes(TryTree tree) {
    BlockTree last = tree.getFinallyBlock();
    if (last != null && !canComplete(last)) {
      return false;
    }
    return canComplete(tree.getBlock())
        || tree.getCatches().stream().map(CatchTree::getBlock).anyMatch(this::canComplete);
  }

  private boolean switchCompletes(SwitchTree tree) {
    List<? extends CaseTree> cases = tree.getCases();
    boolean exhaustive =
        cases.stream().anyMatch(arm -> Cases.isDefault(arm) || Cases.isEnhanced(arm));
    if (!exhaustive || cases.isEmpty() || isLeft(tree)) {
      return true;
    }
    CaseTree last = cases.get(cases.size() - 1);
    if (!Cases.isArrow(last)) {
      return all(Cases.statements(last));
    }
    return cases.stream()
        .anyMatch(arm -> Cases.statements(arm).isEmpty() || all(Cases.statements(arm)));
  }

  private boolean isLeft(Tree target) {
    return jumps.to(target).stream().anyMatch(j -> j.tree() instanceof BreakTree && arrives(j));
  }

  private boolean isContinued(Tree loop) {
    return jumps.to(loop).stream().anyMatch(j -> j.tree() instanceof ContinueTree && arrives(j));
  }

  /** Whether no {@code finally} on the way of a jump takes it over (JLS 14.22). */
  private boolean arrives(Jumps.Jump jump) {
    return jump.tries().stream()
        .map(TryTree::getFinallyBlock)
        .allMatch(last -> last == null || canComplete(last) || typed.contains(last, jump.tree()));
  }

  /** Whether a condition is the constant true. */
  boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(new Constants(typed).value(condition));
  }
}
