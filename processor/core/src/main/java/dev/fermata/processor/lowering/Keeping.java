package dev.fermata.processor.lowering;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.YieldTree;
import dev.fermata.processor.graph.Exit;
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
    boolean completes = Completion.of(lowering).canComplete(tree);
    WaysOut late = new WaysOut(lowering);
    for (Jumps.Jump jump : lowering.jumps().within(tree)) {
      if (leaves(tree, jump)) {
        Exit exit = exit(jump.tree());
        boolean through =
            jump.tries().stream().anyMatch(t -> lowering.typed().contains(tree, t) && mayThrow(t));
        lowering.record(jump.tree(), through ? late.after(exit) : exit);
      }
    }
    lowering.add(new Instruction.Statement(tree));
    if (late.any()) {
      late.goOn(completes);
    } else if (!completes) {
      lowering.end(new Terminator.Never(List.of()));
    }
  }

  private boolean leaves(StatementTree kept, Jumps.Jump jump) {
    return jump.target() == lowering.body() || !lowering.typed().contains(kept, jump.target());
  }

  private Exit exit(Tree jump) {
    if (jump instanceof ReturnTree returned) {
      return lowering.exits().ofReturn(returned, returned.getExpression());
    }
    if (jump instanceof BreakTree leaving) {
      return lowering.exits().ofBreak(leaving);
    }
    return jump instanceof ContinueTree leaving
        ? lowering.exits().ofContinue(leaving)
        : lowering.exits().ofYield((YieldTree) jump);
  }

  /**
   * Whether leaving {@code attempt} runs code. One that is inside a kept statement other than a
   * {@code synchronized} is {@link Marks lowered} for that.
   */
  private static boolean mayThrow(TryTree attempt) {
    return attempt.getFinallyBlock() != null || !attempt.getResources().isEmpty();
  }
}
