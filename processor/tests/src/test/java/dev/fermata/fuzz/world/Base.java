package dev.fermata.fuzz.world;

/**
 * The superclass of every program, in another package, so that its protected members are reached as
 * inherited ones.
 */
public abstract class Base {
  protected static int inheritedStatic;
  protected int inherited = 4;

  /** An instance before any run. */
  protected Base() {}

  /** Takes back what earlier runs did to statics. */
  protected static void resetBase() {
    inheritedStatic = 3;
  }

  /** A static method that only subclasses may call. */
  protected static int weighStatic(int x) {
    World.log(-21, x, inheritedStatic);
    return x + inheritedStatic;
  }

  /** An instance method that only subclasses may call. */
  protected int weigh(int x) {
    World.log(-22, x, inherited);
    return x - inherited;
  }

  /** What programs override, and call through super. */
  protected String describe(int x) {
    World.log(-23, x, 0);
    return "base" + x;
  }
}
