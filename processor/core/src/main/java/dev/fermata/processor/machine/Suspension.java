package dev.fermata.processor.machine;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Terminator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a body may wait.
 *
 * @param resume where it goes on
 * @param line the user's line
 * @param word what it waits with
 */
record Suspension(Block resume, int line, String word) {
  /** All of a body, in the order of the source. */
  static List<Suspension> of(Graph graph) {
    return graph.blocks().stream().map(Suspension::at).filter(Objects::nonNull).toList();
  }

  /** The one at the end of a block; null if it does not wait there. */
  static @Nullable Suspension at(Block block) {
    Terminator end = block.terminator();
    if (end instanceof Terminator.Await await) {
      return new Suspension(await.resume(), await.line(), "await");
    }
    return end instanceof Terminator.Emit emit
        ? new Suspension(emit.resume(), emit.line(), "emit")
        : null;
  }
}
