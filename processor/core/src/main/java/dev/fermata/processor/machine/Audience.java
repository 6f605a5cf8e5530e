package dev.fermata.processor.machine;

/** Those who want to know what became of the bodies of a class. */
public interface Audience {
  /** Nobody. */
  Audience NOBODY = new Audience() {};

  /** Whether there is anybody. */
  default boolean listens() {
    return false;
  }

  /** A line of the user's file, from 1. */
  default String line(int number) {
    return "";
  }

  /** Tells them of one body. */
  default void tell(String text) {}
}
