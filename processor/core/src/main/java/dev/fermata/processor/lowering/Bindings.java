package dev.fermata.processor.lowering;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Local;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pattern variables an expression or statement introduces (JLS 6.3.1 and 6.3.2). */
public final class Bindings {
  private final Typed typed;
  private final Graph graph;

  /** For the variables of one body, which have locals in the graph. */
  public Bindings(Typed typed, Graph graph) {
    this.typed = typed;
    this.graph = graph;
  }

  /** The variables that are bound where {@code tree} is true. */
  public List<Local> whenTrue(ExpressionTree tree) {
    return bound(tree, true);
  }

  /** The variables that are bound where {@code tree} is false. */
  public List<Local> whenFalse(ExpressionTree tree) {
    return bound(tree, false);
  }

  private List<Local> bound(ExpressionTree tree, boolean outcome) {
    ExpressionTree condition = Words.strip(tree);
    List<Local> found = new ArrayList<>();
    if (condition instanceof InstanceOfTree test && outcome) {
      found.addAll(inPattern(test.getPattern()));
    } else if (condition instanceof UnaryTree unary
        && unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      found.addAll(bound(unary.getExpression(), !outcome));
    } else if (condition instanceof BinaryTree binary) {
      boolean both =
          outcome
              ? binary.getKind() == Tree.Kind.CONDITIONAL_AND
              : binary.getKind() == Tree.Kind.CONDITIONAL_OR;
      if (both) {
        found.addAll(bound(binary.getLeftOperand(), outcome));
        found.addAll(bound(binary.getRightOperand(), outcome));
      }
    }
    return found;
  }

  /** The variables that a pattern binds. */
  public List<Local> inPattern(@Nullable Tree pattern) {
    List<Local> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void p) {
        Local local = graph.local(typed.element(tree.getVariable()));
        if (local != null) {
          found.add(local);
        }
        return null;
      }
    }.scan(pattern, null);
    return found;
  }

  /** The variables that a statement introduces to the statements after it. */
  public List<Local> after(StatementTree tree, Completion completion) {
    if (tree instanceof IfTree branch) {
      boolean thenCompletes = completion.canComplete(branch.getThenStatement());
      StatementTree alternative = branch.getElseStatement();
      boolean elseCompletes = alternative == null || completion.canComplete(alternative);
      if (!thenCompletes && elseCompletes) {
        return whenFalse(branch.getCondition());
      }
      return thenCompletes && !elseCompletes ? whenTrue(branch.getCondition()) : List.of();
    }
    if (tree instanceof WhileLoopTree loop) {
      return whenFalse(loop.getCondition());
    }
    if (tree instanceof DoWhileLoopTree loop) {
      return whenFalse(loop.getCondition());
    }
    if (tree instanceof ForLoopTree loop && loop.getCondition() != null) {
      return whenFalse(loop.getCondition());
    }
    return tree instanceof LabeledStatementTree labeled
        ? after(labeled.getStatement(), completion)
        : List.of();
  }
}
