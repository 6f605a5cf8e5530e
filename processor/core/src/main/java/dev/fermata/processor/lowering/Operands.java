package dev.fermata.processor.lowering;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Local;
import java.util.List;
import java.util.function.IntPredicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Java evaluates operands from left to right. Where a later one suspends, the earlier ones are put
 * into temporaries, except those whose value cannot change.
 */
final class Operands {
  private final Lowering lowering;
  private final Expressions expressions;

  Operands(Lowering lowering, Expressions expressions) {
    this.lowering = lowering;
    this.expressions = expressions;
  }

  /** Makes a list of operands ready, in order; each is taken as it is. */
  void lower(List<? extends ExpressionTree> operands) {
    lower(operands, i -> false);
  }

  /**
   * Makes a list of operands ready, in order.
   *
   * @param primitive which of them are converted to a primitive type: a box is unboxed when it is
   *     evaluated
   */
  void lower(List<? extends ExpressionTree> operands, IntPredicate primitive) {
    int last = -1;
    for (int i = 0; i < operands.size(); i++) {
      if (lowering.marks().lowered(Words.strip(operands.get(i)))) {
        last = i;
      }
    }
    for (int i = 0; i <= last; i++) {
      ExpressionTree operand = operands.get(i);
      expressions.ready(operand);
      if (i < last) {
        TypeMirror type = lowering.typed().type(operand);
        keep(
            operand,
            primitive.test(i) ? expressions.unboxed(type) : type,
            operands.subList(i + 1, operands.size()));
      }
    }
  }

  /** The two operands of an operator, whose conversions happen when each is evaluated. */
  void lower(BinaryTree tree) {
    ExpressionTree left = tree.getLeftOperand();
    ExpressionTree right = tree.getRightOperand();
    expressions.ready(left);
    if (lowering.marks().lowered(Words.strip(right))) {
      keepConverted(tree, left, right);
    }
    expressions.ready(right);
  }

  private void keepConverted(BinaryTree tree, ExpressionTree left, ExpressionTree right) {
    TypeMirror type = lowering.typed().type(left);
    TypeMirror whole = lowering.typed().type(tree);
    boolean concatenation =
        tree.getKind() == Tree.Kind.PLUS && lowering.typed().is(whole, "java.lang.String");
    if (concatenation && !isImmutable(type)) {
      if (!new Constants(lowering.typed()).isConstant(left)) {
        Local text = lowering.temporary("text", whole);
        lowering.assign(text, Code.of("\"\" + ($L)", taken(left)));
        lowering.graph().replacements().put(Words.strip(left), Code.use(text));
      }
      return;
    }
    boolean comparesReferences =
        (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)
            && !lowering.typed().type(right).getKind().isPrimitive();
    TypeMirror converted = concatenation || comparesReferences ? type : expressions.unboxed(type);
    keep(left, converted, List.of(right));
  }

  private boolean isImmutable(TypeMirror type) {
    return type.getKind().isPrimitive()
        || lowering.typed().is(type, "java.lang.String")
        || expressions.unboxed(type).getKind().isPrimitive();
  }

  /**
   * Puts {@code operand}, which is ready, into a temporary unless nothing in {@code later} can
   * change it.
   */
  void keep(ExpressionTree operand, TypeMirror type, List<? extends ExpressionTree> later) {
    ExpressionTree inner = Words.strip(operand);
    if (inner instanceof MemberReferenceTree reference) {
      keepReceiver(reference);
      return;
    }
    boolean converts = !lowering.typed().types().isSameType(type, lowering.typed().type(operand));
    if (isStable(inner, later) && !converts) {
      return;
    }
    spill(inner, type);
  }

  /** Puts an expression into a temporary. */
  Local spill(ExpressionTree tree, TypeMirror type) {
    ExpressionTree inner = Words.strip(tree);
    Local local = lowering.temporary(Hints.of(inner), type);
    lowering.assign(local, taken(inner));
    lowering.graph().replacements().put(inner, Code.use(local));
    return local;
  }

  /** What is written for {@code tree} now, before a temporary takes its place. */
  private Code taken(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    Code known = lowering.graph().replacements().get(inner);
    return known != null ? known : new Code.Original(inner);
  }

  /**
   * The receiver of {@code receiver::method} is evaluated and tested for null where the reference
   * stands.
   */
  private void keepReceiver(MemberReferenceTree tree) {
    ExpressionTree receiver = tree.getQualifierExpression();
    if (!isName(receiver) && !isThis(receiver)) {
      spillNonNull(receiver);
    }
  }

  void spillNonNull(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    Local local = lowering.temporary(Hints.of(inner), lowering.typed().type(inner));
    lowering.assign(
        local, Code.of("$L.requireNonNull($L)", lowering.type("java.util.Objects"), taken(inner)));
    lowering.graph().replacements().put(inner, Code.use(local));
  }

  /**
   * The receiver of a call or field that is an expression of its own, or null for a name, a type
   * and {@code super}.
   */
  @Nullable ExpressionTree receiver(ExpressionTree select) {
    if (!(Words.strip(select) instanceof MemberSelectTree member)) {
      return null;
    }
    ExpressionTree receiver = member.getExpression();
    return isName(receiver) || isThis(receiver) ? null : receiver;
  }

  /** Whether {@code tree} names a type or a package rather than a value. */
  private boolean isName(ExpressionTree tree) {
    if (tree instanceof ArrayTypeTree
        || tree instanceof ParameterizedTypeTree
        || tree instanceof AnnotatedTypeTree) {
      return true;
    }
    Element element = lowering.typed().element(tree);
    boolean named = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    return !(named || lowering.typed().type(tree).getKind() != TypeKind.NONE)
        || (element != null
            && named
            && (element.getKind().isClass()
                || element.getKind().isInterface()
                || element.getKind() == ElementKind.PACKAGE
                || element.getKind() == ElementKind.TYPE_PARAMETER));
  }

  private static boolean isThis(ExpressionTree tree) {
    if (tree instanceof IdentifierTree name) {
      return name.getName().contentEquals("this") || name.getName().contentEquals("super");
    }
    return tree instanceof MemberSelectTree select
        && (select.getIdentifier().contentEquals("this")
            || select.getIdentifier().contentEquals("super"));
  }

  private boolean isStable(ExpressionTree tree, List<? extends ExpressionTree> later) {
    if (new Constants(lowering.typed()).isConstant(tree)
        || tree instanceof LambdaExpressionTree
        || isThis(tree)
        || isName(tree)
        || lowering.graph().replacements().get(tree) instanceof Code.Use) {
      return true;
    }
    if (tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("class")) {
      return true;
    }
    Element element = tree instanceof IdentifierTree ? lowering.typed().element(tree) : null;
    if (element == null) {
      return false;
    }
    return switch (element.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          later.stream().noneMatch(tree2 -> assigns(tree2, element));
      default -> false;
    };
  }

  /** Whether evaluating {@code tree} may assign a local variable. */
  private boolean assigns(ExpressionTree tree, Element variable) {
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private void target(ExpressionTree target) {
        ExpressionTree inner = Words.strip(target);
        found[0] |=
            inner instanceof IdentifierTree && variable.equals(lowering.typed().element(inner));
      }

      @Override
      public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void p) {
        target(node.getVariable());
        return super.visitAssignment(node, null);
      }

      @Override
      public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void p) {
        target(node.getVariable());
        return super.visitCompoundAssignment(node, null);
      }

      @Override
      public @Nullable Void visitUnary(UnaryTree node, @Nullable Void p) {
        target(node.getExpression());
        return super.visitUnary(node, null);
      }
    }.scan(tree, null);
    return found[0];
  }

  /** The parts of an assignment's target that are evaluated before the right-hand side. */
  void keepTarget(ExpressionTree target, ExpressionTree value) {
    ExpressionTree inner = Words.strip(target);
    List<ExpressionTree> later = List.of(value);
    if (inner instanceof ArrayAccessTree access) {
      ExpressionTree array = access.getExpression();
      ExpressionTree index = access.getIndex();
      expressions.ready(array);
      keep(array, lowering.typed().type(array), List.of(index, value));
      expressions.ready(index);
      keep(index, expressions.unboxed(lowering.typed().type(index)), later);
    } else {
      ExpressionTree receiver = receiver(inner);
      if (receiver != null) {
        expressions.ready(receiver);
        keep(receiver, lowering.typed().type(receiver), later);
      }
    }
  }
}
