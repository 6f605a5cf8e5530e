package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.lowering.Typed;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Variables that patterns bind to values of hidden classes. Under the name stands what the pattern
 * in the generated code can bind.
 *
 * <pre>{@code
 * o instanceof Point p && f(p)      =>   … instanceof Match<Point> p && f(p.get())
 * case Circle c when f(c) ->        =>   case Shape c when CIRCLE$CLASS.isInstance(c) && (f(((Circle) c))) ->
 * }</pre>
 */
final class HiddenBindings {
  private enum Form {
    MATCH,
    WIDER
  }

  private final Map<Element, Form> forms = new HashMap<>();

  /** Those in a body. */
  HiddenBindings(Typed typed, HiddenAccess hidden, Tree body) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void p) {
        Element variable = typed.element(tree.getVariable());
        if (variable != null && hidden.isHidden(variable.asType())) {
          boolean tested = typed.parent(tree) instanceof InstanceOfTree;
          forms.put(variable, tested ? Form.MATCH : Form.WIDER);
        }
        return super.visitBindingPattern(tree, null);
      }
    }.scan(body, null);
  }

  /** Whether a variable is such a one. */
  boolean has(@Nullable Element variable) {
    return forms.containsKey(variable);
  }

  /** The value of a variable where its pattern binds it under a name. */
  CodeBlock value(Renderer renderer, @Nullable Element variable, String name) {
    Form form = forms.get(variable);
    if (form == null || variable == null) {
      return CodeBlock.of("$L", name);
    }
    return form == Form.MATCH
        ? CodeBlock.of("$L.get()", name)
        : CodeBlock.of("(($T) $L)", renderer.type(variable.asType()), name);
  }
}
