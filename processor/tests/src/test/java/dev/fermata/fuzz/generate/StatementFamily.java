package dev.fermata.fuzz.generate;

/** Makes statements of some kinds. */
interface StatementFamily {
  /** Adds what this family can put at {@code place}. */
  void offer(Place place, Menu menu);
}
