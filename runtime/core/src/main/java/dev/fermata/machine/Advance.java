package dev.fermata.machine;

import org.jspecify.annotations.Nullable;

/**
 * Moves a generator on as a coroutine of its own, with a failure at its {@code emit} or without.
 */
final class Advance extends CoroutineMachine<Boolean> {
  private static final Body BODY =
      Body.of(GeneratorMachine.class, "throwIn", "GeneratorMachine.java");

  private final GeneratorHandle<?> generator;
  private @Nullable Throwable thrown;

  Advance(GeneratorHandle<?> generator, @Nullable Throwable thrown) {
    this.generator = generator;
    this.thrown = thrown;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    if (state == 1) {
      return awaited;
    }
    state = 1;
    Throwable first = thrown;
    thrown = null;
    if (first != null && !generator.machine.hasStarted()) {
      generator.machine.endUnstarted();
      throw first;
    }
    return execution.advance(generator, first, this);
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
