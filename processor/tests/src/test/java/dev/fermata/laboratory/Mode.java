package dev.fermata.laboratory;

/** How the bodies of a program run. */
public enum Mode {
  /** The state machines that the processor generated. */
  TRANSFORMED,
  /** The user's own methods, each on a thread of its own: the oracle. */
  ORIGINAL
}
