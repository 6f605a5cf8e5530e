package dev.fermata;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several failures as one. A {@link TaskGroup} throws it for what its tasks have thrown.
 *
 * <p>The failures may be groups themselves. {@link #printStackTrace} numbers and indents them.
 * Where others print the trace, such as loggers, they are shown as suppressed ones, which they are,
 * too.
 *
 * <pre>{@code
 * try (var group = TaskGroup.open()) {
 *   …
 * } catch (ExceptionGroup failures) {
 *   var split = failures.split(IOException.class);
 *   for (IOException e : split.matching(IOException.class)) await(report(e));
 *   split.throwRest();
 * }
 * }</pre>
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

  /** Returns the failures in this group and in those inside it that are no groups. */
  public final List<Throwable> leaves() {
    return leaves(Throwable.class);
  }

  /**
   * Returns the failures of a type in this group and in those inside it that are no groups.
   *
   * @param type the type of failures to take
   */
  public final <X extends Throwable> List<X> leaves(Class<X> type) {
    List<X> leaves = new ArrayList<>();
    for (Throwable exception : exceptions) {
      if (exception instanceof ExceptionGroup group) {
        leaves.addAll(group.leaves(type));
      } else if (type.isInstance(exception)) {
        leaves.add(type.cast(exception));
      }
    }
    return leaves;
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
    return new Split(part(matching), part(rest));
  }

  private static void addIfPresent(List<Throwable> list, @Nullable ExceptionGroup group) {
    if (group != null) {
      list.add(group);
    }
  }

  private @Nullable ExceptionGroup part(List<Throwable> part) {
    if (part.isEmpty()) {
      return null;
    }
    ExceptionGroup group = derive(part);
    group.setStackTrace(getStackTrace());
    if (getCause() != null && group.getCause() == null) {
      group.initCause(getCause());
    }
    othersSuppressed().forEach(group::addSuppressed);
    return group;
  }

  /**
   * Makes a group of a part of the failures of this one. A subclass overrides it so that {@link
   * #split} and {@link #subgroup} give groups of its type. The stack trace, the cause and what is
   * suppressed are added to it.
   *
   * <p>In asyncio: {@code BaseExceptionGroup.derive}.
   *
   * @param part at least one failure
   */
  protected ExceptionGroup derive(List<? extends Throwable> part) {
    return new ExceptionGroup(getMessage(), part);
  }

  /** Returns what is suppressed and not part of the group. */
  final List<Throwable> othersSuppressed() {
    List<Throwable> others = new ArrayList<>();
    for (Throwable suppressed : getSuppressed()) {
      if (Arrays.stream(exceptions).noneMatch(exception -> exception == suppressed)) {
        others.add(suppressed);
      }
    }
    return others;
  }

  @Override
  public void printStackTrace(PrintStream stream) {
    stream.print(GroupPrinter.print(this));
  }

  @Override
  public void printStackTrace(PrintWriter writer) {
    writer.print(GroupPrinter.print(this));
  }

  /**
   * The two parts of a group.
   *
   * @param matching what the condition holds for; null if it is nothing
   * @param rest what it does not hold for; null if it is nothing
   */
  public record Split(@Nullable ExceptionGroup matching, @Nullable ExceptionGroup rest) {
    /**
     * Returns the failures of a type among those that match, without groups; none if nothing
     * matches.
     */
    public <X extends Throwable> List<X> matching(Class<X> type) {
      return matching == null ? List.of() : matching.leaves(type);
    }

    /** Throws the rest, if there is one. */
    public void throwRest() {
      if (rest != null) {
        throw rest;
      }
    }
  }
}
