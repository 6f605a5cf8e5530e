package dev.fermata.processor.lowering;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Constant expressions (JLS 15.29), as far as the transform asks: whether an expression is one, and
 * the truth of those that decide reachability.
 */
public final class Constants {
  private final Typed typed;

  /** For the expressions of one method. */
  public Constants(Typed typed) {
    this.typed = typed;
  }

  /**
   * Whether evaluating {@code tree} early or late, once or twice makes no difference because it is
   * a constant.
   */
  public boolean isConstant(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    if (inner instanceof LiteralTree) {
      return true;
    }
    if (inner instanceof BinaryTree binary) {
      return isConstant(binary.getLeftOperand()) && isConstant(binary.getRightOperand());
    }
    if (inner instanceof UnaryTree unary) {
      Tree.Kind kind = unary.getKind();
      boolean pure =
          kind == Tree.Kind.UNARY_MINUS
              || kind == Tree.Kind.UNARY_PLUS
              || kind == Tree.Kind.BITWISE_COMPLEMENT
              || kind == Tree.Kind.LOGICAL_COMPLEMENT;
      return pure && isConstant(unary.getExpression());
    }
    if (inner instanceof TypeCastTree cast) {
      return isConstant(cast.getExpression())
          && (typed.type(cast).getKind().isPrimitive()
              || typed.is(typed.type(cast), "java.lang.String"));
    }
    return variable(inner) != null;
  }

  /** The value of a constant expression, or null for any other one. */
  public @Nullable Object value(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    if (inner instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (inner instanceof UnaryTree unary) {
      return Folding.unary(unary.getKind(), value(unary.getExpression()));
    }
    if (inner instanceof BinaryTree binary) {
      return Folding.binary(
          binary.getKind(), value(binary.getLeftOperand()), value(binary.getRightOperand()));
    }
    if (inner instanceof TypeCastTree cast) {
      Object value = value(cast.getExpression());
      boolean isText = value instanceof String && typed.is(typed.type(cast), "java.lang.String");
      return isText ? value : Folding.cast(typed.type(cast).getKind(), value);
    }
    if (inner instanceof ConditionalExpressionTree choice) {
      Object condition = value(choice.getCondition());
      Object then = value(choice.getTrueExpression());
      Object otherwise = value(choice.getFalseExpression());
      boolean known = condition instanceof Boolean && then != null && otherwise != null;
      return known ? (Boolean.TRUE.equals(condition) ? then : otherwise) : null;
    }
    VariableElement constant = variable(inner);
    return constant == null ? null : constant.getConstantValue();
  }

  private @Nullable VariableElement variable(ExpressionTree tree) {
    boolean named =
        tree instanceof IdentifierTree
            || (tree instanceof MemberSelectTree select
                && typed.element(select.getExpression()) instanceof TypeElement);
    if (!named) {
      return null;
    }
    Element element = typed.element(tree);
    return element instanceof VariableElement variable && variable.getConstantValue() != null
        ? variable
        : null;
  }
}
