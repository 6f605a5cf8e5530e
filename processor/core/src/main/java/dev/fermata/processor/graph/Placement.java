package dev.fermata.processor.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides where blocks are written and where locals live.
 *
 * <p>In: a simplified graph and its liveness. Out: a block that one branch alone reaches is written
 * inside that branch, all others are states; a local that is used in one state only stays where the
 * user declared it, others are hoisted to the head of the step method; those that are live across a
 * suspension have a field in the frame.
 */
public final class Placement {
  private final Graph graph;
  private final Liveness liveness;
  private final Map<Block, Block> parents = new HashMap<>();
  private final Set<Block> states = new LinkedHashSet<>();

  /** Decides where blocks are written. */
  public Placement(Graph graph, Liveness liveness, Sizes sizes) {
    this.graph = graph;
    this.liveness = liveness;
    nestBlocks(sizes);
  }

  /** The block in whose branch {@code block} is written, or null for a state. */
  public @Nullable Block parent(Block block) {
    return parents.get(block);
  }

  /**
   * Whether what comes after a false condition is written inside the {@code if}, and what comes
   * after a true one behind it: where only the latter is written there at all, and for {@code if
   * (!more) return x;}, so that the body of a loop is followed by the states that it runs into.
   */
  public boolean isTurned(Block block, Terminator.Branch branch) {
    boolean thenInside = parents.get(branch.then()) == block;
    boolean otherwiseInside = parents.get(branch.otherwise()) == block;
    return thenInside
        && (!otherwiseInside
            || (isWayOut(branch.otherwise()) && !isWayOut(branch.then()) && bindsNothing(block)));
  }

  private static boolean isWayOut(Block block) {
    Terminator end = block.terminator();
    return block.instructions().isEmpty()
        && (end instanceof Terminator.Return
            || end instanceof Terminator.Tail
            || end instanceof Terminator.Throw);
  }

  /** Pattern variables of a condition would be in scope in more of the text when it is turned. */
  private boolean bindsNothing(Block block) {
    return liveness.uses(block).get(block.instructions().size()).binds().isEmpty();
  }

  /** The state inside which {@code block} is written. */
  public Block state(Block block) {
    Block at = block;
    for (Block up = parents.get(at); up != null; up = parents.get(at)) {
      at = up;
    }
    return at;
  }

  /** The blocks that are states, the entry first, in the order of the source. */
  public Set<Block> states() {
    return states;
  }

  private void nestBlocks(Sizes sizes) {
    Map<Block, Integer> arrivals = Simplifier.arrivals(graph);
    Map<Block, Integer> total = new HashMap<>();
    List<Block> innermostFirst = new ArrayList<>(graph.blocks());
    Collections.reverse(innermostFirst);
    for (Block block : innermostFirst) {
      int size = sizes.of(block);
      Terminator end = block.terminator();
      boolean chooses =
          end instanceof Terminator.Branch
              || end instanceof Terminator.Switch
              || end instanceof Terminator.Dispatch;
      for (Block next : chooses ? end.successors() : List.<Block>of()) {
        boolean alone =
            arrivals.getOrDefault(next, 0) == 1
                && next.region() == block.region()
                && next != graph.entry();
        int inside = total.getOrDefault(next, sizes.of(next));
        if (alone && size + inside < Sizes.LIMIT / 2) {
          parents.put(next, block);
          size += inside;
        }
      }
      total.put(block, size);
    }
    states.add(graph.entry());
    for (Block block : graph.blocks()) {
      if (!parents.containsKey(block)) {
        states.add(block);
      }
    }
  }

  /** Decides where locals live, once it is known which states share a method. */
  public void place(Chunks chunks) {
    Map<Local, Set<Block>> mentions = new HashMap<>();
    Map<Local, Block> declarations = new HashMap<>();
    Set<Local> twice = new HashSet<>();
    for (Block block : graph.blocks()) {
      int index = 0;
      for (Uses uses : liveness.uses(block)) {
        uses.all().forEach(l -> mentions.computeIfAbsent(l, x -> new LinkedHashSet<>()).add(block));
        uses.binds().forEach(l -> declare(l, block, declarations, twice));
        uses.exits().forEach(Placement::hoistSettings);
        if (index < block.instructions().size()) {
          Local declared = declared(block.instructions().get(index));
          if (declared != null) {
            declare(declared, block, declarations, twice);
          }
        }
        index++;
      }
      if (block.region() != null) {
        block.region().caught().hoist();
      }
      keep(block);
      keepAcross(block, chunks);
    }
    for (Local local : graph.locals()) {
      Block home = declarations.get(local);
      boolean stays =
          home != null
              && !twice.contains(local)
              && mentions.getOrDefault(local, Set.of()).stream().allMatch(b -> isWithin(b, home));
      if (!stays || local.kind() == Local.Kind.PARAMETER) {
        local.hoist();
      }
    }
  }

  /** A way out of a kept statement is written inside of it, which is no place to declare in. */
  private static void hoistSettings(Exit exit) {
    exit.settings().forEach(setting -> setting.local().hoist());
  }

  private void keep(Block block) {
    if (block.terminator() instanceof Terminator.Await await) {
      liveness.liveAcross(await.resume()).forEach(Local::putInFrame);
    } else if (block.terminator() instanceof Terminator.Emit emit) {
      liveness.liveAcross(emit.resume()).forEach(Local::putInFrame);
    }
  }

  /** What control takes along to another method goes through the frame. */
  private void keepAcross(Block block, Chunks chunks) {
    for (Block next : block.successors()) {
      if (chunks.crosses(block, next)) {
        liveness.liveAcross(next).forEach(Local::putInFrame);
      }
    }
    Region region = block.region();
    if (region != null && chunks.crosses(block, region.handler())) {
      liveness.liveAcross(region.handler()).forEach(Local::putInFrame);
    }
  }

  private static void declare(
      Local local, Block block, Map<Local, Block> declarations, Set<Local> twice) {
    if (declarations.put(local, block) != null) {
      twice.add(local);
    }
  }

  private static @Nullable Local declared(Instruction instruction) {
    if (instruction instanceof Instruction.Declare declare) {
      return declare.local();
    }
    return instruction instanceof Instruction.Assign assign ? assign.local() : null;
  }

  /** Whether {@code block} is written inside {@code home}. */
  boolean isWithin(Block block, Block home) {
    for (Block at = block; at != null; at = parents.get(at)) {
      if (at == home) {
        return true;
      }
    }
    return false;
  }
}
