package dev.fermata.processor.flow;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** What a jump is about (JLS 14.15, 14.16, 14.21). */
final class JumpTargets {
  private JumpTargets() {}

  /** The statement that a {@code break} ends. */
  static Tree ofBreak(TreePath path) {
    Name label = ((BreakTree) path.getLeaf()).getLabel();
    return label == null
        ? innermost(path, tree -> isLoop(tree) || tree instanceof SwitchTree)
        : labeled(path, label);
  }

  /** The loop that a {@code continue} goes on with. */
  static Tree ofContinue(TreePath path) {
    Name label = ((ContinueTree) path.getLeaf()).getLabel();
    Tree target = label == null ? innermost(path, JumpTargets::isLoop) : labeled(path, label);
    while (target instanceof LabeledStatementTree statement) {
      target = statement.getStatement();
    }
    return target;
  }

  /** The expression that a {@code yield} gives its value. */
  static Tree ofYield(TreePath path) {
    return innermost(path, SwitchExpressionTree.class::isInstance);
  }

  private static Tree labeled(TreePath path, @Nullable Name label) {
    return innermost(
        path,
        tree -> tree instanceof LabeledStatementTree it && it.getLabel().contentEquals(label));
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  private static Tree innermost(TreePath path, Predicate<Tree> which) {
    for (Tree tree : path) {
      if (which.test(tree)) {
        return tree;
      }
    }
    throw new IllegalStateException("a jump out of nothing: " + path.getLeaf());
  }
}
