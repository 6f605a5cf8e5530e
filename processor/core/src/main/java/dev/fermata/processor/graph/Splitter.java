package dev.fermata.processor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long blocks, so that no state is larger than a part of a method.
 *
 * <p>In: a simplified graph. Out: the same with blocks of at most a quarter of a method, where
 * instructions allow it.
 */
public final class Splitter {
  private static final int LONG = Sizes.LIMIT / 4;

  private Splitter() {}

  /** Cuts all blocks of a graph that are too long. */
  public static void split(Graph graph, Sizes sizes) {
    for (Block block : List.copyOf(graph.blocks())) {
      split(graph, block, sizes);
    }
  }

  private static void split(Graph graph, Block whole, Sizes sizes) {
    Block block = whole;
    int size = 0;
    for (int i = 0; i < block.instructions().size(); i++) {
      size += sizes.of(block.instructions().get(i));
      boolean more = i + 1 < block.instructions().size();
      if (size > LONG && more) {
        Block rest = graph.blockAfter(block);
        List<Instruction> tail = block.instructions().subList(i + 1, block.instructions().size());
        rest.instructions().addAll(new ArrayList<>(tail));
        tail.clear();
        rest.terminate(block.terminator());
        rest.jumps().addAll(block.jumps());
        block.terminate(new Terminator.Goto(rest));
        block = rest;
        size = 0;
        i = -1;
      }
    }
  }
}
