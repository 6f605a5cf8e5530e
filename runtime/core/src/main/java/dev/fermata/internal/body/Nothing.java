package dev.fermata.internal.body;

import dev.fermata.Coroutines;
import dev.fermata.machine.Body;
import dev.fermata.machine.Execution;
import dev.fermata.machine.GeneratorMachine;
import org.jspecify.annotations.Nullable;

/**
 * A generator without elements.
 *
 * @param <T> the type of the elements
 */
final class Nothing<T> extends GeneratorMachine<T> {
  private static final Body BODY = Body.of(Coroutines.class, "end", "Coroutines.java");

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) {
    return null;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
