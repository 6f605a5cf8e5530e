package dev.fermata.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.TypeElement;

/** What an {@code @Async} method is, as its declared return type says. */
public enum BodyKind {
  /** Returns {@code Coroutine<T>}: cold, single-use. */
  COROUTINE(RuntimeNames.COROUTINE),
  /** Returns {@code AsyncGenerator<T>}: emits elements on demand. */
  GENERATOR(RuntimeNames.ASYNC_GENERATOR),
  /** Returns {@code CompletionStage<T>}: started by the call. */
  STAGE(ClassName.get(CompletionStage.class)),
  /** Returns {@code CompletableFuture<T>}: started by the call. */
  FUTURE(ClassName.get(CompletableFuture.class));

  private final ClassName returnType;

  BodyKind(ClassName returnType) {
    this.returnType = returnType;
  }

  /** The class that a method of this kind returns. */
  public ClassName returnType() {
    return returnType;
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
      if (type.getQualifiedName().contentEquals(kind.returnType.canonicalName())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
