package dev.fermata.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the states: in the order of the source, except that a state follows the one that
 * runs into it, so that most transitions fall through.
 */
public final class StateOrder {
  private final Placement placement;
  private final List<Block> states = new ArrayList<>();
  private final Map<Block, Integer> numbers = new HashMap<>();

  public StateOrder(Graph graph, Placement placement) {
    this.placement = placement;
    Set<Block> left = new LinkedHashSet<>();
    left.add(graph.entry());
    left.addAll(placement.states());
    while (!left.isEmpty()) {
      Block next = left.iterator().next();
      while (next != null && left.remove(next)) {
        numbers.put(next, states.size());
        states.add(next);
        next = runsInto(next);
      }
    }
  }

  /** The states in their order. */
  public List<Block> states() {
    return states;
  }

  /** The number of a state. */
  public int number(Block state) {
    Integer number = numbers.get(state);
    if (number == null) {
      throw new IllegalStateException(state + " is not a state");
    }
    return number;
  }

  /** The state that control reaches at the end of the text of {@code block}, or null. */
  private @Nullable Block runsInto(Block block) {
    Terminator end = block.terminator();
    if (end instanceof Terminator.Goto go) {
      return go.target();
    }
    if (end instanceof Terminator.Await await) {
      return await.resume();
    }
    if (end instanceof Terminator.Emit emit) {
      return emit.resume();
    }
    if (end instanceof Terminator.Branch branch) {
      Block last = placement.isTurned(block, branch) ? branch.then() : branch.otherwise();
      return placement.parent(last) == block ? runsInto(last) : last;
    }
    return null;
  }
}
