package dev.fermata.patterns;

/** A resource of a {@link ResourcePool}, and what the pool knows of it. */
final class Pooled<T> {
  private final T value;
  private final long made;
  private long used;

  Pooled(T value, long made) {
    this.value = value;
    this.made = made;
    this.used = made;
  }

  T value() {
    return value;
  }

  /** When it was made. */
  long made() {
    return made;
  }

  /** When it was last made, given back, or found to be good. */
  long used() {
    return used;
  }

  void rest(long now) {
    used = now;
  }
}
