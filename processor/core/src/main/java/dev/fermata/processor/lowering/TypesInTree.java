package dev.fermata.processor.lowering;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The types that code which is written for a tree may have to say.
 *
 * <p>In: a tree. Out: the types of all trees in it, and what the members that are named there say
 * in their declarations, as {@code f(null)} says no type and its accessor does.
 */
public final class TypesInTree extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final Set<TypeMirror> found = new LinkedHashSet<>();

  private TypesInTree(Typed typed) {
    this.typed = typed;
  }

  /** The types, in the order of the text; javac has many objects for one type. */
  public static Set<TypeMirror> of(Typed typed, Tree tree) {
    TypesInTree types = new TypesInTree(typed);
    types.scan(tree, null);
    return types.found;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if (tree instanceof AnnotationTree) {
      return null; // values have no types that would be said elsewhere
    }
    if (tree != null) {
      found.add(typed.type(tree));
      declaration(typed.element(tree));
    }
    return super.scan(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    if (typed.element(tree) instanceof TypeElement type) {
      found.add(type.getSuperclass());
      found.addAll(type.getInterfaces());
    }
    return super.visitClass(tree, null);
  }

  private void declaration(@Nullable Element element) {
    if (element instanceof ExecutableElement method) {
      found.add(method.getReturnType());
      method.getParameters().forEach(parameter -> found.add(parameter.asType()));
      method.getTypeParameters().stream()
          .map(TypeParameterElement::getBounds)
          .forEach(found::addAll);
      owner(method);
    } else if (element instanceof VariableElement variable) {
      found.add(variable.asType());
      owner(variable);
    }
  }

  private void owner(Element member) {
    if (member.getEnclosingElement() instanceof TypeElement around) {
      found.add(around.asType());
    }
  }
}
