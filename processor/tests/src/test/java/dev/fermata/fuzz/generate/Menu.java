package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What could stand at a place, with weights; chosen first and made afterwards. */
final class Menu {
  private record Entry(int weight, Supplier<Node> maker) {}

  private final List<Entry> entries = new ArrayList<>();
  private int total;

  void add(int weight, Supplier<Node> maker) {
    entries.add(new Entry(weight, maker));
    total += weight;
  }

  void addIf(boolean applicable, int weight, Supplier<Node> maker) {
    if (applicable) {
      add(weight, maker);
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Node choose(Rand rand) {
    int ticket = rand.below(total);
    for (Entry entry : entries) {
      ticket -= entry.weight();
      if (ticket < 0) {
        return entry.maker().get();
      }
    }
    throw new IllegalStateException("no entry");
  }
}
