package dev.fermata.fuzz.world;

/**
 * A box whose class writes to the trace when it is initialised, as far as that can be seen more
 * than once.
 */
public final class Counted extends Box {
  /** A box of that number. */
  public Counted(int v) {
    super(World.note(-20, v));
    next = this;
  }
}
