package dev.fermata.internal.body;

/** Unwinds a body that nothing will ever resume: its loop was closed while it waited. */
final class Abandoned extends Error {
  private static final long serialVersionUID = 1L;

  Abandoned() {
    super("the event loop was closed", null, true, false);
  }
}
