package dev.fermata.processor.diagnostics;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;

/**
 * Something to tell the user.
 *
 * @param name which diagnostic it is
 * @param at the tree of the outer compilation that it is about
 * @param message what is wrong and what to write instead, in the user's words, without the name
 */
public record Problem(DiagnosticName name, TreePath at, String message) {
  /** A problem of a tree directly below {@code parent}. */
  public static Problem below(TreePath parent, Tree tree, DiagnosticName name, String message) {
    return new Problem(
        name, tree == parent.getLeaf() ? parent : new TreePath(parent, tree), message);
  }
}
