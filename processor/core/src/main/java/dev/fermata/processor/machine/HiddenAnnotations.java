package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Annotations in a body that say what the generated class cannot name are left out where nobody can
 * miss them: those of variables are not in class files (JLS 9.6.4.2). Those that a class of the
 * body has at run time are refused.
 */
final class HiddenAnnotations {
  private HiddenAnnotations() {}

  /** Takes an annotation out of the text; false where it can be named. */
  static boolean leaveOut(Rewriter place, AnnotationTree tree) {
    Typed typed = place.renderer().typed();
    if (!saysHidden(typed, tree)) {
      return false;
    }
    Element type = typed.element(tree.getAnnotationType());
    Retention retention = type == null ? null : type.getAnnotation(Retention.class);
    if (place.insideClass() && retention != null && retention.value() == RetentionPolicy.RUNTIME) {
      throw new Untransformable(
          tree,
          "the generated subclass, into which this class moves, cannot say the annotation; make "
              + "what is private in it package-private");
    }
    place.replace(tree, CodeBlock.of(""));
    return true;
  }

  private static boolean saysHidden(Typed typed, AnnotationTree annotation) {
    HiddenTypes hidden = typed.hidden();
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        boolean named = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
        Element element = tree != null && named ? typed.element(tree) : null;
        found[0] |= element instanceof TypeElement && hidden.isHidden(element);
        return super.scan(tree, null);
      }
    }.scan(annotation, null);
    return found[0];
  }
}
