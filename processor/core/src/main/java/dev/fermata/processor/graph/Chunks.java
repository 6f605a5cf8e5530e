package dev.fermata.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which states go into which method, where one method for all of them would be too large.
 *
 * <p>In: the states in their order. Out: runs of states. Control that crosses from one run to
 * another is like a suspension that is resumed at once: locals go through the frame.
 */
public final class Chunks {
  private static final int PER_LOCAL = 9;
  private static final int PER_SAVE = 8;

  private final List<List<Block>> chunks = new ArrayList<>();
  private final Map<Block, Integer> numbers = new HashMap<>();
  private final Placement placement;

  /** Divides the states, in their order, so that each part fits into a method. */
  public Chunks(
      Graph graph, StateOrder order, Placement placement, Liveness liveness, Sizes sizes) {
    this.placement = placement;
    Map<Block, List<Block>> members = new HashMap<>();
    for (Block block : graph.blocks()) {
      members.computeIfAbsent(placement.state(block), s -> new ArrayList<>()).add(block);
    }
    List<Block> chunk = new ArrayList<>();
    Set<Local> mentioned = new HashSet<>();
    int size = 0;
    for (Block state : order.states()) {
      List<Block> blocks = members.getOrDefault(state, List.of());
      int own = 0;
      for (Block block : blocks) {
        own += sizes.of(block);
        for (Uses uses : liveness.uses(block)) {
          for (Local local : uses.all()) {
            own += mentioned.add(local) ? PER_LOCAL : 0;
          }
        }
        boolean suspends =
            block.terminator() instanceof Terminator.Await
                || block.terminator() instanceof Terminator.Emit;
        own += suspends ? mentioned.size() * PER_SAVE : 0;
      }
      if (!chunk.isEmpty() && size + own > Sizes.LIMIT) {
        chunk = new ArrayList<>();
        mentioned.clear();
        size = 0;
      }
      if (chunk.isEmpty()) {
        chunks.add(chunk);
      }
      chunk.add(state);
      numbers.put(state, chunks.size() - 1);
      size += own;
    }
  }

  /** The runs of states; one where a single method has room for all. */
  public List<List<Block>> all() {
    return chunks;
  }

  /** The number of the run that a block is written in. */
  public int number(Block block) {
    return numbers.getOrDefault(placement.state(block), 0);
  }

  /** Whether control leaves a method when it goes from one block to another. */
  public boolean crosses(Block from, Block to) {
    return number(from) != number(to);
  }
}
