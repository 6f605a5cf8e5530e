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
 * runs into it, so that most transitions fall through and the update of a loop follows its body.
 */
public final class StateOrder {
  private final Placement placement;
  private final List<Block> states = new ArrayList<>();
  private final Map<Block, Integer> numbers = new HashMap<>();

  /** Numbers the states that blocks have been placed in. */
  public StateOrder(Graph graph, Placement placement) {
    this.placement = placement;
    Set<Block> left = new LinkedHashSet<>();
    left.add(graph.entry());
    left.addAll(placement.states());
    Map<Block, Block> before = before(left);
    while (!left.isEmpty()) {
      Block next = states.isEmpty() ? graph.entry() : first(left, before);
      while (next != null && left.remove(next)) {
        numbers.put(next, states.size());
        states.add(next);
        next = runsInto(next);
      }
    }
  }

  /** The first state that runs into each of those that one runs into. */
  private Map<Block, Block> before(Set<Block> all) {
    Map<Block, Block> before = new HashMap<>();
    for (Block state : all) {
      Block next = runsInto(state);
      if (next != null && next != state) {
        before.putIfAbsent(next, state);
      }
    }
    return before;
  }

  /**
   * The first state that is not run into by another one that is left: that one is to precede it.
   */
  private static Block first(Set<Block> left, Map<Block, Block> before) {
    return left.stream()
        .filter(state -> !before.containsKey(state) || !left.contains(before.get(state)))
        .findFirst()
        .orElseGet(() -> left.iterator().next());
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
