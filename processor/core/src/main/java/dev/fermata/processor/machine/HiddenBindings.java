package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.RecordPatterns;
import dev.fermata.processor.lowering.Typed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Variables that patterns bind to values of hidden classes. Under the name stands a match, which
 * has the value.
 *
 * <pre>{@code
 * o instanceof Point p && f(p)   =>   … instanceof Match<Point> p && f(p.get())
 * p = q;                         =>   p.set(q);
 * }</pre>
 */
final class HiddenBindings {
  private final Set<Element> matches = new HashSet<>();

  /** Those in a body. */
  HiddenBindings(Typed typed, HiddenAccess hidden, Tree body) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void p) {
        Element variable = typed.element(tree.getVariable());
        if (variable != null
            && hidden.isHidden(variable.asType())
            && !isTotalComponent(typed, tree)) {
          matches.add(variable);
        }
        return super.visitBindingPattern(tree, null);
      }
    }.scan(body, null);
  }

  /** A part of a record that matches whatever it is stands for itself. */
  private static boolean isTotalComponent(Typed typed, BindingPatternTree tree) {
    Tree around = typed.parent(tree);
    if (!RecordPatterns.is(around)) {
      return false;
    }
    DeclaredType type = (DeclaredType) typed.type(around);
    List<? extends RecordComponentElement> components =
        ((TypeElement) type.asElement()).getRecordComponents();
    RecordComponentElement component = components.get(RecordPatterns.nested(around).indexOf(tree));
    ExecutableType accessor =
        (ExecutableType) typed.types().asMemberOf(type, component.getAccessor());
    return isTotal(typed, typed.type(tree.getVariable()), accessor.getReturnType());
  }

  /** Whether all values of a type are of another one. */
  static boolean isTotal(Typed typed, TypeMirror type, TypeMirror of) {
    return typed.types().isSubtype(typed.types().erasure(of), typed.types().erasure(type));
  }

  /** Whether a variable is such a one. */
  boolean has(@Nullable Element variable) {
    return matches.contains(variable);
  }

  /** The value of a variable where its pattern binds it under a name. */
  CodeBlock value(@Nullable Element variable, String name) {
    return CodeBlock.of(has(variable) ? "$L.get()" : "$L", name);
  }
}
