package dev.fermata.processor.lowering;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the switch expressions that javac 17 may err on where operands of an expression around them
 * wait on the stack: those with {@code try}, {@code synchronized} or patterns inside.
 *
 * <p>Where generated code has operands that the user's has not, such a switch has to be a statement
 * of its own.
 */
final class FragileSwitches extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final List<SwitchExpressionTree> found = new ArrayList<>();
  private @Nullable SwitchExpressionTree around;

  private FragileSwitches() {}

  /** The outermost ones in an expression. */
  static List<SwitchExpressionTree> in(@Nullable Tree expression) {
    FragileSwitches switches = new FragileSwitches();
    switches.scan(expression, null);
    return switches.found;
  }

  private void find() {
    if (around != null && !found.contains(around)) {
      found.add(around);
    }
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void p) {
    SwitchExpressionTree outer = around;
    around = outer == null ? tree : outer;
    super.visitSwitchExpression(tree, null);
    around = outer;
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void p) {
    find();
    return super.visitTry(tree, null);
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void p) {
    find();
    return super.visitSynchronized(tree, null);
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void p) {
    find();
    return super.visitBindingPattern(tree, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    return null;
  }
}
