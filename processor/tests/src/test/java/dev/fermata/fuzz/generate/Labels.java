package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;
import java.util.ArrayList;
import java.util.List;

/** Selectors of switches and the labels that go with them. */
final class Labels {
  /**
   * What a switch is over.
   *
   * @param labels all labels there are to choose from
   * @param exhaustive whether all the labels cover all values, and all are used
   */
  record Selector(JavaType type, List<String> labels, boolean exhaustive) {}

  private final Rand rand;

  Labels(Rand rand) {
    this.rand = rand;
  }

  /** A selector that can stand at that place. */
  Selector selector(Place place) {
    return switch (rand.below(6)) {
      case 0 ->
          new Selector(
              JavaType.STRING,
              List.of("\"p\"", "\"AaAa\"", "\"BBBB\"", "\"field\"", "\"\""),
              false);
      case 1 -> new Selector(JavaType.COLOR, List.of("RED", "GREEN", "BLUE"), rand.chance(50));
      case 2 -> new Selector(JavaType.CHAR, List.of("'a'", "'e'", "'z'", "'$'"), false);
      case 3 -> new Selector(JavaType.BOXED_INT, List.of("0", "1", "5", "9"), false);
      default -> new Selector(JavaType.INT, List.of("0", "1", "2", "LIMIT"), false);
    };
  }

  /**
   * Some of the labels, each a comma-separated group, in random order; all of them where that makes
   * it exhaustive.
   */
  List<String> choose(Selector selector, int count) {
    List<String> left = new ArrayList<>(selector.labels());
    List<String> chosen = new ArrayList<>();
    int wanted = selector.exhaustive() ? left.size() : Math.min(count, left.size());
    for (int i = 0; i < wanted; i++) {
      chosen.add(left.remove(rand.below(left.size())));
    }
    if (!selector.exhaustive() && !left.isEmpty() && rand.chance(25)) {
      chosen.set(0, chosen.get(0) + ", " + left.get(0));
    }
    return chosen;
  }
}
