package dev.fermata.processor.machine;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a body may wait.
 *
 * @param block what ends with it
 * @param resume where the body goes on
 * @param line the user's line
 * @param word what the body waits with
 */
record Suspension(Block block, Block resume, int line, String word) {
  /** All of a body, in the order of the source. */
  static List<Suspension> of(Graph graph) {
    List<Suspension> all = new ArrayList<>();
    for (Block block : graph.blocks()) {
      Terminator end = block.terminator();
      if (end instanceof Terminator.Await await) {
        all.add(new Suspension(block, await.resume(), await.line(), "await"));
      } else if (end instanceof Terminator.Emit emit) {
        all.add(new Suspension(block, emit.resume(), emit.line(), "emit"));
      }
    }
    return all;
  }
}
