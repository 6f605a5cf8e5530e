package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;

/** A field of the program's class, or one that it inherits. */
record Field(String modifiers, JavaType type, String name, String initial, boolean inherited) {
  boolean isStatic() {
    return modifiers.contains("static");
  }

  boolean isFinal() {
    return modifiers.contains("final");
  }

  /** Whether code at that place can name it, by itself or through an object. */
  boolean isReadableAt(Place place) {
    return isStatic() || place.hasSelf();
  }

  /** The declaration in the program's class. */
  String declaration() {
    return (modifiers + " " + type.source() + " " + name + " = " + initial + ";").strip();
  }
}
