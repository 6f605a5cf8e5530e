package dev.fermata.fuzz;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.ProgramTree;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts how often each construct occurs, and how often something in each of its slots suspends.
 */
public final class Coverage {
  private record Count(int all, int suspending) {
    Count plus(boolean suspends) {
      return new Count(all + 1, suspending + (suspends ? 1 : 0));
    }
  }

  private final SortedMap<String, Count> slots = new TreeMap<>();
  private final Set<Construct> seen = EnumSet.noneOf(Construct.class);

  /** An empty histogram. */
  public Coverage() {}

  /** Adds the constructs of a program. */
  public void add(ProgramTree program) {
    program.root().walk(this::add);
  }

  private void add(Node node) {
    seen.add(node.construct());
    if (node.construct().isLayout()) {
      return;
    }
    for (Node.Slot slot : node.slots()) {
      String name = node.construct() + "." + slot.name();
      slots.merge(
          name, new Count(0, 0).plus(slot.node().suspends()), (a, b) -> a.plus(b.suspending() > 0));
    }
  }

  /** The constructs that did not occur at all. */
  public Set<Construct> missing() {
    return EnumSet.complementOf(EnumSet.copyOf(seen));
  }

  /** The slots in which nothing ever suspended, as {@code CONSTRUCT.slot}. */
  public SortedSet<String> neverSuspending() {
    SortedSet<String> names = new TreeSet<>();
    slots.forEach(
        (name, count) -> {
          if (count.suspending() == 0) {
            names.add(name);
          }
        });
    return names;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    slots.forEach(
        (name, count) ->
            text.append(
                String.format(
                    "%-40s %8d  suspending %8d%n", name, count.all(), count.suspending())));
    return text.append("missing: ").append(missing()).append('\n').toString();
  }
}
