package dev.fermata.processor.flow;

import org.jspecify.annotations.Nullable;

/**
 * What is known at a place; immutable, equal if the same is known.
 *
 * @param <S> the class itself
 */
public interface Known<S extends Known<S>> {
  /** Returns what is known where two ways meet; joining again and again comes to an end. */
  S join(S other);

  /** Joins ways of which some cannot be taken, which is said by null. */
  static <S extends Known<S>> @Nullable S either(@Nullable S one, @Nullable S other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.join(other);
  }
}
