package dev.fermata.processor.analysis;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes {@code var} for Lombok's {@code val}, which is a type in name only. */
final class LombokVal extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final Set<String> IMPORTS = Set.of("lombok.val", "lombok.*");

  private final UnitText unit;
  private final Edits edits;
  private final boolean imported;

  private LombokVal(UnitText unit, Edits edits) {
    this.unit = unit;
    this.edits = edits;
    this.imported =
        unit.tree().getImports().stream()
            .anyMatch(
                i -> !i.isStatic() && IMPORTS.contains(i.getQualifiedIdentifier().toString()));
  }

  static void rewrite(UnitText unit, Edits edits) {
    if (unit.text().contains("lombok")) {
      new LombokVal(unit, edits).scan(unit.tree(), null);
    }
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
    Tree type = variable.getType();
    if (type != null && isVal(type)) {
      int start = unit.start(type);
      int length = unit.end(type) - start;
      edits.replace(start, length, "var" + " ".repeat(Math.max(length - 3, 0)));
    }
    return super.visitVariable(variable, null);
  }

  private boolean isVal(Tree type) {
    return (imported && type instanceof IdentifierTree name && name.getName().contentEquals("val"))
        || (type instanceof MemberSelectTree && type.toString().equals("lombok.val"));
  }
}
