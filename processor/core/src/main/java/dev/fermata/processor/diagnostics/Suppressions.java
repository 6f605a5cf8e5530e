package dev.fermata.processor.diagnostics;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Arrays;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which diagnostics the user has switched off in which declarations by {@code @SuppressWarnings}.
 *
 * <p>Of members the elements are asked. Of declarations in code they are not, for that would have
 * javac attribute the code where it has not yet done so; there the trees have to do, and only
 * literals count.
 */
final class Suppressions {
  private static final String ANNOTATION = SuppressWarnings.class.getSimpleName();

  private final Trees trees;

  Suppressions(Trees trees) {
    this.trees = trees;
  }

  /** Whether a declaration that is or surrounds the tree at {@code path} suppresses it. */
  boolean suppress(DiagnosticName name, TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      ModifiersTree modifiers = modifiersOf(at.getLeaf());
      if (modifiers != null
          && (isMember(at) ? names(trees.getElement(at), name) : names(modifiers, name))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ModifiersTree modifiersOf(Tree tree) {
    if (tree instanceof ClassTree type) {
      return type.getModifiers();
    }
    if (tree instanceof MethodTree method) {
      return method.getModifiers();
    }
    return tree instanceof VariableTree variable ? variable.getModifiers() : null;
  }

  private static boolean isMember(TreePath path) {
    for (Tree tree : path.getParentPath()) {
      if (!(tree instanceof ClassTree)) {
        return tree instanceof CompilationUnitTree;
      }
    }
    return false;
  }

  private static boolean names(@Nullable Element declaration, DiagnosticName name) {
    SuppressWarnings annotation =
        declaration == null ? null : declaration.getAnnotation(SuppressWarnings.class);
    return annotation != null && Arrays.asList(annotation.value()).contains(name.text());
  }

  private static boolean names(ModifiersTree modifiers, DiagnosticName name) {
    return modifiers.getAnnotations().stream()
        .filter(annotation -> annotation.getAnnotationType().toString().endsWith(ANNOTATION))
        .anyMatch(annotation -> hasLiteral(annotation, name.text()));
  }

  private static boolean hasLiteral(AnnotationTree annotation, String text) {
    return Boolean.TRUE.equals(
        new TreeScanner<Boolean, @Nullable Void>() {
          @Override
          public Boolean visitLiteral(LiteralTree literal, @Nullable Void unused) {
            return text.equals(literal.getValue());
          }

          @Override
          public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(annotation, null));
  }
}
