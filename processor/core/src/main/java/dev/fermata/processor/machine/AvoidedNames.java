package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.writing.NamesInScope;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The names in a body that a local of the step method would clash with, or hide. */
final class AvoidedNames extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final Graph graph;
  private final NamesInScope scope;
  private final Set<String> avoided = new HashSet<>();
  private int classes;

  private AvoidedNames(Typed typed, Graph graph, NamesInScope scope) {
    this.typed = typed;
    this.graph = graph;
    this.scope = scope;
  }

  static Set<String> of(Typed typed, Graph graph, NamesInScope scope, Tree body) {
    AvoidedNames names = new AvoidedNames(typed, graph, scope);
    names.scan(body, null);
    return names.avoided;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
    Element element = typed.element(tree);
    if (element != null && element.getKind().isField() && !isOfLocalClass(element)) {
      avoided.add(tree.getName().toString());
    } else if (element instanceof TypeElement type) {
      addType(tree, type);
    } else if (element instanceof PackageElement) {
      avoided.add(tree.getName().toString());
    }
    return null;
  }

  /** The first part of what a type may be written as. */
  private void addType(IdentifierTree tree, TypeElement type) {
    avoided.add(tree.getName().toString());
    if (!HiddenTypes.isLocal(type)) {
      ClassName top = ClassName.get(type).topLevelClassName();
      avoided.add(top.simpleName());
      if (scope.contains(top.simpleName())) {
        avoided.add(top.packageName().split("\\.", -1)[0]);
      }
    }
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
    if (classes == 0 && graph.local(typed.element(tree)) == null) {
      avoided.add(tree.getName().toString());
    }
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    classes++;
    super.visitClass(tree, null);
    classes--;
    return null;
  }

  /** Such a field hides the locals around its class, not they it. */
  private static boolean isOfLocalClass(Element field) {
    return field.getEnclosingElement() instanceof TypeElement type && HiddenTypes.isLocal(type);
  }
}
