package dev.fermata.processor.graph;

import java.util.BitSet;
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
  /** Sets of locals, by their place among those of the graph. */
  private record State(BitSet changed, BitSet held) {
    State() {
      this(new BitSet(), new BitSet());
    }

    /** Adds what the other one has; tells whether that is anything new. */
    boolean join(State other) {
      int before = changed.cardinality() + held.cardinality();
      changed.or(other.changed);
      held.or(other.held);
      return changed.cardinality() + held.cardinality() > before;
    }
  }

  private final Liveness liveness;
  private final Chunks chunks;
  private final Map<Local, Integer> places = new HashMap<>();
  private final Map<Block, State> before = new HashMap<>();
  private final Map<Block, BitSet> written = new HashMap<>();
  private final Map<Block, State> saved = new HashMap<>();
  private final Map<Block, BitSet> changed = new HashMap<>();
  private final Set<Block> pending = new LinkedHashSet<>();

  /** Follows the fields through all blocks. */
  public FieldState(Graph graph, Liveness liveness, Chunks chunks) {
    this.liveness = liveness;
    this.chunks = chunks;
    for (Local local : graph.locals()) {
      places.put(local, places.size());
      if (local.kind() == Local.Kind.PARAMETER) {
        in(graph.entry()).held().set(places.get(local));
      }
    }
    for (Block block : graph.blocks()) {
      written.put(block, writtenIn(block));
    }
    pending.addAll(graph.blocks());
    while (!pending.isEmpty()) {
      Block block = pending.iterator().next();
      pending.remove(block);
      flow(block);
    }
    for (Block block : graph.blocks()) {
      changed.put(block, out(block).changed());
    }
  }

  /** Whether a local may differ from its field at the end of {@code block}. */
  public boolean isChanged(Block block, Local local) {
    BitSet locals = changed.get(block);
    return locals != null && locals.get(place(local));
  }

  /** Whether the field of a local may hold something at the end of {@code block}. */
  public boolean isHeld(Block block, Local local) {
    return in(block).held().get(place(local));
  }

  private int place(Local local) {
    return places.computeIfAbsent(local, l -> places.size());
  }

  private State in(Block block) {
    return before.computeIfAbsent(block, b -> new State());
  }

  private BitSet writtenIn(Block block) {
    BitSet all = new BitSet();
    for (Uses uses : liveness.uses(block)) {
      uses.writes().forEach(local -> all.set(place(local)));
      uses.binds().forEach(local -> all.set(place(local)));
    }
    return all;
  }

  private State out(Block block) {
    State out = new State();
    out.join(in(block));
    out.changed().or(written.getOrDefault(block, new BitSet()));
    return out;
  }

  private void flow(Block block) {
    State out = out(block);
    boolean emits = block.terminator() instanceof Terminator.Emit;
    for (Block next : emits ? block.jumps() : block.successors()) {
      reach(next, chunks.crosses(block, next) ? saved(next) : out);
    }
    Region region = block.region();
    if (region != null) {
      boolean crosses = chunks.crosses(block, region.handler());
      State thrown = new State();
      thrown.join(out);
      thrown.changed().set(place(region.caught()));
      reach(region.handler(), crosses ? saved(region.handler()) : thrown);
    }
    if (block.terminator() instanceof Terminator.Await await) {
      reach(await.resume(), saved(await.resume()));
    } else if (block.terminator() instanceof Terminator.Emit emit) {
      reach(emit.resume(), saved(emit.resume()));
    }
  }

  private void reach(Block next, State state) {
    if (in(next).join(state)) {
      pending.add(next);
    }
  }

  /**
   * After a suspension every field is what its local will be; those of live locals hold something.
   */
  private State saved(Block resume) {
    return saved.computeIfAbsent(
        resume,
        block -> {
          State state = new State();
          liveness.liveAcross(block).forEach(local -> state.held().set(place(local)));
          return state;
        });
  }
}
