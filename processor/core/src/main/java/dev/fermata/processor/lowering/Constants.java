package dev.fermata.processor.lowering;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Constant expressions (JLS 15.29), as far as the transform asks: whether an expression is one, and
 * the truth of those that decide reachability.
 */
public final class Constants {
  private final Typed typed;

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

  /**
   * The boolean that {@code tree} always is, or null where it is not a constant that can be told.
   */
  public @Nullable Object value(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    if (inner instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (inner instanceof UnaryTree unary && unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return value(unary.getExpression()) instanceof Boolean known ? !known : null;
    }
    if (inner instanceof BinaryTree binary) {
      return compare(binary);
    }
    VariableElement constant = variable(inner);
    return constant == null ? null : constant.getConstantValue();
  }

  private @Nullable Object compare(BinaryTree tree) {
    Object left = value(tree.getLeftOperand());
    Object right = value(tree.getRightOperand());
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return switch (tree.getKind()) {
        case CONDITIONAL_AND, AND -> a && b;
        case CONDITIONAL_OR, OR -> a || b;
        case EQUAL_TO -> a.equals(b);
        case NOT_EQUAL_TO, XOR -> !a.equals(b);
        default -> null;
      };
    }
    if (left instanceof Number a && right instanceof Number b) {
      int order = Double.compare(a.doubleValue(), b.doubleValue());
      return switch (tree.getKind()) {
        case EQUAL_TO -> order == 0;
        case NOT_EQUAL_TO -> order != 0;
        case LESS_THAN -> order < 0;
        case LESS_THAN_EQUAL -> order <= 0;
        case GREATER_THAN -> order > 0;
        case GREATER_THAN_EQUAL -> order >= 0;
        default -> null;
      };
    }
    return null;
  }

  private @Nullable VariableElement variable(ExpressionTree tree) {
    if (!(tree instanceof IdentifierTree) && !(tree instanceof MemberSelectTree)) {
      return null;
    }
    Element element = typed.element(tree);
    return element instanceof VariableElement variable && variable.getConstantValue() != null
        ? variable
        : null;
  }
}
