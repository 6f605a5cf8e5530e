package dev.fermata.laboratory;

import java.util.List;

/**
 * What one run of a program did.
 *
 * @param trace the lines that it logged
 * @param outcome the value or failure that it ended with
 */
public record Observation(List<String> trace, String outcome) {

  static Observation of(List<String> lines) {
    int last = lines.size() - 1;
    return new Observation(List.copyOf(lines.subList(0, last)), lines.get(last));
  }

  @Override
  public String toString() {
    return trace + " -> " + outcome;
  }
}
