package dev.fermata.processor.lowering;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.model.PackagePrivate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * How the user names classes whose own name cannot be said, being members of a class that another
 * package keeps to itself: {@code Vector.Builder}, where {@code Builder} is declared in the
 * superclass of {@code Vector}, and that is not public.
 */
public final class Spellings {
  private final Trees trees;
  private final Elements elements;
  private final CompilationUnitTree unit;
  private @Nullable Map<Element, TypeElement> qualifiers;

  /** Those of a unit. */
  public Spellings(Trees trees, Elements elements, CompilationUnitTree unit) {
    this.trees = trees;
    this.elements = elements;
    this.unit = unit;
  }

  /** The class through which the user names a member class of a class that has no name here. */
  Optional<TypeElement> qualifier(TypeElement type) {
    if (qualifiers == null) {
      qualifiers = inUnit();
    }
    TypeElement through = qualifiers.get(type);
    if (through == null
        && type.getEnclosingElement() instanceof TypeElement around
        && qualifier(around).isPresent()) {
      through = around;
    }
    return Optional.ofNullable(through);
  }

  /** Whether a class, or one around it, is not public in another package than that of a class. */
  boolean isElsewhere(TypeElement type, TypeElement owner) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (PackagePrivate.isElsewhere(elements, at, owner)) {
        return true;
      }
    }
    return false;
  }

  private Map<Element, TypeElement> inUnit() {
    Map<Element, TypeElement> found = new HashMap<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void p) {
        TreePath qualifier = new TreePath(getCurrentPath(), tree.getExpression());
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type
            && trees.getElement(qualifier) instanceof TypeElement through
            && !through.equals(type.getEnclosingElement())) {
          found.putIfAbsent(type, through);
        }
        return super.visitMemberSelect(tree, null);
      }
    }.scan(unit, null);
    return found;
  }
}
