package dev.fermata.processor.lowering;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the jumps of a body go, by identity of trees.
 *
 * <p>In: a body. Out: for each {@code break}, {@code continue} and {@code yield} the statement or
 * switch that it is about; for each {@code return} the body itself; and the tries around each.
 */
final class Jumps extends TreeScanner<@Nullable Void, @Nullable Void> {
  /**
   * One jump.
   *
   * @param tree the {@code break}, {@code continue}, {@code yield} or {@code return}
   * @param target the labelled statement or switch that is left, the loop that goes on, or the body
   *     for a return
   * @param tries the tries between the jump and its target, innermost first
   * @param loops the loops over elements between the jump and its target
   */
  record Jump(Tree tree, Tree target, List<TryTree> tries, List<EnhancedForLoopTree> loops) {}

  private final Tree body;
  private final Deque<Tree> around = new ArrayDeque<>();
  private final IdentityHashMap<Tree, Jump> jumps = new IdentityHashMap<>();
  private final List<Jump> inOrder = new ArrayList<>();
  private final IdentityHashMap<Tree, List<Jump>> byTarget = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Range> ranges = new IdentityHashMap<>();

  /** Which of the jumps in order are inside a statement. */
  private record Range(int from, int to) {}

  Jumps(Tree body) {
    this.body = body;
    scan(body, null);
  }

  /** The jump of a tree. */
  Jump jump(Tree tree) {
    Jump jump = jumps.get(tree);
    if (jump == null) {
      throw new Untransformable(tree, "this jump has no target");
    }
    return jump;
  }

  /** All jumps, in order. */
  List<Jump> all() {
    return inOrder;
  }

  /** The jumps inside a statement, in order. */
  List<Jump> within(StatementTree tree) {
    Range range = ranges.get(tree);
    return range == null ? List.of() : inOrder.subList(range.from(), range.to());
  }

  /** The jumps to a target. */
  List<Jump> to(Tree target) {
    return byTarget.getOrDefault(target, List.of());
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if (tree == null) {
      return null;
    }
    int from = inOrder.size();
    around.push(tree);
    super.scan(tree, null);
    around.pop();
    if (tree instanceof StatementTree && inOrder.size() > from) {
      ranges.put(tree, new Range(from, inOrder.size()));
    }
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    return tree == body ? super.visitLambdaExpression(tree, null) : null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void p) {
    for (Tree outer : around) {
      boolean hit =
          tree.getLabel() == null
              ? isLoop(outer) || outer instanceof SwitchTree
              : outer instanceof LabeledStatementTree labeled
                  && labeled.getLabel().equals(tree.getLabel());
      if (hit) {
        add(tree, outer);
        return null;
      }
    }
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void p) {
    for (Tree outer : around) {
      if (tree.getLabel() == null && isLoop(outer)) {
        add(tree, outer);
        return null;
      }
      if (outer instanceof LabeledStatementTree labeled
          && labeled.getLabel().equals(tree.getLabel())) {
        add(tree, unlabeled(labeled));
        return null;
      }
    }
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void p) {
    for (Tree outer : around) {
      if (outer instanceof SwitchExpressionTree) {
        add(tree, outer);
        break;
      }
    }
    return super.visitYield(tree, null);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void p) {
    add(tree, body);
    return super.visitReturn(tree, null);
  }

  private void add(Tree tree, Tree target) {
    List<TryTree> tries = new ArrayList<>();
    List<EnhancedForLoopTree> loops = new ArrayList<>();
    for (Tree outer : around) {
      if (outer == target) {
        break;
      }
      if (outer instanceof TryTree attempt) {
        tries.add(attempt);
      } else if (outer instanceof EnhancedForLoopTree loop) {
        loops.add(loop);
      }
    }
    Jump jump = new Jump(tree, target, tries, loops);
    jumps.put(tree, jump);
    inOrder.add(jump);
    byTarget.computeIfAbsent(target, t -> new ArrayList<>()).add(jump);
  }

  private static Tree unlabeled(LabeledStatementTree labeled) {
    StatementTree inner = labeled.getStatement();
    while (inner instanceof LabeledStatementTree next) {
      inner = next.getStatement();
    }
    return inner;
  }

  static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }
}
