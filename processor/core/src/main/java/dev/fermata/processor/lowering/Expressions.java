package dev.fermata.processor.lowering;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.model.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers expressions that contain a suspension, so that they can be written in one piece after it:
 * what Java evaluates before the suspension is put into temporaries, what it evaluates after stays
 * where it is.
 *
 * <pre>{@code
 * combine(next(), await(x), last())   =>   next = next(); await x; combine(next, (String) awaited, last())
 * }</pre>
 */
final class Expressions {
  private final Lowering lowering;
  private final Operands operands;
  private final Assignments assignments;

  Expressions(Lowering lowering) {
    this.lowering = lowering;
    this.operands = new Operands(lowering, this);
    this.assignments = new Assignments(lowering, this, operands);
  }

  /** Evaluates {@code tree} for its effect. */
  void effect(ExpressionTree tree) {
    ready(tree);
    Code replacement = lowering.graph().replacements().get(Words.strip(tree));
    boolean valueOnly = replacement instanceof Code.Use || replacement instanceof Code.Awaited;
    if (!valueOnly) {
      lowering.add(new Instruction.Evaluate(Code.source(Words.strip(tree))));
    }
  }

  /**
   * Lowers what suspends in {@code tree}; afterwards its text can be written at the end of the
   * current block.
   */
  void ready(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    if (lowering.marks().lowered(inner)) {
      open(inner);
    }
  }

  private void open(ExpressionTree tree) {
    if (tree instanceof MethodInvocationTree call) {
      call(call);
    } else if (tree instanceof NewClassTree creation) {
      creation(creation);
    } else if (tree instanceof NewArrayTree array) {
      array(array);
    } else if (tree instanceof AssignmentTree assignment) {
      assignments.lower(assignment);
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      assignments.lower(assignment);
    } else if (tree instanceof UnaryTree unary) {
      ready(unary.getExpression());
    } else if (tree instanceof BinaryTree binary) {
      binary(binary);
    } else if (tree instanceof ConditionalExpressionTree choice) {
      choice(choice);
    } else if (tree instanceof InstanceOfTree test) {
      ready(test.getExpression());
    } else if (tree instanceof TypeCastTree cast) {
      ready(cast.getExpression());
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      ready(parenthesized.getExpression());
    } else if (tree instanceof MemberSelectTree select) {
      ready(select.getExpression());
    } else if (tree instanceof ArrayAccessTree access) {
      operands.lower(List.of(access.getExpression(), access.getIndex()));
    } else if (tree instanceof SwitchExpressionTree choice) {
      replace(tree, lowering.statements().switches().lower(choice));
    } else if (tree instanceof MemberReferenceTree reference) {
      ready(reference.getQualifierExpression());
    } else {
      throw new Untransformable(tree, "await cannot be transformed in this expression");
    }
  }

  private void replace(Tree tree, Local by) {
    lowering.graph().replacements().put(tree, Code.use(by));
  }

  private void call(MethodInvocationTree tree) {
    Word word = Words.word(lowering.typed(), tree).orElse(null);
    if (word == Word.AWAIT) {
      await(tree);
    } else if (word == Word.EMIT) {
      emit(tree);
    } else if (word == Word.EMIT_ALL) {
      emitAll(tree);
    } else {
      plainCall(tree);
    }
  }

  private void plainCall(MethodInvocationTree tree) {
    List<ExpressionTree> all = new ArrayList<>();
    ExpressionTree receiver = operands.receiver(tree.getMethodSelect());
    if (receiver != null) {
      all.add(receiver);
    }
    int first = all.size();
    all.addAll(tree.getArguments());
    Parameters parameters = Parameters.of(lowering.typed().element(tree));
    operands.lower(all, i -> i >= first && parameters.isPrimitive(i - first));
  }

  private void await(MethodInvocationTree tree) {
    operands.lower(new ArrayList<>(tree.getArguments()));
    Block resume = lowering.block();
    lowering.end(
        new Terminator.Await(
            Code.source(tree.getArguments().get(0)), resume, lowering.typed().line(tree)));
    lowering.begin(resume);
    TypeMirror type = lowering.typed().type(tree);
    if (lowering.typed().parent(tree) instanceof com.sun.source.tree.ExpressionStatementTree) {
      lowering.graph().replacements().put(tree, new Code.Awaited(type));
      return;
    }
    Local value = lowering.temporary("value", type);
    lowering.assign(value, new Code.Awaited(type));
    replace(tree, value);
  }

  private void emit(MethodInvocationTree tree) {
    ExpressionTree element = tree.getArguments().get(0);
    ready(element);
    emit(Code.source(element), lowering.typed().line(tree));
    lowering.graph().replacements().put(tree, new Code.Awaited(lowering.typed().type(tree)));
  }

  private void emit(Code element, int line) {
    Block resume = lowering.block();
    lowering.end(new Terminator.Emit(element, resume, line));
    lowering.begin(resume);
  }

  private void emitAll(MethodInvocationTree tree) {
    ExpressionTree source = tree.getArguments().get(0);
    ready(source);
    int line = lowering.typed().line(tree);
    lowering
        .statements()
        .loops()
        .overAsync(tree, source, line, (current, type) -> emit(current, line));
    lowering.graph().replacements().put(tree, new Code.Awaited(lowering.typed().type(tree)));
  }

  private void creation(NewClassTree tree) {
    List<ExpressionTree> all = new ArrayList<>();
    ExpressionTree outer = tree.getEnclosingExpression();
    if (outer != null) {
      if (lowering.marks().lowered(outer)) {
        ready(outer);
      }
      operands.spillNonNull(outer);
    }
    new Initialization(lowering).before(tree);
    all.addAll(tree.getArguments());
    if (all.stream().anyMatch(lowering.marks()::lowered)) {
      operands.lower(all, Parameters.of(lowering.typed().element(tree))::isPrimitive);
    }
  }

  private void array(NewArrayTree tree) {
    if (tree.getInitializers() == null) {
      operands.lower(tree.getDimensions(), i -> true);
      return;
    }
    List<ExpressionTree> elements = new ArrayList<>();
    BitSet primitive = new BitSet();
    elements(tree, elements, primitive);
    operands.lower(elements, primitive::get);
  }

  /** The elements of an array and of those that are written in it, whose types may differ. */
  private void elements(NewArrayTree tree, List<ExpressionTree> found, BitSet primitive) {
    boolean unboxes =
        lowering.typed().type(tree) instanceof ArrayType type
            && type.getComponentType().getKind().isPrimitive();
    for (ExpressionTree element : tree.getInitializers()) {
      if (element instanceof NewArrayTree nested && nested.getInitializers() != null) {
        elements(nested, found, primitive);
      } else {
        primitive.set(found.size(), unboxes);
        found.add(element);
      }
    }
  }

  private void binary(BinaryTree tree) {
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      Local value =
          lowering.temporary(
              "condition", lowering.typed().types().getPrimitiveType(TypeKind.BOOLEAN));
      Block then = lowering.block();
      Block otherwise = lowering.block();
      Block after = lowering.block();
      lowering.statements().conditions().lower(tree, then, otherwise);
      settle(then, value, Code.of("true"), after);
      settle(otherwise, value, Code.of("false"), after);
      lowering.begin(after);
      replace(tree, value);
      return;
    }
    operands.lower(tree);
  }

  private void settle(Block block, Local value, Code outcome, Block after) {
    lowering.begin(block);
    lowering.assign(value, outcome);
    lowering.end(new Terminator.Goto(after));
  }

  private void choice(ConditionalExpressionTree tree) {
    Local value = lowering.temporary("choice", lowering.typed().type(tree));
    Block first = lowering.block();
    Block second = lowering.block();
    Block after = lowering.block();
    lowering.statements().conditions().lower(tree.getCondition(), first, second);
    lowering.begin(first);
    ready(tree.getTrueExpression());
    lowering.assign(value, Code.source(tree.getTrueExpression()));
    lowering.end(new Terminator.Goto(after));
    lowering.begin(second);
    ready(tree.getFalseExpression());
    lowering.assign(value, Code.source(tree.getFalseExpression()));
    lowering.end(new Terminator.Goto(after));
    lowering.begin(after);
    replace(tree, value);
  }

  /** The type that {@code type} is unboxed to, or the type itself. */
  TypeMirror unboxed(TypeMirror type) {
    return Unboxing.of(lowering.typed().types(), type);
  }
}
