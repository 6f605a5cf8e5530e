package dev.fermata;

import dev.fermata.internal.task.Running;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A variable whose value follows a task, as a {@link ThreadLocal} follows a thread. A task starts
 * with the values of the code that starts it, and what it sets is seen by itself alone.
 *
 * <p>It is mostly a constant: {@code static final ContextVar<User> USER = new
 * ContextVar<>("user")}. Outside a loop, each thread has its own values.
 *
 * <p>In asyncio: {@code contextvars.ContextVar}.
 *
 * @param <T> the type of the value
 */
public final class ContextVar<T> {
  private static final Object MISSING = new Object();

  private final String name;
  private final @Nullable Object fallback;

  /**
   * Makes a variable without a default.
   *
   * @param name for messages
   */
  public ContextVar(String name) {
    this.name = name;
    this.fallback = MISSING;
  }

  /**
   * Makes a variable.
   *
   * @param name for messages
   * @param fallback its value where none was set
   */
  public ContextVar(String name, T fallback) {
    this.name = name;
    this.fallback = fallback;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /**
   * Returns its value, or its default.
   *
   * @throws NoSuchElementException if it has neither
   */
  public T get() {
    return get(Running.onThisThread().context());
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // holds what set(T) or the constructor was given
  T get(Context context) {
    Object value = context.value(this, fallback);
    if (value == MISSING) {
      throw new NoSuchElementException("context variable " + name + " has no value");
    }
    return (T) value;
  }

  /** Returns its value, or {@code otherwise} if none was set. */
  @SuppressWarnings({"unchecked", "NullAway"}) // holds what set(T) was given
  public T orElse(T otherwise) {
    return (T) Running.onThisThread().context().value(this, otherwise);
  }

  /**
   * Sets its value.
   *
   * @return what {@link #reset} takes to undo this
   */
  public Token<T> set(T value) {
    Running running = Running.onThisThread();
    Context context = running.context();
    running.setContext(context.withValue(this, value));
    return new Token<>(this, context.value(this, MISSING));
  }

  /**
   * Gives it the value back that it had before {@code token} was made. A token may be used
   * anywhere, and more than once: it is a value.
   *
   * @throws IllegalArgumentException if the token is of another variable
   */
  public void reset(Token<T> token) {
    if (token.variable != this) {
      throw new IllegalArgumentException("the token is of " + token.variable.name);
    }
    Running running = Running.onThisThread();
    Context context = running.context();
    running.setContext(
        token.before == MISSING ? context.without(this) : context.withValue(this, token.before));
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * Remembers the value that a variable had before it was set.
   *
   * @param <T> the type of the value
   */
  public static final class Token<T> {
    private final ContextVar<T> variable;
    private final @Nullable Object before;

    private Token(ContextVar<T> variable, @Nullable Object before) {
      this.variable = variable;
      this.before = before;
    }
  }
}
