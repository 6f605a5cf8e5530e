package dev.fermata.processor.lowering;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Local;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers assignments (JLS 15.26).
 *
 * <pre>{@code
 * a[i] = await(x)    =>   a$ = a; i$ = i; await x; a$[i$] = awaited            // faults of a$[i$] after x
 * a[i] += await(x)   =>   a$ = a; i$ = i; old = a$[i$]; await x; a$[i$] = (int) (old + awaited)
 * }</pre>
 */
final class Assignments {
  private final Lowering lowering;
  private final Expressions expressions;
  private final Operands operands;

  Assignments(Lowering lowering, Expressions expressions, Operands operands) {
    this.lowering = lowering;
    this.expressions = expressions;
    this.operands = operands;
  }

  void lower(AssignmentTree tree) {
    ExpressionTree value = tree.getExpression();
    if (!lowering.marks().lowered(Words.strip(value))) {
      ready(tree.getVariable());
      return;
    }
    operands.keepTarget(tree.getVariable(), value);
    expressions.ready(value);
  }

  void lower(CompoundAssignmentTree tree) {
    ExpressionTree target = tree.getVariable();
    ExpressionTree value = tree.getExpression();
    if (!lowering.marks().lowered(Words.strip(value))) {
      ready(target);
      return;
    }
    operands.keepTarget(target, value);
    TypeMirror type = lowering.typed().type(target);
    boolean text = lowering.typed().is(lowering.typed().type(tree), "java.lang.String");
    TypeMirror primitive = expressions.unboxed(type);
    boolean object = !text && !primitive.getKind().isPrimitive();
    Local old =
        lowering.temporary(
            "old", object ? lowering.type("java.lang.String") : text ? type : primitive);
    lowering.assign(old, object ? Code.of("\"\" + $L", Code.source(target)) : Code.source(target));
    expressions.ready(value);
    String operator = Operators.binary(tree.getKind());
    Code result = Code.of("$L " + operator + " ($L)", Code.use(old), Code.source(value));
    boolean narrow = !text && !object && primitive.getKind() != TypeKind.BOOLEAN;
    Code converted = narrow ? Code.of("($L) ($L)", primitive, result) : result;
    lowering.graph().replacements().put(tree, new Code.Store(target, converted));
  }

  /**
   * The parts of a target where only the target suspends: nothing runs between them and the access.
   */
  private void ready(ExpressionTree target) {
    expressions.ready(target);
  }
}
