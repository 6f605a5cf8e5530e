package dev.fermata.processor.machine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The variables and types that the bodies of an owner declare, and the members that their classes
 * have.
 */
final class DeclaredNames extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Elements elements;
  private final Trees trees;
  private final Set<String> names = new HashSet<>();

  private DeclaredNames(Elements elements, Trees trees) {
    this.elements = elements;
    this.trees = trees;
  }

  static Set<String> in(Elements elements, Trees trees, AsyncOwner owner) {
    DeclaredNames declared = new DeclaredNames(elements, trees);
    for (AsyncMethod method : owner.methods()) {
      try {
        declared.scan(trees.getPath(method.element()), null);
      } catch (StackOverflowError tooDeep) {
        // Who compiles the body will say so.
      }
    }
    return declared.names;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
    names.add(tree.getName().toString());
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitTypeParameter(TypeParameterTree tree, @Nullable Void p) {
    names.add(tree.getName().toString());
    return super.visitTypeParameter(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    names.add(tree.getSimpleName().toString());
    if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
      ElementFilter.typesIn(elements.getAllMembers(type))
          .forEach(member -> names.add(member.getSimpleName().toString()));
      ElementFilter.fieldsIn(elements.getAllMembers(type))
          .forEach(member -> names.add(member.getSimpleName().toString()));
    }
    return super.visitClass(tree, null);
  }
}
