package dev.fermata.processor.graph;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which locals are live where: backward dataflow over the blocks, with an exceptional edge from
 * every point of a region to its handler.
 */
public final class Liveness {
  private final Map<Block, Set<Local>> liveIn = new HashMap<>();
  private final Map<Block, List<Uses>> uses = new HashMap<>();

  /**
   * Finds out what is live in a graph that does not change any more.
   *
   * @param elements what a name in the user's text refers to
   */
  public Liveness(Graph graph, Function<Tree, @Nullable Element> elements) {
    for (Block block : graph.blocks()) {
      List<Uses> all = new ArrayList<>();
      for (Instruction instruction : block.instructions()) {
        all.add(Uses.of(graph, elements, instruction));
      }
      all.add(Uses.of(graph, elements, block.terminator()));
      uses.put(block, all);
      liveIn.put(block, new LinkedHashSet<>());
    }
    List<Block> backward = new ArrayList<>(graph.blocks());
    Collections.reverse(backward);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : backward) {
        changed |= liveIn(block).addAll(flow(block));
      }
    }
  }

  /** What each instruction of a block uses, and last the terminator. */
  public List<Uses> uses(Block block) {
    return uses.getOrDefault(block, List.of());
  }

  /** The locals that are live where {@code block} begins. */
  public Set<Local> liveIn(Block block) {
    return liveIn.computeIfAbsent(block, b -> new LinkedHashSet<>());
  }

  /** The locals that a suspension before {@code resume} must keep. */
  public Set<Local> liveAcross(Block resume) {
    Set<Local> live = new LinkedHashSet<>(liveIn(resume));
    live.addAll(liveInHandler(resume));
    return live;
  }

  private Set<Local> liveInHandler(Block block) {
    Region region = block.region();
    if (region == null) {
      return Set.of();
    }
    Set<Local> live = new LinkedHashSet<>(liveIn(region.handler()));
    live.remove(region.caught());
    live.removeAll(region.meaningless());
    return live;
  }

  private Set<Local> liveAfter(Exit exit) {
    Set<Local> live = new LinkedHashSet<>();
    for (Block target : exit.end().successors()) {
      live.addAll(liveIn(target));
    }
    exit.settings().forEach(setting -> live.remove(setting.local()));
    return live;
  }

  private Set<Local> flow(Block block) {
    Set<Local> anywhere = new LinkedHashSet<>(liveInHandler(block));
    Set<Local> live = new LinkedHashSet<>(anywhere);
    for (Block next : block.terminator().successors()) {
      live.addAll(liveIn(next));
    }
    List<Uses> all = uses(block);
    for (int i = all.size() - 1; i >= 0; i--) {
      live.removeAll(all.get(i).kills());
      live.removeAll(all.get(i).binds());
      live.addAll(all.get(i).reads());
      live.addAll(anywhere);
      for (Exit exit : all.get(i).exits()) {
        live.addAll(liveAfter(exit));
      }
    }
    return live;
  }
}
