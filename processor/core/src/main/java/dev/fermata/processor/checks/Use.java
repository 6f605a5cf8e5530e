package dev.fermata.processor.checks;

import com.sun.source.util.TreePath;
import dev.fermata.processor.model.Word;
import java.util.Optional;

/**
 * Something in the source that means what it says in a transformed body alone.
 *
 * @param kind how the source says it
 * @param word the word of the language; none for a resource
 * @param at the tree to point at
 * @param place where it stands
 */
record Use(Kind kind, Optional<Word> word, TreePath at, Place place) {
  /** How the source says it. */
  enum Kind {
    /** {@code await(x)} */
    CALL,
    /** {@code awaitEach(x)} that no {@code for} iterates over. */
    STRAY_LOOP_SOURCE,
    /** {@code Coroutines::await} */
    REFERENCE,
    /** {@code try (r)} where {@code r} is an {@code AsyncCloseable}. */
    RESOURCE
  }

  /** What to call it. */
  String text() {
    return word.map(Word::methodName).orElse("a resource that is closed by awaiting it");
  }

  /** Whether it belongs to generators alone. */
  boolean emits() {
    return word.map(Word::emits).orElse(false);
  }

  /** What kind of method it may stand in. */
  String method() {
    return emits() ? "an @Async method that returns AsyncGenerator" : "an @Async method";
  }

  /** Whether the code may have to wait here. */
  boolean suspends() {
    return word.map(Word::suspends).orElse(true);
  }
}
