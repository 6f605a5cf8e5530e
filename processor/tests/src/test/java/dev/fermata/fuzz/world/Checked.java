package dev.fermata.fuzz.world;

/** A checked failure of a generated program. */
public final class Checked extends Exception {
  private static final long serialVersionUID = 1;

  /** The failure of that number. */
  public Checked(int number) {
    super("checked " + number);
  }
}
