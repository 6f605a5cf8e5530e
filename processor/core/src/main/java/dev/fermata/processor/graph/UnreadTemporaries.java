package dev.fermata.processor.graph;

import com.sun.source.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Drops what is set and never read: the number of the way out of a {@code finally} that has but
 * one.
 */
public final class UnreadTemporaries {
  private final Set<Local> read = new HashSet<>();

  private UnreadTemporaries(Graph graph, Function<Tree, @Nullable Element> elements) {
    for (Block block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        read.addAll(Uses.of(graph, elements, instruction).reads());
      }
      read.addAll(Uses.of(graph, elements, block.terminator()).reads());
    }
  }

  /**
   * Takes temporaries that nothing reads out of a graph.
   *
   * @param elements what a name in the user's text refers to
   */
  public static void drop(Graph graph, Function<Tree, @Nullable Element> elements) {
    UnreadTemporaries unread = new UnreadTemporaries(graph, elements);
    for (Block block : graph.blocks()) {
      block.instructions().removeIf(unread::isIdle);
    }
    graph
        .exits()
        .replaceAll(
            (tree, exit) -> {
              List<Instruction.Assign> needed =
                  exit.settings().stream().filter(setting -> !unread.isIdle(setting)).toList();
              return new Exit(needed, exit.end(), exit.left());
            });
  }

  private boolean isIdle(Instruction instruction) {
    return instruction instanceof Instruction.Assign assign
        && assign.local().kind() == Local.Kind.TEMPORARY
        && !read.contains(assign.local())
        && assign.value() instanceof Code.Template literal
        && literal.arguments().isEmpty();
  }
}
