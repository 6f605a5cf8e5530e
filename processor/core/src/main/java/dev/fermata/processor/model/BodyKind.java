package dev.fermata.processor.model;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What an {@code @Async} method is, as its declared return type says. */
public enum BodyKind {
  /** Returns {@code Coroutine<T>}: cold, single-use. */
  COROUTINE("dev.fermata.Coroutine"),
  /** Returns {@code AsyncGenerator<T>}: emits elements on demand. */
  GENERATOR("dev.fermata.AsyncGenerator"),
  /** Returns {@code CompletionStage<T>}: started by the call. */
  STAGE("java.util.concurrent.CompletionStage"),
  /** Returns {@code CompletableFuture<T>}: started by the call. */
  FUTURE("java.util.concurrent.CompletableFuture");

  private final String returnType;

  BodyKind(String returnType) {
    this.returnType = returnType;
  }

  /** Whether the call itself starts the body, instead of giving something that is started later. */
  public boolean startsAtOnce() {
    return this == STAGE || this == FUTURE;
  }

  /**
   * The kind of a method that returns this class; empty if there is none. A subclass is not the
   * class.
   */
  public static Optional<BodyKind> ofReturnType(TypeElement type) {
    for (BodyKind kind : values()) {
      if (type.getQualifiedName().contentEquals(kind.returnType)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
