package dev.fermata.machine;

import dev.fermata.GeneratorClosed;
import org.jspecify.annotations.Nullable;

/** Closes a generator: lets its {@code emit} throw, and its {@code finally} blocks run. */
final class Close extends CoroutineMachine<Void> {
  private static final Body BODY =
      Body.of(GeneratorMachine.class, "closeAsync", "GeneratorMachine.java");

  private final GeneratorMachine<?> generator;
  private final boolean unlessRunning;

  /**
   * Makes one.
   *
   * @param unlessRunning whether to leave a generator alone that is running; else that is an error
   */
  Close(GeneratorMachine<?> generator, boolean unlessRunning) {
    this.generator = generator;
    this.unlessRunning = unlessRunning;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (state == 1) {
      return end(awaited, failure);
    }
    if (failure != null) {
      throw failure;
    }
    if (generator.endUnstarted() || (unlessRunning && generator.isRunning())) {
      return null;
    }
    state = 1;
    try {
      Object result = execution.close(generator, new GeneratorClosed(), this);
      return result == SUSPENDED ? SUSPENDED : end(result, null);
    } catch (GeneratorClosed closed) {
      return end(null, closed);
    }
  }

  private @Nullable Object end(@Nullable Object emitted, @Nullable Throwable failure)
      throws Throwable {
    if (failure instanceof GeneratorClosed) {
      throwSuppressed(failure.getSuppressed());
      return null;
    }
    if (failure != null) {
      throw failure;
    }
    if (Boolean.TRUE.equals(emitted)) {
      throw new IllegalStateException(generator.body() + " ignores that it is closed");
    }
    return null;
  }

  /** What has failed on the way out is suppressed in what ends here, and would be lost with it. */
  private static void throwSuppressed(Throwable[] failures) throws Throwable {
    if (failures.length > 0) {
      Throwable first = failures[0];
      for (int i = 1; i < failures.length; i++) {
        first.addSuppressed(failures[i]);
      }
      throw first;
    }
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
