package dev.fermata.fuzz.trial;

import dev.fermata.laboratory.Observation;
import java.util.List;

/** Shows where two traces part. */
final class Comparison {
  private static final int CONTEXT = 6;

  private Comparison() {}

  static String of(Observation original, Observation transformed) {
    int common = 0;
    int shorter = Math.min(original.trace().size(), transformed.trace().size());
    while (common < shorter
        && original.trace().get(common).equals(transformed.trace().get(common))) {
      common++;
    }
    return "  common:\n"
        + lines(original.trace(), common - CONTEXT, common)
        + "  original:\n"
        + lines(original.trace(), common, common + CONTEXT)
        + end(original)
        + "  transformed:\n"
        + lines(transformed.trace(), common, common + CONTEXT)
        + end(transformed);
  }

  private static String end(Observation observation) {
    return "    -> " + observation.outcome() + " (" + observation.trace().size() + " lines)\n";
  }

  private static String lines(List<String> trace, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, from); i < Math.min(trace.size(), to); i++) {
      text.append("    ").append(trace.get(i)).append('\n');
    }
    return text.toString();
  }
}
