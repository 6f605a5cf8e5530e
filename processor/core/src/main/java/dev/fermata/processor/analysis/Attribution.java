package dev.fermata.processor.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.IdentityHashMap;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler knows of each tree of an analysed unit.
 *
 * <p>The trees are those after attribution: javac has added default constructors, and has put a
 * tree in the place of the missing type of a {@code var}. {@link #isWritten} tells what has a text.
 */
public final class Attribution {
  private final CompilationUnitTree unit;
  private final Trees trees;
  private final SourcePositions positions;
  private final String text;
  private @Nullable IdentityHashMap<Tree, TreePath> paths;

  Attribution(CompilationUnitTree unit, Trees trees, String text) {
    this.unit = unit;
    this.trees = trees;
    this.positions = trees.getSourcePositions();
    this.text = text;
  }

  /**
   * The path from the unit to a tree.
   *
   * @param tree a tree of the unit
   * @throws IllegalArgumentException if it is none
   */
  public TreePath path(Tree tree) {
    TreePath path = paths().get(tree);
    if (path == null) {
      throw new IllegalArgumentException("not a tree of this unit: " + tree.getKind());
    }
    return path;
  }

  private IdentityHashMap<Tree, TreePath> paths() {
    if (paths == null) {
      paths = pathsOf(unit);
    }
    return paths;
  }

  private static IdentityHashMap<Tree, TreePath> pathsOf(CompilationUnitTree unit) {
    IdentityHashMap<Tree, TreePath> paths = new IdentityHashMap<>();
    TreePath root = new TreePath(unit);
    paths.put(unit, root);
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null) {
          paths.putIfAbsent(tree, new TreePath(getCurrentPath(), tree));
        }
        return super.scan(tree, null);
      }
    }.scan(root, null);
    return paths;
  }

  /**
   * The type of an expression, of a written type, or of what is declared.
   *
   * @param tree a tree of the unit
   * @return its type, or null where a tree of this kind has none
   */
  public @Nullable TypeMirror type(Tree tree) {
    return trees.getTypeMirror(path(tree));
  }

  /**
   * What a name, a call, a {@code new} or a declaration refers to.
   *
   * @param tree a tree of the unit
   * @return the element, or null where a tree of this kind has none
   */
  public @Nullable Element element(Tree tree) {
    return trees.getElement(path(tree));
  }

  /** Where a tree begins in the augmented text, or -1. */
  public int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  /** Where a tree ends in the augmented text: the offset after its last character, or -1. */
  public int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** Whether a tree stands in the text, and was not added by the compiler. */
  public boolean isWritten(Tree tree) {
    int start = start(tree);
    return start >= 0 && end(tree) > start;
  }

  /** The line that a tree begins on, from 1, or -1. It is the line of the user's file, too. */
  public int line(Tree tree) {
    int start = start(tree);
    return start < 0 ? -1 : (int) unit.getLineMap().getLineNumber(start);
  }

  /** A tree as it is written in the augmented text; empty if it is not written at all. */
  public String text(Tree tree) {
    return isWritten(tree) ? text.substring(start(tree), end(tree)) : "";
  }
}
