package dev.fermata.processor.lowering;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * A part of the body that nothing leaves without passing its end: the {@code try} of a {@code
 * finally}, of a resource, of an {@code awaitEach}.
 *
 * <p>Made where the part begins. All ways out meet in one block with {@code failure} (what was
 * thrown, or null) and {@code exit} (the number of the place to go on).
 */
final class Leave {
  private final Lowering lowering;
  private final Lowering.Leaving leaving;
  private final Local failure;
  private final Local exit;
  private final Block entry;
  private final @Nullable Region outside;

  Leave(Lowering lowering) {
    this.lowering = lowering;
    this.failure = lowering.temporary("failure", lowering.type("java.lang.Throwable"));
    this.exit = lowering.temporary("exit", lowering.typed().types().getPrimitiveType(TypeKind.INT));
    this.entry = lowering.block();
    this.leaving = new Lowering.Leaving(entry, exit, failure);
    this.outside = lowering.region();
    lowering.push(leaving);
    lowering.enter(new Region(outside, failure, entry, Set.of(exit)));
    lowering.flowInto(lowering.block());
  }

  Local failure() {
    return failure;
  }

  /**
   * Ends the part with an awaited {@code closing}, which throws {@link #failure} itself where there
   * is one.
   */
  void awaiting(Code closing, int line) {
    meet();
    Block closed = lowering.block();
    lowering.end(new Terminator.Await(closing, closed, line));
    lowering.begin(closed);
    goOn();
  }

  /**
   * Ends the part with a plain {@code closing}, which throws {@link #failure} itself where there is
   * one.
   */
  void calling(Code closing) {
    meet();
    lowering.add(new Instruction.Evaluate(closing));
    goOn();
  }

  /** Ends the part with the user's own {@code finally}. */
  void running(Runnable last) {
    meet();
    last.run();
    Block failed = lowering.block();
    Block fine = lowering.block();
    lowering.end(
        new Terminator.Branch(
            Code.of("$L != null", Code.use(failure)), List.of(), List.of(), failed, fine));
    lowering.begin(failed);
    lowering.end(new Terminator.Throw(Code.use(failure)));
    lowering.begin(fine);
    goOn();
  }

  private void meet() {
    lowering.pop();
    lowering.enter(outside);
    lowering.end(new Terminator.Never(List.of()));
    lowering.begin(entry);
  }

  private void goOn() {
    List<Lowering.Target> targets = leaving.targets();
    List<Block> relays = new ArrayList<>();
    Block here = lowering.current();
    for (Lowering.Target target : targets) {
      Block relay = lowering.block();
      relays.add(relay);
      lowering.begin(relay);
      lowering.jump(target);
    }
    lowering.begin(here);
    if (relays.isEmpty()) {
      lowering.end(new Terminator.Never(List.of()));
    } else if (relays.size() == 1) {
      lowering.end(new Terminator.Goto(relays.get(0)));
    } else {
      lowering.end(new Terminator.Dispatch(exit, relays));
    }
  }
}
