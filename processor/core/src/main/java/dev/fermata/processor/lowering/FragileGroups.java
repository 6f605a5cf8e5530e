package dev.fermata.processor.lowering;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds the switch statements over which javac 17 may err where a pattern is matched against
 * something that is no local variable: those whose groups declare variables. In the place of such a
 * variable javac may have held what was matched, and takes it for assigned in the groups after its
 * own; the class then fails verification.
 *
 * <p>Whether it does depends on how many variables there are, which is another number in generated
 * code than in the user's. So such a switch cannot be kept.
 */
final class FragileGroups extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final Tree body;
  private final List<SwitchTree> found = new ArrayList<>();
  private boolean matches;

  private FragileGroups(Typed typed, Tree body) {
    this.typed = typed;
    this.body = body;
  }

  /** The ones in a body, outside of the lambdas and classes in it. */
  static List<SwitchTree> in(Typed typed, Tree body) {
    FragileGroups groups = new FragileGroups(typed, body);
    groups.scan(body, null);
    return groups.matches ? groups.found : List.of();
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void p) {
    for (CaseTree group : tree.getCases()) {
      if (group.getStatements() != null
          && group.getStatements().stream().anyMatch(VariableTree.class::isInstance)) {
        found.add(tree);
        break;
      }
    }
    return super.visitSwitch(tree, null);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void p) {
    matches |= tree.getPattern() != null && !isLocal(tree.getExpression());
    return super.visitInstanceOf(tree, null);
  }

  private boolean isLocal(ExpressionTree matched) {
    ExpressionTree inner = matched;
    while (inner instanceof ParenthesizedTree parentheses) {
      inner = parentheses.getExpression();
    }
    Element element = typed.element(inner);
    return element instanceof VariableElement && !element.getKind().isField();
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    return tree == body ? super.visitLambdaExpression(tree, null) : null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    return null;
  }
}
