package dev.fermata.machine;

import dev.fermata.GeneratorClosed;
import org.jspecify.annotations.Nullable;

/** Closes a generator: lets its {@code emit} throw, and its {@code finally} blocks run. */
final class Close extends CoroutineMachine<Void> {
  private static final Body BODY =
      Body.of(GeneratorMachine.class, "closeAsync", "GeneratorMachine.java");

  private final GeneratorMachine<?> generator;

  Close(GeneratorMachine<?> generator) {
    this.generator = generator;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      return end(failure);
    }
    if (state == 1 || generator.endUnstarted()) {
      return null;
    }
    state = 1;
    try {
      Object result = execution.close(generator, new GeneratorClosed(), this);
      return result == SUSPENDED ? SUSPENDED : null;
    } catch (GeneratorClosed closed) {
      return end(closed);
    }
  }

  private static @Nullable Object end(Throwable failure) throws Throwable {
    if (failure instanceof GeneratorClosed) {
      return null;
    }
    throw failure;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
