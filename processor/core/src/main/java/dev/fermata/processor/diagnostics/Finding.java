package dev.fermata.processor.diagnostics;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell the user.
 *
 * @param name which diagnostic it is; none for what the processor itself cannot do, which is always
 *     an error
 * @param at the tree of the outer compilation that it is about
 * @param message what is wrong and what to write instead, in the user's words, without the name
 */
public record Finding(Optional<DiagnosticName> name, TreePath at, String message) {
  /** A finding of a diagnostic. */
  public Finding(DiagnosticName name, TreePath at, String message) {
    this(Optional.of(name), at, message);
  }

  /** What the processor cannot do at a tree. */
  public static Finding failure(TreePath at, String message) {
    return new Finding(Optional.empty(), at, message);
  }

  /** A finding about a tree directly below {@code parent}. */
  public static Finding below(TreePath parent, Tree tree, DiagnosticName name, String message) {
    return new Finding(name, new TreePath(parent, tree), message);
  }

  /** The innermost method around the tree, if it is in one. */
  @Nullable Tree method() {
    for (Tree tree : at) {
      if (tree instanceof MethodTree) {
        return tree;
      }
    }
    return null;
  }
}
