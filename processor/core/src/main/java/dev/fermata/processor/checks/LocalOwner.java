package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code AsyncOwner} for classes in the midst of code, which annotation processing does not see: no
 * subclass can be generated for them.
 */
final class LocalOwner extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Symbols symbols;
  private final List<Finding> problems = new ArrayList<>();

  private LocalOwner(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The problems in the tree of {@code path} and below. */
  static List<Finding> problems(TreePath path, Symbols symbols) {
    LocalOwner scanner = new LocalOwner(symbols);
    scanner.scan(path, null);
    return scanner.problems;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    TreePath path = getCurrentPath();
    if (isInCode(path) && hasAsyncMethod(tree, path)) {
      problems.add(new Finding(DiagnosticName.ASYNC_OWNER, path, text(tree)));
    }
    return super.visitClass(tree, null);
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
