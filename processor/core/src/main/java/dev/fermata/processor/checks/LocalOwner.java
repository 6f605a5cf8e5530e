package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code AsyncOwner} for classes in the midst of code, which annotation processing does not see: no
 * subclass can be generated for them.
 */
final class LocalOwner implements TreeRule {
  private final Symbols symbols;

  LocalOwner(Symbols symbols) {
    this.symbols = symbols;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.ASYNC_OWNER);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CLASS, Tree.Kind.INTERFACE, Tree.Kind.ENUM, Tree.Kind.RECORD);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    ClassTree tree = (ClassTree) path.getLeaf();
    if (isInCode(path) && hasAsyncMethod(tree, path)) {
      findings.accept(new Finding(DiagnosticName.ASYNC_OWNER, path, text(tree)));
    }
  }

  private static String text(ClassTree tree) {
    return tree.getSimpleName().isEmpty()
        ? "an anonymous class has @Async methods, but nothing can extend it; make it a static nested"
            + " class"
        : tree.getSimpleName()
            + " has @Async methods, but it is a local class, which nothing outside can extend; make"
            + " it a static nested class";
  }

  /** Whether something between the class and its unit is no class. */
  private static boolean isInCode(TreePath path) {
    for (Tree tree : path.getParentPath()) {
      if (!(tree instanceof ClassTree)) {
        return tree != path.getCompilationUnit();
      }
    }
    return false;
  }

  private boolean hasAsyncMethod(ClassTree tree, TreePath path) {
    return tree.getMembers().stream()
        .anyMatch(member -> symbols.isAsyncMethod(new TreePath(path, member)));
  }
}
