package dev.fermata.machine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that has been found to be of a class for which generated code has no name, as the pattern
 * of an {@code instanceof} binds it.
 *
 * <pre>{@code
 * o instanceof Point p && p.x() > 0
 *   =>  Match.<Point>of(POINT$CLASS, o) instanceof Match<Point> p && x$call(p.get()) > 0
 * }</pre>
 *
 * @param <T> what stands for the class
 */
public final class Match<T> implements Supplier<T> {
  private T value;

  private Match(T value) {
    this.value = value;
  }

  /**
   * Asks whether a value is of a class.
   *
   * @return the match; null where it is not, and for null
   */
  @SuppressWarnings("unchecked") // T stands for the class
  public static <T> @Nullable Supplier<T> of(Class<?> type, @Nullable Object value) {
    return type.isInstance(value) ? new Match<>((T) value) : null;
  }

  /**
   * Sets the variable that the pattern has bound.
   *
   * @return what it is now
   */
  public T set(T to) {
    value = to;
    return to;
  }

  /** The value. */
  @Override
  public T get() {
    return value;
  }
}
