package dev.fermata.processor.machine;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.lowering.Typed;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Finds where a {@code try} cannot be written: javac, up to 25 at least, breaks down over one
 * inside a switch expression if a {@code long} or {@code double} operand waits on the stack at its
 * left.
 */
final class WideOperands {
  private final Typed typed;

  WideOperands(Typed typed) {
    this.typed = typed;
  }

  /** Whether a statement is in a switch expression that may have such an operand at its left. */
  boolean areLeftOf(Tree statement) {
    boolean inSwitch = false;
    TreePath path = typed.path(statement);
    while (path != null && path.getParentPath() != null) {
      Tree child = path.getLeaf();
      inSwitch |= child instanceof SwitchExpressionTree;
      path = path.getParentPath();
      if (inSwitch && isLeftOf(child, path.getLeaf())) {
        return true;
      }
    }
    return false;
  }

  private boolean isLeftOf(Tree child, Tree parent) {
    if (parent instanceof BinaryTree binary) {
      return child == binary.getRightOperand()
          && (isWide(binary.getLeftOperand()) || isWide(binary.getRightOperand()));
    }
    if (parent instanceof CompoundAssignmentTree assignment) {
      return isWide(assignment.getVariable()) || isWide(assignment.getExpression());
    }
    if (parent instanceof MethodInvocationTree call) {
      return isAmong(call.getArguments(), child, parent);
    }
    return parent instanceof NewClassTree creation
        && isAmong(creation.getArguments(), child, parent);
  }

  private boolean isAmong(List<? extends ExpressionTree> arguments, Tree child, Tree call) {
    int index = arguments.indexOf(child);
    for (int i = 0; i < index; i++) {
      boolean widened =
          typed.element(call) instanceof ExecutableElement method
              && i < method.getParameters().size()
              && isWide(method.getParameters().get(i).asType());
      if (widened || isWide(arguments.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isWide(ExpressionTree operand) {
    TypeMirror type = typed.type(operand);
    return isWide(type) || typed.is(type, "java.lang.Long") || typed.is(type, "java.lang.Double");
  }

  private static boolean isWide(TypeMirror type) {
    return switch (type.getKind()) {
      case LONG, DOUBLE -> true;
      default -> false;
    };
  }
}
