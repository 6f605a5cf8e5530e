package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;

/** Makes expressions of some kinds. */
interface ExpressionFamily {
  /**
   * Adds what this family can put at {@code place} with exactly the static type {@code type}, or
   * the box of it.
   */
  void offer(JavaType type, Place place, Menu menu);
}
