package dev.fermata.processor.model;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@code dev.fermata.Coroutines} that mean something only in the body of an
 * {@code @Async} method. They are told by their symbol, never by their text: a user's own method
 * {@code await} is none of them.
 */
public enum Word {
  AWAIT("await"),
  EMIT("emit"),
  EMIT_ALL("emitAll"),
  AWAIT_EACH("awaitEach"),
  ASYNC("async");

  private final String methodName;

  Word(String methodName) {
    this.methodName = methodName;
  }

  /** The name of the method, as the user writes it. */
  public String methodName() {
    return methodName;
  }

  /** Whether it belongs to generators alone. */
  public boolean emits() {
    return this == EMIT || this == EMIT_ALL;
  }

  /** Whether the body that says it may be left there and resumed later. A block is only made. */
  public boolean suspends() {
    return this != ASYNC;
  }

  /** The word that this element is, if it is one. */
  public static Optional<Word> of(@Nullable Element element) {
    for (Word word : values()) {
      if (isOfLanguage(element, word.methodName)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** Whether an element is a method of this name in the class that declares the words. */
  public static boolean isOfLanguage(@Nullable Element element, String methodName) {
    return element != null
        && element.getKind() == ElementKind.METHOD
        && element.getSimpleName().contentEquals(methodName)
        && element.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(RuntimeNames.COROUTINES.canonicalName());
  }
}
