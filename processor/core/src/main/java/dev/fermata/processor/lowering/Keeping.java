package dev.fermata.processor.lowering;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Terminator;
import java.util.List;

/**
 * Keeps a statement that contains no suspension as the user wrote it. Only the jumps that leave it
 * are replaced.
 */
final class Keeping {
  private final Lowering lowering;

  Keeping(Lowering lowering) {
    this.lowering = lowering;
  }

  void keep(StatementTree tree) {
    for (Jumps.Jump jump : lowering.jumps().all()) {
      if (contains(tree, jump.tree())) {
        replace(tree, jump);
      }
    }
    lowering.add(new Instruction.Statement(tree));
    if (!Completion.of(lowering).canComplete(tree)) {
      lowering.end(new Terminator.Never(List.of()));
    }
  }

  private void replace(StatementTree kept, Jumps.Jump jump) {
    if (jump.target() != lowering.body() && contains(kept, jump.target())) {
      return;
    }
    Tree tree = jump.tree();
    if (tree instanceof ReturnTree returned) {
      lowering.record(tree, lowering.exits().ofReturn(returned, returned.getExpression()));
    } else if (tree instanceof BreakTree leaving) {
      lowering.record(tree, lowering.exits().ofBreak(leaving));
    } else if (tree instanceof ContinueTree leaving) {
      lowering.record(tree, lowering.exits().ofContinue(leaving));
    } else if (tree instanceof YieldTree leaving) {
      lowering.record(tree, lowering.exits().ofYield(leaving));
    }
  }

  private boolean contains(Tree outer, Tree inner) {
    Typed typed = lowering.typed();
    return typed.start(outer) <= typed.start(inner) && typed.end(inner) <= typed.end(outer);
  }
}
