package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.Typed;

/** Constant variables (JLS 4.12.4). */
final class ConstantVariables {
  private ConstantVariables() {}

  /** The expression of a constant, which is one too. */
  static CodeBlock initializer(Typed typed, Local constant) {
    Object value = constant.element() == null ? null : constant.element().getConstantValue();
    String literal = typed.elements().getConstantExpression(value);
    TypeName type = TypeName.get(constant.type());
    boolean narrow =
        type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
    return narrow ? CodeBlock.of("($T) $L", type, literal) : CodeBlock.of("$L", literal);
  }
}
