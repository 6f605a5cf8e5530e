package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;

/**
 * A local variable or parameter.
 *
 * @param assignable whether generated code may assign it
 * @param capturable whether it is effectively final
 */
record Variable(String name, JavaType type, boolean assignable, boolean capturable) {

  /** A variable that anything may be done with but capturing. */
  static Variable mutable(String name, JavaType type) {
    return new Variable(name, type, true, false);
  }

  /** A variable that is never assigned again. */
  static Variable constant(String name, JavaType type) {
    return new Variable(name, type, false, true);
  }

  /** A variable that changes, but only by the statement that declared it. */
  static Variable counter(String name, JavaType type) {
    return new Variable(name, type, false, false);
  }
}
