package dev.fermata.testing;

import java.lang.ref.Reference;

/** Collects garbage until a reference is cleared. */
public final class Garbage {
  private static final int ATTEMPTS = 50;

  private Garbage() {}

  /** Returns whether what {@code reference} referred to is not kept alive by anything. */
  public static boolean isCollected(Reference<?> reference) {
    for (int i = 0; i < ATTEMPTS; i++) {
      if (reference.refersTo(null)) {
        return true;
      }
      System.gc();
    }
    return false;
  }
}
