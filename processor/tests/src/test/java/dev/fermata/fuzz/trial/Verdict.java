package dev.fermata.fuzz.trial;

/**
 * How a program fared.
 *
 * @param mask the mask under which it failed; none where it did not get as far as that
 * @param detail what there is to say about a failure
 */
public record Verdict(Kind kind, int mask, String detail) {
  /** No mask: the program did not run. */
  public static final int NO_MASK = -1;

  /** The kinds of verdicts. */
  public enum Kind {
    /** Both modes did the same under every mask. */
    SAME,
    /**
     * javac alone rejects the program or breaks down over it: the generator's fault, or javac's.
     */
    INVALID,
    /** With the processor there are errors, though javac alone has none. */
    REJECTED,
    /** The compiled program cannot be loaded or run. */
    BROKEN,
    /** The modes did different things. */
    DIFFERENT,
    /** A run did not end in time. */
    HANGS
  }

  /** A verdict without anything to say. */
  static Verdict of(Kind kind) {
    return new Verdict(kind, NO_MASK, "");
  }

  /** Whether it shows a fault of the processor or the runtime. */
  public boolean isFailure() {
    return kind != Kind.SAME && kind != Kind.INVALID;
  }

  @Override
  public String toString() {
    return kind
        + (mask == NO_MASK ? "" : " under mask " + mask)
        + (detail.isEmpty() ? "" : "\n" + detail);
  }
}
