package dev.fermata.processor.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** What is known of the resource of a {@code try (…)}. */
final class Resources {
  private Resources() {}

  /**
   * The static type of a resource: of the variable that it declares, or of the expression that it
   * names.
   */
  static TypeMirror type(Typed typed, Tree resource) {
    if (resource instanceof VariableTree variable) {
      Element element = typed.element(variable);
      return element == null ? typed.type(variable) : element.asType();
    }
    return typed.type((ExpressionTree) resource);
  }

  /** Whether leaving the {@code try} awaits the closing. */
  static boolean isAsync(Typed typed, Tree resource) {
    return typed.is(type(typed, resource), "dev.fermata.AsyncCloseable");
  }
}
