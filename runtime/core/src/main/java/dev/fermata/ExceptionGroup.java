package dev.fermata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several failures as one. A {@link TaskGroup} throws it for what its tasks have thrown.
 *
 * <p>The failures may be groups themselves. They are shown as suppressed ones in a stack trace.
 *
 * <p>In asyncio: ExceptionGroup; {@link #split} and {@link #subgroup} are what {@code except*}
 * does.
 */
public class ExceptionGroup extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Held as an array, which is serializable for certain. */
  private final Throwable[] exceptions;

  /**
   * Makes a group.
   *
   * @param message says what has failed
   * @param exceptions at least one failure; none may be a {@link CancelledError}, which is no
   *     failure
   */
  public ExceptionGroup(@Nullable String message, Collection<? extends Throwable> exceptions) {
    super(message);
    this.exceptions = exceptions.toArray(Throwable[]::new);
    if (this.exceptions.length == 0) {
      throw new IllegalArgumentException("a group needs at least one exception");
    }
    for (Throwable exception : this.exceptions) {
      if (exception instanceof CancelledError) {
        throw new IllegalArgumentException("a cancellation cannot be part of a group");
      }
      addSuppressed(exception);
    }
  }

  /** Returns the failures of this group, in the order in which they were collected. */
  public final List<Throwable> exceptions() {
    return List.of(exceptions);
  }

  /**
   * Returns the part of this group that is of a type, nested as it was; null if there is none.
   *
   * @param type the type of failures to take
   */
  public final @Nullable ExceptionGroup subgroup(Class<? extends Throwable> type) {
    return subgroup(type::isInstance);
  }

  /**
   * Returns the part of this group that a condition holds for, nested as it was; null if there is
   * none. A group that the condition holds for is taken as a whole.
   *
   * @param condition says what to take
   */
  public final @Nullable ExceptionGroup subgroup(Predicate<? super Throwable> condition) {
    return split(condition).matching();
  }

  /**
   * Divides this group into what is of a type and the rest.
   *
   * @param type the type of failures to take
   */
  public final Split split(Class<? extends Throwable> type) {
    return split(type::isInstance);
  }

  /**
   * Divides this group into what a condition holds for and the rest.
   *
   * @param condition says what to take
   */
  public final Split split(Predicate<? super Throwable> condition) {
    if (condition.test(this)) {
      return new Split(this, null);
    }
    List<Throwable> matching = new ArrayList<>();
    List<Throwable> rest = new ArrayList<>();
    for (Throwable exception : exceptions) {
      if (exception instanceof ExceptionGroup group) {
        Split split = group.split(condition);
        addIfPresent(matching, split.matching());
        addIfPresent(rest, split.rest());
      } else {
        (condition.test(exception) ? matching : rest).add(exception);
      }
    }
    return new Split(derive(matching), derive(rest));
  }

  private static void addIfPresent(List<Throwable> list, @Nullable ExceptionGroup group) {
    if (group != null) {
      list.add(group);
    }
  }

  private @Nullable ExceptionGroup derive(List<Throwable> part) {
    if (part.isEmpty()) {
      return null;
    }
    ExceptionGroup group = new ExceptionGroup(getMessage(), part);
    group.setStackTrace(getStackTrace());
    return group;
  }

  /**
   * The two parts of a group.
   *
   * @param matching what the condition holds for; null if it is nothing
   * @param rest what it does not hold for; null if it is nothing
   */
  public record Split(@Nullable ExceptionGroup matching, @Nullable ExceptionGroup rest) {}
}
