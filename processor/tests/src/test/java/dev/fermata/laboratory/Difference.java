package dev.fermata.laboratory;

import java.util.List;
import java.util.Optional;

/**
 * A run in which the two modes did not do the same.
 *
 * @param entry the program
 * @param plan the choices, by number: how each choice point behaved
 * @param expected what both should have done, where the original bodies did not do it
 * @param original what the original bodies did
 * @param transformed what the generated code did
 */
public record Difference(
    Entry entry,
    String plan,
    Optional<Observation> expected,
    Observation original,
    Observation transformed) {

  @Override
  public String toString() {
    return entry
        + " under plan "
        + plan
        + expected.map(e -> "\n  expected:    " + e).orElse("")
        + "\n  original:    "
        + tail(original)
        + "\n  transformed: "
        + tail(transformed);
  }

  /**
   * The first lines that differ stand near the end of what is shown, however long the traces are.
   */
  private String tail(Observation observation) {
    List<String> trace = observation.trace();
    int common = 0;
    int shorter = Math.min(original.trace().size(), transformed.trace().size());
    while (common < shorter
        && original.trace().get(common).equals(transformed.trace().get(common))) {
      common++;
    }
    int from = Math.max(0, common - 30);
    int to = Math.min(trace.size(), common + 10);
    return (from > 0 ? "..., " : "")
        + trace.subList(from, to)
        + (to < trace.size() ? " ..." : "")
        + " -> "
        + observation.outcome();
  }
}
