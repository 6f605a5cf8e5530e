package dev.fermata.samples.soak;

/** A failure that was injected. */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Fault() {
    super("injected", null, true, false);
  }
}
