package dev.fermata.fuzz.shrink;

import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.ProgramTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hierarchical delta debugging: goes through the pieces of the program from the outside to the
 * inside, replaces each by something smaller as long as the program still fails, and starts again
 * until nothing more can be taken away.
 */
public final class Shrinker {
  private final Predicate<ProgramTree> fails;
  private ProgramTree best;

  /**
   * A shrinker of one program.
   *
   * @param fails whether a smaller program still fails in the way that is looked for
   */
  public Shrinker(ProgramTree program, Predicate<ProgramTree> fails) {
    this.best = program;
    this.fails = fails;
  }

  /** The smallest program that was found. */
  public ProgramTree shrink() {
    int before;
    do {
      before = best.root().size();
      shrinkAt(new ArrayList<>());
    } while (best.root().size() < before);
    return best;
  }

  /** Shrinks what is at the path, by itself first and then inside. */
  private void shrinkAt(List<Integer> path) {
    Node node = at(best.root(), path, 0);
    while (node != null) {
      Node smaller = firstThatFails(node, path);
      if (smaller == null) {
        break;
      }
      node = smaller;
    }
    for (int i = 0; childExists(path, i); i++) {
      List<Integer> child = new ArrayList<>(path);
      child.add(i);
      shrinkAt(child);
    }
  }

  private boolean childExists(List<Integer> path, int index) {
    Node node = at(best.root(), path, 0);
    return node != null && index < node.slots().size();
  }

  private @Nullable Node firstThatFails(Node node, List<Integer> path) {
    int size = node.size();
    for (Node candidate : Reductions.of(node)) {
      if (candidate.size() < size) {
        ProgramTree program = best.withRoot(replaced(best.root(), path, 0, candidate));
        if (fails.test(program)) {
          best = program;
          return candidate;
        }
      }
    }
    return null;
  }

  private static @Nullable Node at(Node root, List<Integer> path, int depth) {
    if (depth == path.size()) {
      return root;
    }
    List<Node.Slot> slots = root.slots();
    int index = path.get(depth);
    return index < slots.size() ? at(slots.get(index).node(), path, depth + 1) : null;
  }

  private static Node replaced(Node root, List<Integer> path, int depth, Node replacement) {
    if (depth == path.size()) {
      return replacement;
    }
    List<Node> children = new ArrayList<>();
    List<Node.Slot> slots = root.slots();
    for (int i = 0; i < slots.size(); i++) {
      Node child = slots.get(i).node();
      children.add(i == path.get(depth) ? replaced(child, path, depth + 1, replacement) : child);
    }
    return root.withChildren(children);
  }
}
