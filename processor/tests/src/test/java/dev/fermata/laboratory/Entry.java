package dev.fermata.laboratory;

/**
 * Where a program starts: a method without parameters that returns a {@code Coroutine}.
 *
 * @param owner qualified name of the user's class; its generated subclass, which needs a
 *     constructor without parameters, is what is instantiated
 * @param method name of the method
 */
public record Entry(String owner, String method) {

  /** Qualified name of the generated class. */
  public String generatedOwner() {
    int simple = owner.lastIndexOf('.') + 1;
    return owner.substring(0, simple) + "Async" + owner.substring(simple);
  }

  @Override
  public String toString() {
    return owner + "." + method + "()";
  }
}
