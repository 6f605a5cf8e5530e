package dev.fermata.fuzz.shrink;

import dev.fermata.fuzz.trial.Verdict;
import java.util.stream.Collectors;

/**
 * What two failures have in common that may be the same fault: the first error of a rejection,
 * without names and places.
 */
final class Likeness {
  private Likeness() {}

  static String of(Verdict verdict) {
    if (verdict.kind() != Verdict.Kind.REJECTED && verdict.kind() != Verdict.Kind.BROKEN) {
      return "";
    }
    // What is broken says on the second line why.
    int lines = verdict.kind() == Verdict.Kind.BROKEN ? 2 : 1;
    String first = verdict.detail().lines().limit(lines).collect(Collectors.joining());
    return first.replaceAll("\\S*:\\d+", "").replaceAll("[0-9]+", "#");
  }
}
