package dev.fermata.processor.analysis;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Writes {@code var} for Lombok's {@code val}, which is a type in name only. */
final class LombokVal extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final UnitText unit;
  private final LombokNames names;
  private final Edits edits;

  private LombokVal(UnitText unit, Edits edits) {
    this.unit = unit;
    this.names = new LombokNames(unit);
    this.edits = edits;
  }

  static void rewrite(UnitText unit, Edits edits) {
    if (unit.text().contains("lombok")) {
      new LombokVal(unit, edits).scan(unit.tree(), null);
    }
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
    Tree type = variable.getType();
    if (type != null && names.means(type, "val")) {
      int start = unit.start(type);
      int length = unit.end(type) - start;
      edits.replace(start, length, "var" + " ".repeat(Math.max(length - 3, 0)));
    }
    return super.visitVariable(variable, null);
  }
}
