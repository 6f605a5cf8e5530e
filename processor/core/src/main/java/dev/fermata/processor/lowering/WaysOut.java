package dev.fermata.processor.lowering;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Ways out of a kept statement that pass a {@code finally} or the closing of a resource inside it.
 * A jump must not choose the next state before these have run, for they may throw, and then the
 * state says which handler is in charge. So it says where it wants to go, and leaves the statement;
 * what follows the statement goes there.
 *
 * <pre>{@code
 * int way = 0;
 * left:
 * synchronized (lock) {
 *   try (var file = open()) {
 *     returned = file.read();
 *     way = 1;
 *     break left;
 *   }
 * }
 * switch (way) { … }
 * }</pre>
 */
final class WaysOut {
  private final Lowering lowering;
  private final List<Terminator> ends = new ArrayList<>();
  private @Nullable Local way;
  private @Nullable Block after;

  WaysOut(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Whether there are any. */
  boolean any() {
    return after != null;
  }

  /** As {@code exit}, but once the statement has been left; a plain return stays what it is. */
  Exit after(Exit exit) {
    if (!(exit.end() instanceof Terminator.Goto)) {
      return exit;
    }
    Local number = way;
    Block next = after;
    if (number == null || next == null) {
      number = lowering.temporary("way", lowering.typed().types().getPrimitiveType(TypeKind.INT));
      lowering.assign(number, Code.of("0"));
      next = lowering.block();
      way = number;
      after = next;
    }
    int index = ends.indexOf(exit.end());
    if (index < 0) {
      ends.add(exit.end());
      index = ends.size() - 1;
    }
    List<Instruction.Assign> settings = new ArrayList<>(exit.settings());
    settings.add(new Instruction.Assign(number, Code.of(String.valueOf(index + 1))));
    return new Exit(settings, new Terminator.Goto(next), true);
  }

  /**
   * Goes on behind the statement.
   *
   * @param completes whether it may also complete normally
   */
  void goOn(boolean completes) {
    Block next = after;
    Local number = way;
    if (next == null || number == null) {
      throw new IllegalStateException("there is no way out");
    }
    lowering.flowInto(next);
    List<Block> targets = new ArrayList<>();
    for (Terminator end : ends) {
      Block relay = lowering.block();
      relay.terminate(end);
      targets.add(relay);
    }
    Block rest = lowering.block();
    if (completes) {
      targets.add(rest);
    }
    lowering.end(
        targets.size() == 1
            ? new Terminator.Goto(targets.get(0))
            : new Terminator.Dispatch(number, targets));
    if (completes) {
      lowering.begin(rest);
    }
  }
}
