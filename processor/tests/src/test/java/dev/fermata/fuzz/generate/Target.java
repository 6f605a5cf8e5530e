package dev.fermata.fuzz.generate;

import org.jspecify.annotations.Nullable;

/**
 * A statement that break or continue may lead to; notes whether one does, for the rules of
 * reachability.
 */
final class Target {
  /** What stands there. */
  enum Kind {
    LOOP,
    SWITCH,
    BLOCK,
    /**
     * No target: a finally block that cannot complete, which cancels every jump out of its try
     * statement.
     */
    BARRIER
  }

  static final Target BARRIER = new Target(Kind.BARRIER, null);

  private final Kind kind;
  private final @Nullable String label;
  private boolean broken;
  private boolean continued;

  Target(Kind kind, @Nullable String label) {
    this.kind = kind;
    this.label = label;
  }

  Kind kind() {
    return kind;
  }

  @Nullable String label() {
    return label;
  }

  /** Whether a break leads out of it. */
  boolean isBroken() {
    return broken;
  }

  /** Whether a continue leads to its next round. */
  boolean isContinued() {
    return continued;
  }

  void noteBreak() {
    broken = true;
  }

  void noteContinue() {
    continued = true;
  }
}
