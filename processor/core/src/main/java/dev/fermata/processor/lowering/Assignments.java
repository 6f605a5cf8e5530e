package dev.fermata.processor.lowering;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Local;
import java.util.List;
import java.util.Set;
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
  /** The types that operations are of, from the narrowest to the widest. */
  private static final List<TypeKind> NUMERIC =
      List.of(TypeKind.INT, TypeKind.LONG, TypeKind.FLOAT, TypeKind.DOUBLE);

  private static final Set<TypeKind> SMALL = Set.of(TypeKind.BYTE, TypeKind.SHORT, TypeKind.CHAR);

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
    Code operand = new Code.Operand(Code.source(value));
    Code result = Code.of("$L " + operator + " $L", Code.use(old), operand);
    boolean narrow =
        !text
            && !object
            && primitive.getKind() != TypeKind.BOOLEAN
            && !isWideEnough(primitive.getKind(), lowering.typed().type(value), operator);
    Code converted = narrow ? Code.of("($L) ($L)", primitive, result) : result;
    lowering.graph().replacements().put(tree, new Code.Store(target, converted));
  }

  /** Whether the operation on a target and a value is of the type of the target (JLS 5.6). */
  private boolean isWideEnough(TypeKind target, TypeMirror value, String operator) {
    int width = NUMERIC.indexOf(target);
    boolean shift = operator.endsWith("<") || operator.endsWith(">");
    int other = shift ? 0 : NUMERIC.indexOf(expressions.unboxed(value).getKind());
    boolean small = SMALL.contains(expressions.unboxed(value).getKind());
    return width >= 0 && (small || (other >= 0 && other <= width));
  }

  /**
   * The parts of a target where only the target suspends: nothing runs between them and the access.
   */
  private void ready(ExpressionTree target) {
    expressions.ready(target);
  }
}
