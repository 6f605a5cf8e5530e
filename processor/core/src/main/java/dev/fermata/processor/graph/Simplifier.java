package dev.fermata.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a graph as small as it can be without changing what it does.
 *
 * <p>In: blocks as the lowering made them. Out: jumps to empty blocks go where these go; blocks
 * that nothing reaches are gone; a block that only one jump reaches, in the same region, is part of
 * where the jump is.
 */
public final class Simplifier {
  private final Graph graph;

  private Simplifier(Graph graph) {
    this.graph = graph;
  }

  /** Makes a graph as small as it gets; what it does stays the same. */
  public static void simplify(Graph graph) {
    Simplifier simplifier = new Simplifier(graph);
    simplifier.threadJumps();
    simplifier.dropUnreachable();
    simplifier.merge();
    simplifier.dropUnreachable();
  }

  private void threadJumps() {
    IdentityHashMap<Block, Block> onward = new IdentityHashMap<>();
    for (Block block : graph.blocks()) {
      Block target = block;
      Set<Block> seen = new LinkedHashSet<>();
      while (target.instructions().isEmpty()
          && target.terminator() instanceof Terminator.Goto go
          && seen.add(target)) {
        target = go.target();
      }
      onward.put(block, target);
    }
    Redirection redirection =
        new Redirection(
            block -> onward.getOrDefault(block, block),
            block -> {
              Block target = onward.getOrDefault(block, block);
              return target.region() == block.region() ? target : block;
            });
    for (Block block : graph.blocks()) {
      block.terminate(redirection.of(block.terminator()));
      block.jumps().replaceAll(b -> onward.getOrDefault(b, b));
    }
    graph.exits().replaceAll((tree, exit) -> redirection.of(exit));
  }

  /** Keeps what can be reached, exceptions included. */
  private void dropUnreachable() {
    Set<Block> reached = new LinkedHashSet<>();
    List<Block> pending = new ArrayList<>(List.of(graph.entry()));
    while (!pending.isEmpty()) {
      Block block = pending.remove(pending.size() - 1);
      if (reached.add(block)) {
        pending.addAll(block.successors());
        if (block.region() != null) {
          pending.add(block.region().handler());
        }
      }
    }
    graph.blocks().retainAll(reached);
  }

  private void merge() {
    Map<Block, Integer> arrivals = arrivals(graph);
    for (Block block : List.copyOf(graph.blocks())) {
      while (block.terminator() instanceof Terminator.Goto go
          && go.target() != block
          && go.target() != graph.entry()
          && arrivals.getOrDefault(go.target(), 0) == 1
          && go.target().region() == block.region()) {
        Block next = go.target();
        block.instructions().addAll(next.instructions());
        block.jumps().addAll(next.jumps());
        block.terminate(next.terminator());
        next.instructions().clear();
        next.jumps().clear();
        next.terminate(new Terminator.Never(List.of()));
      }
    }
  }

  /** How many ways lead to each block; exceptions and resumptions count like jumps. */
  static Map<Block, Integer> arrivals(Graph graph) {
    Map<Block, Integer> arrivals = new HashMap<>();
    Set<Region> regions = new LinkedHashSet<>();
    for (Block block : graph.blocks()) {
      for (Block next : block.successors()) {
        arrivals.merge(next, 1, Integer::sum);
      }
      if (block.region() != null && regions.add(block.region())) {
        arrivals.merge(block.region().handler(), 2, Integer::sum);
      }
      if (block.terminator() instanceof Terminator.Await await) {
        arrivals.merge(await.resume(), 1, Integer::sum);
      } else if (block.terminator() instanceof Terminator.Emit emit) {
        arrivals.merge(emit.resume(), 1, Integer::sum);
      }
    }
    return arrivals;
  }
}
