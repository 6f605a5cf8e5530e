package dev.fermata.internal.task;

import dev.fermata.Coroutines;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that is complete.
 *
 * @param <T> the type of the value
 */
public final class Done<T> extends CoroutineMachine<T> {
  private static final Body BODY = Body.of(Coroutines.class, "done", "Coroutines.java");

  private @Nullable T value;

  /** Makes one with a value. */
  public Done(@Nullable T value) {
    this.value = value;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) {
    T result = value;
    value = null;
    return result;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
