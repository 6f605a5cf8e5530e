package dev.fermata.processor.analysis;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The trees in the bodies of a unit that the user wrote and that have no type. */
final class Unattributed extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final AnalyzedUnit unit;
  private final Attribution attribution;
  private final List<String> found = new ArrayList<>();
  private int depth;

  private Unattributed(AnalyzedUnit unit) {
    this.unit = unit;
    this.attribution = unit.attribution();
  }

  static List<String> in(AnalyzedUnit unit) {
    Unattributed scanner = new Unattributed(unit);
    scanner.scan(unit.tree(), null);
    return scanner.found;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree instanceof VariableTree || (depth > 0 && tree instanceof ExpressionTree)) {
      check(tree);
    }
    return super.scan(tree, unused);
  }

  @Override
  public @Nullable Void visitBlock(BlockTree block, @Nullable Void unused) {
    depth++;
    super.visitBlock(block, unused);
    depth--;
    return null;
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
    return null;
  }

  private void check(Tree tree) {
    TypeMirror type = attribution.type(tree);
    if ((type == null || type.getKind() == TypeKind.ERROR)
        && !unit.isInserted(attribution.start(tree))) {
      found.add(
          attribution.line(tree) + ": " + tree.getKind() + " " + tree + " has the type " + type);
    }
  }
}
