package dev.fermata.processor.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.QualifiedNameable;
import org.jspecify.annotations.Nullable;

/**
 * The words of the language: the static methods of {@code dev.fermata.Coroutines} that mean
 * something to the transform. They are known by symbol, so a user's own method called {@code await}
 * is an ordinary method.
 */
public final class Words {
  private static final String OWNER = "dev.fermata.Coroutines";

  private Words() {}

  /** The word that {@code tree} calls, or the empty string. */
  static String word(Typed typed, @Nullable Tree tree) {
    if (!(strip(tree) instanceof MethodInvocationTree call)) {
      return "";
    }
    Element method = typed.element(call);
    if (method == null || method.getKind() != ElementKind.METHOD) {
      return "";
    }
    boolean ours =
        method.getEnclosingElement() instanceof QualifiedNameable owner
            && owner.getQualifiedName().contentEquals(OWNER);
    return ours ? method.getSimpleName().toString() : "";
  }

  /** {@code tree} without the parentheses around it. */
  static @Nullable Tree strip(@Nullable Tree tree) {
    Tree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  /** {@code tree} without the parentheses around it. */
  public static ExpressionTree strip(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }
}
