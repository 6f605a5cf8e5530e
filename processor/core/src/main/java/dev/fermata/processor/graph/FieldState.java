package dev.fermata.processor.graph;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the fields of a frame hold while the step method runs on its locals: forward dataflow over
 * the blocks.
 *
 * <p>Out, for the end of each block: which locals may differ from their fields, and which fields
 * may hold a reference. A suspension stores the former where they are live and clears the latter
 * where they are dead; nothing else needs code.
 */
public final class FieldState {
  private record State(Set<Local> changed, Set<Local> held) {
    State() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    boolean join(State other) {
      boolean grows = changed.addAll(other.changed);
      return held.addAll(other.held) || grows;
    }
  }

  private final Liveness liveness;
  private final Map<Block, State> before = new HashMap<>();
  private final Map<Block, Set<Local>> changed = new HashMap<>();

  public FieldState(Graph graph, Liveness liveness, Chunks chunks) {
    this.liveness = liveness;
    for (Local local : graph.locals()) {
      if (local.kind() == Local.Kind.PARAMETER) {
        in(graph.entry()).held().add(local);
      }
    }
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Block block : graph.blocks()) {
        grows |= flow(block, chunks);
      }
    }
    for (Block block : graph.blocks()) {
      changed.put(block, out(block).changed());
    }
  }

  /** The locals that may differ from their fields at the end of {@code block}. */
  public Set<Local> changed(Block block) {
    return changed.getOrDefault(block, Set.of());
  }

  /** The fields that may hold something at the end of {@code block}. */
  public Set<Local> held(Block block) {
    return in(block).held();
  }

  private State in(Block block) {
    return before.computeIfAbsent(block, b -> new State());
  }

  private State out(Block block) {
    State out = new State();
    out.join(in(block));
    for (Uses uses : liveness.uses(block)) {
      out.changed().addAll(uses.writes());
      out.changed().addAll(uses.binds());
    }
    return out;
  }

  private boolean flow(Block block, Chunks chunks) {
    State out = out(block);
    boolean grows = false;
    boolean emits = block.terminator() instanceof Terminator.Emit;
    for (Block next : emits ? block.jumps() : block.successors()) {
      grows |= in(next).join(chunks.crosses(block, next) ? saved(next) : out);
    }
    Region region = block.region();
    if (region != null) {
      State thrown = new State();
      thrown.join(out);
      thrown.changed().add(region.caught());
      boolean crosses = chunks.crosses(block, region.handler());
      grows |= in(region.handler()).join(crosses ? saved(region.handler()) : thrown);
    }
    if (block.terminator() instanceof Terminator.Await await) {
      grows |= in(await.resume()).join(saved(await.resume()));
    } else if (block.terminator() instanceof Terminator.Emit emit) {
      grows |= in(emit.resume()).join(saved(emit.resume()));
    }
    return grows;
  }

  /**
   * After a suspension every field is what its local will be; those of live locals hold something.
   */
  private State saved(Block resume) {
    State state = new State();
    state.held().addAll(liveness.liveAcross(resume));
    return state;
  }
}
