package dev.fermata;

import dev.fermata.internal.task.Running;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Values of {@link ContextVar}s at some moment. It is immutable and may be shared by threads.
 *
 * <p>Every task has its own, a copy of that of its starter. A callback sees those of the moment in
 * which it was registered. A coroutine that is awaited, and a generator, see and change those of
 * the task in which they run.
 *
 * <p>In asyncio: {@code contextvars.Context}, as a snapshot.
 */
public final class Context {
  private static final Context EMPTY = new Context(new Object[0]);

  /** Variables at even places, each followed by its value. */
  private final @Nullable Object[] entries;

  private Context(@Nullable Object[] entries) {
    this.entries = entries;
  }

  /** Returns the context without values. */
  public static Context empty() {
    return EMPTY;
  }

  /** Returns the values that the calling code sees now. */
  public static Context current() {
    return Running.onThisThread().snapshot();
  }

  /** Runs an action that sees the values of this context. What it sets is gone after it. */
  public void run(Runnable action) {
    Running running = Running.onThisThread();
    Running.Visit visit = running.visit(this);
    try {
      action.run();
    } finally {
      running.leave(visit);
    }
  }

  /**
   * Calls an action that sees the values of this context. What it sets is gone after it.
   *
   * @throws Exception whatever the action throws
   */
  public <T> T call(Callable<T> action) throws Exception {
    Running running = Running.onThisThread();
    Running.Visit visit = running.visit(this);
    try {
      return action.call();
    } finally {
      running.leave(visit);
    }
  }

  /** Returns whether {@code variable} has a value here; its default is none. */
  public boolean has(ContextVar<?> variable) {
    return indexOf(variable) >= 0;
  }

  /**
   * Returns the value of {@code variable} here, or its default.
   *
   * @throws java.util.NoSuchElementException if it has neither
   */
  public <T> T get(ContextVar<T> variable) {
    return variable.get(this);
  }

  /** Returns this context with a value of {@code variable}. This one is not changed. */
  public <T> Context with(ContextVar<T> variable, T value) {
    return withValue(variable, value);
  }

  @Nullable Object value(ContextVar<?> variable, @Nullable Object otherwise) {
    int index = indexOf(variable);
    return index < 0 ? otherwise : entries[index + 1];
  }

  Context withValue(ContextVar<?> variable, @Nullable Object value) {
    int index = indexOf(variable);
    @Nullable Object[] changed;
    if (index >= 0) {
      changed = entries.clone();
    } else {
      index = entries.length;
      changed = Arrays.copyOf(entries, index + 2);
    }
    changed[index] = variable;
    changed[index + 1] = value;
    return new Context(changed);
  }

  Context without(ContextVar<?> variable) {
    int index = indexOf(variable);
    if (index < 0) {
      return this;
    }
    int last = entries.length - 2;
    @Nullable Object[] changed = Arrays.copyOf(entries, last);
    if (index < last) {
      changed[index] = entries[last];
      changed[index + 1] = entries[last + 1];
    }
    return new Context(changed);
  }

  private int indexOf(ContextVar<?> variable) {
    for (int i = 0; i < entries.length; i += 2) {
      if (entries[i] == variable) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Context[");
    for (int i = 0; i < entries.length; i += 2) {
      text.append(i == 0 ? "" : ", ").append(entries[i]).append('=').append(entries[i + 1]);
    }
    return text.append(']').toString();
  }
}
