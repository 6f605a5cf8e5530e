package dev.fermata.fuzz.world;

/** A sealed type for exhaustive switches. */
public sealed interface Shape {
  /** A circle that is statically any shape. */
  static Shape circle(int radius) {
    return new Circle(radius);
  }

  /** A square that is statically any shape. */
  static Shape square(int side) {
    return new Square(side);
  }

  /** One of the two. */
  record Circle(int radius) implements Shape {}

  /** The other. */
  record Square(int side) implements Shape {}
}
