package dev.fermata.testing.explore;

import dev.fermata.TurnOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that makes a run differ from another one. What it is written as is the coordinate by which a
 * run is had again: {@code seed 7, cancel b@17, expire a@18}.
 *
 * @param seed of the order of the ready queue; null for the usual one
 * @param strikes what happens
 */
record Plan(@Nullable Long seed, List<Strike> strikes) {
  private static final String SEED = "seed ";
  private static final String UNDISTURBED = "undisturbed";

  static Plan of(@Nullable Long seed, Strike... strikes) {
    return new Plan(seed, List.of(strikes));
  }

  TurnOrder order() {
    return seed == null ? left -> 0 : TurnOrder.shuffled(seed);
  }

  /** Reads what {@link #toString} writes. */
  static Plan parse(String text) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split(", ")));
    parts.remove(UNDISTURBED);
    Long seed = null;
    if (!parts.isEmpty() && parts.get(0).startsWith(SEED)) {
      seed = Long.valueOf(parts.remove(0).substring(SEED.length()));
    }
    return new Plan(seed, parts.stream().map(Strike::parse).toList());
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (seed != null) {
      parts.add(SEED + seed);
    }
    strikes.forEach(strike -> parts.add(strike.toString()));
    return parts.isEmpty() ? UNDISTURBED : String.join(", ", parts);
  }
}
