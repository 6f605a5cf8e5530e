package dev.fermata.fuzz.world;

import org.jspecify.annotations.Nullable;

/** A mutable object. */
public class Box {
  public int v;
  public long w = 8;
  public String s = "box";
  public @Nullable Box next;

  /** A box of that number. */
  public Box(int v) {
    this.v = v;
  }

  @Override
  public String toString() {
    return "Box" + v;
  }
}
