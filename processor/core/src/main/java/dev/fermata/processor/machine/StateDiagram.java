package dev.fermata.processor.machine;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.graph.Terminator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Draws a state graph in the language of Graphviz.
 *
 * <p>In: a layout. Out: a digraph. Where it waits the edge has the line; exceptions that the body
 * handles are dashed.
 */
final class StateDiagram {
  private static final String END = "end";

  private final Layout layout;
  private final Set<String> edges = new LinkedHashSet<>();

  private StateDiagram(Layout layout) {
    this.layout = layout;
  }

  /** The text of the digraph. */
  static String of(Layout layout, String name) {
    StateDiagram diagram = new StateDiagram(layout);
    layout.graph().blocks().forEach(diagram::edges);
    StringBuilder text = new StringBuilder("digraph \"" + name + "\" {\n");
    diagram.edges.forEach(edge -> text.append("  ").append(edge).append(";\n"));
    return text.append("}").toString();
  }

  private void edges(Block block) {
    Terminator end = block.terminator();
    Suspension wait = Suspension.at(block);
    if (wait == null) {
      end.successors().forEach(next -> edge(block, next, ""));
    } else {
      edge(block, wait.resume(), " [label=\"%s, line %d\"]".formatted(wait.word(), wait.line()));
    }
    if (end instanceof Terminator.Return || end instanceof Terminator.Tail) {
      edges.add(state(block) + " -> " + END);
    }
    block.jumps().forEach(next -> edge(block, next, ""));
    Region region = block.region();
    if (region != null) {
      edge(block, region.handler(), " [style=dashed]");
    }
  }

  /** A block that is written inside of another one is no state of its own. */
  private void edge(Block from, Block to, String attributes) {
    if (layout.placement().state(to) == to) {
      edges.add(state(from) + " -> " + state(to) + attributes);
    }
  }

  private int state(Block block) {
    return layout.order().number(layout.placement().state(block));
  }
}
