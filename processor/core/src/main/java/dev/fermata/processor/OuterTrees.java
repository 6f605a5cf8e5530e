package dev.fermata.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/** Finds trees of the outer compilation by their place in the text. Attributes nothing. */
final class OuterTrees {
  private final SourcePositions positions;

  OuterTrees(Trees trees) {
    this.positions = trees.getSourcePositions();
  }

  /** The innermost tree of {@code unit} around the character at {@code offset}. */
  TreePath around(CompilationUnitTree unit, int offset) {
    Search search = new Search(unit, offset);
    search.scan(new TreePath(unit), null);
    return search.found;
  }

  /** The outermost tree of this kind that starts at {@code offset}; failing that, one around it. */
  TreePath startingAt(CompilationUnitTree unit, int offset, Tree.Kind kind) {
    TreePath best = around(unit, offset);
    for (TreePath at = best; at != null; at = at.getParentPath()) {
      if (at.getLeaf().getKind() == kind
          && positions.getStartPosition(unit, at.getLeaf()) == offset) {
        best = at;
      }
    }
    return best;
  }

  private final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final int offset;
    private TreePath found;

    Search(CompilationUnitTree unit, int offset) {
      this.unit = unit;
      this.offset = offset;
      this.found = new TreePath(unit);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree != null && isAround(tree)) {
        found = new TreePath(getCurrentPath(), tree);
        super.scan(tree, null);
      }
      return null;
    }

    private boolean isAround(Tree tree) {
      return positions.getStartPosition(unit, tree) <= offset
          && offset < positions.getEndPosition(unit, tree);
    }
  }
}
