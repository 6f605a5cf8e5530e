package dev.fermata.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the targets of terminators.
 *
 * @param to where jumps go
 * @param resume where suspensions go on, which must be in the region that the suspension is in
 */
record Redirection(UnaryOperator<Block> to, UnaryOperator<Block> resume) {
  Exit of(Exit exit) {
    return new Exit(exit.settings(), of(exit.end()), exit.left());
  }

  Terminator of(Terminator terminator) {
    if (terminator instanceof Terminator.Goto go) {
      return new Terminator.Goto(to.apply(go.target()));
    }
    if (terminator instanceof Terminator.Branch branch) {
      return new Terminator.Branch(
          branch.condition(),
          branch.whenTrue(),
          branch.whenFalse(),
          to.apply(branch.then()),
          to.apply(branch.otherwise()));
    }
    if (terminator instanceof Terminator.Switch choice) {
      return of(choice);
    }
    if (terminator instanceof Terminator.Dispatch dispatch) {
      return new Terminator.Dispatch(dispatch.selector(), all(dispatch.targets()));
    }
    if (terminator instanceof Terminator.Await await) {
      return new Terminator.Await(await.awaitable(), resume.apply(await.resume()), await.line());
    }
    if (terminator instanceof Terminator.Emit emit) {
      return new Terminator.Emit(emit.value(), resume.apply(emit.resume()), emit.line());
    }
    return terminator;
  }

  private Terminator of(Terminator.Switch choice) {
    List<Terminator.Arm> arms = new ArrayList<>();
    for (Terminator.Arm arm : choice.arms()) {
      arms.add(
          new Terminator.Arm(
              arm.tree(), arm.bindings(), arm.reached(), arm.dropGuard(), to.apply(arm.target())));
    }
    return new Terminator.Switch(choice.selector(), arms, nullable(choice.otherwise()));
  }

  private @Nullable Block nullable(@Nullable Block block) {
    return block == null ? null : to.apply(block);
  }

  private List<Block> all(List<Block> blocks) {
    List<Block> redirected = new ArrayList<>();
    blocks.forEach(block -> redirected.add(to.apply(block)));
    return redirected;
  }
}
