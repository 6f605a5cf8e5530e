package dev.fermata.processor.graph;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code case}. Labels and guards are part of the tree API since JDK 21; on JDK 17,
 * which has neither patterns nor guards in a {@code switch}, the expressions are all there is.
 */
public final class Cases {
  private static final @Nullable Method LABELS = method("getLabels");
  private static final @Nullable Method GUARD = method("getGuard");

  private Cases() {}

  private static @Nullable Method method(String name) {
    try {
      return Runtime.version().feature() >= 21 ? CaseTree.class.getMethod(name) : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** The labels after the word {@code case}; none for {@code default}. */
  @SuppressWarnings("unchecked")
  public static List<? extends Tree> labels(CaseTree tree) {
    return LABELS == null ? tree.getExpressions() : (List<? extends Tree>) call(LABELS, tree);
  }

  /** The expression after {@code when}, or null. */
  public static @Nullable ExpressionTree guard(CaseTree tree) {
    return GUARD == null ? null : (ExpressionTree) call(GUARD, tree);
  }

  /** Whether it is {@code default}, by itself or after {@code null}. */
  public static boolean isDefault(CaseTree tree) {
    List<? extends Tree> labels = labels(tree);
    return labels.isEmpty()
        || labels.stream().anyMatch(label -> label.getKind().name().equals("DEFAULT_CASE_LABEL"));
  }

  /** Whether a label is more than a constant: a pattern or null. */
  public static boolean isEnhanced(CaseTree tree) {
    return isPattern(tree)
        || labels(tree).stream().anyMatch(label -> label.toString().equals("null"));
  }

  /** Whether a label is a pattern, which alone may have a guard (JLS 14.11.1). */
  public static boolean isPattern(CaseTree tree) {
    return labels(tree).stream()
        .anyMatch(label -> label.getKind().name().equals("PATTERN_CASE_LABEL"));
  }

  /** Whether it is one of the form {@code case … ->}. */
  public static boolean isArrow(CaseTree tree) {
    return tree.getCaseKind() == CaseTree.CaseKind.RULE;
  }

  /**
   * The statements of {@code case …:}, or the one after the arrow; empty where an expression
   * follows the arrow.
   */
  public static List<? extends StatementTree> statements(CaseTree tree) {
    if (!isArrow(tree)) {
      List<? extends StatementTree> statements = tree.getStatements();
      return statements == null ? List.of() : statements;
    }
    return tree.getBody() instanceof StatementTree statement ? List.of(statement) : List.of();
  }

  private static Object call(Method method, CaseTree tree) {
    try {
      return method.invoke(tree);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the tree API changed", e);
    }
  }
}
