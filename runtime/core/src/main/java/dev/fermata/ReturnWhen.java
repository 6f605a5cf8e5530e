package dev.fermata;

/** What {@link Tasks#wait} waits for. */
public enum ReturnWhen {
  /** The first that is done, however it ended. */
  FIRST_COMPLETED,
  /** The first that has failed; if none does, all. A cancellation is no failure. */
  FIRST_EXCEPTION,
  /** All. */
  ALL_COMPLETED
}
