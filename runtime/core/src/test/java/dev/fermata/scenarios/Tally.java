package dev.fermata.scenarios;

/** How many are in somewhere. */
final class Tally {
  private int now;
  private int total;

  void enter() {
    now++;
    total++;
  }

  void leave() {
    now--;
  }

  /** Returns how many have entered and not left. */
  int now() {
    return now;
  }

  /** Returns how many have ever entered. */
  int total() {
    return total;
  }

  boolean isEmpty() {
    return now == 0;
  }
}
