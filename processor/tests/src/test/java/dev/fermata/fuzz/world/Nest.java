package dev.fermata.fuzz.world;

import org.jspecify.annotations.Nullable;

/** A record for patterns inside patterns. */
public record Nest(@Nullable Object left, @Nullable Pair right) {
  /** Arrays are shown by what is in them, for an address is never the same twice. */
  @Override
  public String toString() {
    return "Nest[left=" + Text.of(left) + ", right=" + right + "]";
  }
}
