package dev.fermata.processor.analysis;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code try} and {@code finally} that Lombok's {@code @Cleanup} stands for: Lombok
 * writes them into the user's own body only, where this processor does not see them.
 */
final class LombokCleanup extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final UnitText unit;
  private final LombokNames names;
  private final Edits edits;

  private LombokCleanup(UnitText unit, Edits edits) {
    this.unit = unit;
    this.names = new LombokNames(unit);
    this.edits = edits;
  }

  static void rewrite(UnitText unit, Edits edits) {
    if (unit.text().contains("Cleanup")) {
      new LombokCleanup(unit, edits).scan(unit.tree(), null);
    }
  }

  @Override
  public @Nullable Void visitBlock(BlockTree block, @Nullable Void unused) {
    rewrite(block.getStatements(), unit.end(block) - 1);
    return super.visitBlock(block, null);
  }

  @Override
  public @Nullable Void visitCase(CaseTree label, @Nullable Void unused) {
    List<? extends StatementTree> statements = label.getStatements();
    if (statements != null && !statements.isEmpty()) {
      rewrite(statements, unit.end(statements.get(statements.size() - 1)));
    }
    return super.visitCase(label, null);
  }

  private void rewrite(List<? extends StatementTree> statements, int end) {
    List<VariableTree> declaration = new ArrayList<>();
    StringBuilder closings = new StringBuilder();
    for (StatementTree statement : statements) {
      if (statement instanceof VariableTree variable && cleanupOf(variable).isPresent()) {
        declaration.add(variable);
        AnnotationTree annotation = cleanupOf(variable).get();
        closings.insert(0, closing(variable, annotation));
        if (unit.text().charAt(unit.end(variable) - 1) == ';') {
          open(declaration, annotation);
          declaration.clear();
        }
      }
    }
    if (!closings.isEmpty()) {
      edits.insert(end, closings.toString());
    }
  }

  /** The variables of one declaration share their annotation, and one semicolon. */
  private void open(List<VariableTree> declaration, AnnotationTree annotation) {
    int start = unit.start(annotation);
    edits.replace(start, unit.end(annotation) - start, "");
    int end = unit.end(declaration.get(declaration.size() - 1));
    edits.insert(end, " try {".repeat(declaration.size()));
  }

  private Optional<? extends AnnotationTree> cleanupOf(VariableTree variable) {
    return variable.getModifiers().getAnnotations().stream()
        .filter(annotation -> names.means(annotation.getAnnotationType(), "Cleanup"))
        .findFirst();
  }

  private static String closing(VariableTree variable, AnnotationTree annotation) {
    return "} finally { if (%1$s != null) %1$s.%2$s(); } "
        .formatted(variable.getName(), methodOf(annotation));
  }

  private static String methodOf(AnnotationTree annotation) {
    for (ExpressionTree argument : annotation.getArguments()) {
      ExpressionTree value =
          argument instanceof AssignmentTree named ? named.getExpression() : argument;
      if (value instanceof LiteralTree literal) {
        return String.valueOf(literal.getValue());
      }
    }
    return "close";
  }
}
