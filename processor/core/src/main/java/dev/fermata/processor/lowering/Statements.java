package dev.fermata.processor.lowering;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Sizes;
import dev.fermata.processor.graph.Terminator;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers statements: what contains no suspension is kept, the rest goes to the rule of its
 * construct.
 */
final class Statements {
  private final Lowering lowering;
  private final Conditions conditions;
  private final Loops loops;
  private final Switches switches;
  private final Tries tries;
  private final Keeping keeping;
  private final Comments comments;

  Statements(Lowering lowering) {
    this.lowering = lowering;
    this.conditions = new Conditions(lowering);
    this.loops = new Loops(lowering, conditions);
    this.switches = new Switches(lowering);
    this.tries = new Tries(lowering);
    this.keeping = new Keeping(lowering);
    this.comments = new Comments(lowering);
  }

  Conditions conditions() {
    return conditions;
  }

  Loops loops() {
    return loops;
  }

  Switches switches() {
    return switches;
  }

  void lower(List<? extends StatementTree> trees) {
    for (int i = 0; i < trees.size(); i++) {
      comments.before(i == 0 ? null : trees.get(i - 1), trees.get(i));
      lower(trees.get(i));
    }
  }

  /**
   * The body of a construct that is lowered: its braces are gone, so its statements stand by
   * themselves.
   */
  void body(StatementTree tree) {
    if (tree instanceof BlockTree block) {
      lower(block.getStatements());
    } else {
      lower(tree);
    }
  }

  void lower(StatementTree tree) {
    if (tree instanceof VariableTree variable) {
      declaration(variable);
    } else if (tree instanceof ClassTree type) {
      lowering.add(new Instruction.LocalClass(type));
    } else if (tree instanceof ReturnTree || isJump(tree)) {
      leave(tree);
    } else if (lowering.marks().lowered(tree)) {
      open(tree);
    } else if (isTooLarge(tree)) {
      lowering.marks().lowerLarge(tree);
      open(tree);
    } else {
      keeping.keep(tree);
    }
  }

  /** Whether a statement without suspension would by itself be too much for one method. */
  private boolean isTooLarge(StatementTree tree) {
    boolean openable =
        tree instanceof BlockTree
            || tree instanceof IfTree
            || tree instanceof WhileLoopTree
            || tree instanceof DoWhileLoopTree
            || tree instanceof ForLoopTree
            || tree instanceof EnhancedForLoopTree
            || tree instanceof LabeledStatementTree
            || tree instanceof SwitchTree
            || tree instanceof TryTree;
    return openable && lowering.sizes().of(tree) > Sizes.LIMIT / 2;
  }

  private static boolean isJump(StatementTree tree) {
    return tree instanceof BreakTree || tree instanceof ContinueTree || tree instanceof YieldTree;
  }

  /** A jump by itself ends the block. */
  private void leave(StatementTree tree) {
    if (tree instanceof ReturnTree returned) {
      leave(returned, returned.getExpression());
    } else if (tree instanceof BreakTree jump) {
      lowering.take(lowering.exits().ofBreak(jump));
    } else if (tree instanceof ContinueTree jump) {
      lowering.take(lowering.exits().ofContinue(jump));
    } else if (tree instanceof YieldTree yielded) {
      lowering.expressions().ready(yielded.getValue());
      lowering.take(lowering.exits().ofYield(yielded));
    }
  }

  /**
   * A choice between two coroutines is one between two ways out: {@code done(x)} needs no frame.
   */
  private void leave(ReturnTree tree, @Nullable ExpressionTree value) {
    if (value != null
        && Words.strip(value) instanceof ConditionalExpressionTree choice
        && Returns.handsOver(lowering.typed(), value, lowering.body())) {
      Block first = lowering.block();
      Block second = lowering.block();
      conditions.lower(choice.getCondition(), first, second);
      lowering.begin(first);
      leave(tree, choice.getTrueExpression());
      lowering.begin(second);
      leave(tree, choice.getFalseExpression());
      return;
    }
    if (value != null) {
      lowering.expressions().ready(argumentOfDone(value));
    }
    lowering.take(lowering.exits().ofReturn(tree, value));
  }

  private ExpressionTree argumentOfDone(ExpressionTree expression) {
    Code value = lowering.exits().value(expression);
    return value instanceof Code.Source source ? (ExpressionTree) source.tree() : expression;
  }

  private void declaration(VariableTree tree) {
    Local local = lowering.local(tree);
    ExpressionTree initializer = tree.getInitializer();
    if (initializer == null) {
      lowering.add(new Instruction.Declare(local, tree, null));
      return;
    }
    lowering.expressions().ready(initializer);
    lowering.add(new Instruction.Declare(local, tree, initial(tree, initializer)));
  }

  /** {@code int[] a = {1, 2}} is a declaration only; elsewhere the type has to be said. */
  private Code initial(VariableTree tree, ExpressionTree initializer) {
    boolean shorthand = initializer instanceof NewArrayTree array && array.getType() == null;
    TypeMirror type = lowering.typed().type(tree);
    return shorthand && !lowering.typed().hidden().mentions(type)
        ? Code.of("new $L $L", type, Code.source(initializer))
        : Code.source(initializer);
  }

  private void open(StatementTree tree) {
    if (tree instanceof BlockTree block) {
      lower(block.getStatements());
    } else if (tree instanceof ExpressionStatementTree statement) {
      expression(statement.getExpression());
    } else if (tree instanceof IfTree branch) {
      branch(branch);
    } else if (tree instanceof WhileLoopTree loop) {
      loops.lower(loop);
    } else if (tree instanceof DoWhileLoopTree loop) {
      loops.lower(loop);
    } else if (tree instanceof ForLoopTree loop) {
      loops.lower(loop);
    } else if (tree instanceof EnhancedForLoopTree loop) {
      loops.lower(loop);
    } else if (tree instanceof LabeledStatementTree labeled) {
      labeled(labeled);
    } else if (tree instanceof SwitchTree choice) {
      switches.lower(choice);
    } else if (tree instanceof TryTree attempt) {
      tries.lower(attempt);
    } else if (tree instanceof ThrowTree thrown) {
      lowering.expressions().ready(thrown.getExpression());
      lowering.end(new Terminator.Throw(Code.source(thrown.getExpression())));
    } else if (tree instanceof SynchronizedTree locked) {
      lowering.expressions().ready(locked.getExpression());
      keeping.keep(locked);
    } else if (tree instanceof AssertTree assertion) {
      assertion(assertion);
    } else if (!(tree instanceof EmptyStatementTree)) {
      throw new Untransformable(tree, "await cannot be transformed in this statement");
    }
  }

  /** An expression for its effect; a value that nobody wants is not kept. */
  private void expression(ExpressionTree tree) {
    lowering.expressions().effect(tree);
  }

  private void branch(IfTree tree) {
    Block then = lowering.block();
    Block after = lowering.block();
    StatementTree alternative = tree.getElseStatement();
    Block otherwise = alternative == null ? after : lowering.block();
    conditions.lower(tree.getCondition(), then, otherwise);
    lowering.begin(then);
    body(tree.getThenStatement());
    lowering.end(new Terminator.Goto(after));
    if (alternative != null) {
      lowering.begin(otherwise);
      body(alternative);
      lowering.end(new Terminator.Goto(after));
    }
    lowering.begin(after);
  }

  private void labeled(LabeledStatementTree tree) {
    Block after = lowering.block();
    lowering.breakTo(tree, lowering.target(after));
    lower(tree.getStatement());
    lowering.flowInto(after);
  }

  /**
   * {@code assert c : d} with a suspension in it.
   *
   * <pre>
   * {@code if (ASSERTIONS$ENABLED) { if (!c) throw new AssertionError(d); } }
   * </pre>
   */
  private void assertion(AssertTree tree) {
    Block test = lowering.block();
    Block failed = lowering.block();
    Block after = lowering.block();
    lowering.end(
        new Terminator.Branch(new Code.AssertionsEnabled(), List.of(), List.of(), test, after));
    lowering.begin(test);
    conditions.lower(tree.getCondition(), after, failed);
    lowering.begin(failed);
    ExpressionTree detail = tree.getDetail();
    TypeMirror error = lowering.type("java.lang.AssertionError");
    if (detail == null) {
      lowering.end(new Terminator.Throw(Code.of("new $L()", error)));
    } else {
      lowering.expressions().ready(detail);
      lowering.end(new Terminator.Throw(Code.of("new $L($L)", error, Code.source(detail))));
    }
    lowering.begin(after);
  }
}
