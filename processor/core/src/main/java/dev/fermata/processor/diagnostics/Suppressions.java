package dev.fermata.processor.diagnostics;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Arrays;
import javax.lang.model.element.Element;

/**
 * Which diagnostics the user has switched off in which declarations by {@code @SuppressWarnings}.
 */
final class Suppressions {
  private final Trees trees;

  Suppressions(Trees trees) {
    this.trees = trees;
  }

  /** Whether a declaration that is or surrounds the tree at {@code path} suppresses it. */
  boolean suppress(DiagnosticName name, TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (isDeclaration(at.getLeaf()) && names(trees.getElement(at), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeclaration(Tree tree) {
    return tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
  }

  private static boolean names(Element declaration, DiagnosticName name) {
    SuppressWarnings annotation =
        declaration == null ? null : declaration.getAnnotation(SuppressWarnings.class);
    return annotation != null && Arrays.asList(annotation.value()).contains(name.text());
  }
}
