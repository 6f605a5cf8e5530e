package dev.fermata.processor.lowering;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the arguments of a call are converted to. */
final class Parameters {
  private final List<? extends VariableElement> declared;
  private final boolean variable;

  private Parameters(List<? extends VariableElement> declared, boolean variable) {
    this.declared = declared;
    this.variable = variable;
  }

  /** Of a method or constructor; of anything else there are none. */
  static Parameters of(@Nullable Element called) {
    return called instanceof ExecutableElement method
        ? new Parameters(method.getParameters(), method.isVarArgs())
        : new Parameters(List.of(), false);
  }

  /**
   * Whether the argument is converted to a primitive type if it is a box: what variable arity
   * collects in an array is an element of it then.
   */
  boolean isPrimitive(int argument) {
    int last = declared.size() - 1;
    if (variable && argument >= last) {
      TypeMirror array = declared.get(last).asType();
      return ((ArrayType) array).getComponentType().getKind().isPrimitive();
    }
    return argument <= last && declared.get(argument).asType().getKind().isPrimitive();
  }
}
