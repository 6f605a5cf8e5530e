package dev.fermata.fuzz.shrink;

import dev.fermata.fuzz.trial.Verdict;

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
    String first = verdict.detail().lines().findFirst().orElse("");
    return first.replaceAll("\\S*:\\d+", "").replaceAll("[0-9]+", "#");
  }
}
