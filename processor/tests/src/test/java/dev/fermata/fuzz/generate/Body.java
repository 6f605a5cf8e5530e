package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;

/**
 * The body that statements stand in: what return means there.
 *
 * @param result type of its result or of its elements
 * @param self how the code names the object of the program's class; empty where there is none
 * @param typeVariable whether the type variable {@code T} is in scope
 */
record Body(Kind kind, JavaType result, String self, boolean typeVariable) {
  /** How a body gives its result. */
  enum Kind {
    /** An async method that returns {@code Coroutine}. */
    COROUTINE,
    /** An async method that returns {@code AsyncGenerator}. */
    GENERATOR,
    /** An async method that returns {@code CompletableFuture}. */
    STAGE,
    /** A block inside an async method, a lambda or a method that returns its value plainly. */
    VALUE,
    /** A lambda or block without a value. */
    ACTION,
    /** An arm of a switch expression: yield gives the value, return is not allowed. */
    ARM
  }

  /** The same surroundings for a block that ends in another way. */
  Body nested(Kind nestedKind, JavaType nestedResult) {
    return new Body(nestedKind, nestedResult, self, typeVariable);
  }

  /** The same for the body of a class inside of the program's class. */
  Body inClass(Kind nestedKind, JavaType nestedResult, String outer) {
    return new Body(nestedKind, nestedResult, self.isEmpty() ? "" : outer, typeVariable);
  }
}
