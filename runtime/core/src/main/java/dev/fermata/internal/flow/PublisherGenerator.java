package dev.fermata.internal.flow;

import dev.fermata.AsyncGenerator;
import dev.fermata.machine.Body;
import dev.fermata.machine.Execution;
import dev.fermata.machine.GeneratorMachine;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Emits what a publisher publishes.
 *
 * @param <T> the type of the elements
 */
public final class PublisherGenerator<T> extends GeneratorMachine<T> {
  private static final Body BODY = Body.of(AsyncGenerator.class, "from", "AsyncGenerator.java");
  private static final int AT_EMIT = 0;
  private static final int AT_MOVE = 1;

  private final PublisherIterator<T> source;

  /** Makes one that subscribes at its first step. */
  public PublisherGenerator(Flow.Publisher<? extends T> publisher) {
    this.source = new PublisherIterator<>(publisher);
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      source.cancel();
      throw failure;
    }
    Object moved = awaited;
    if (state == AT_EMIT) {
      moved = execution.await(source.moveNext(), this);
      if (moved == SUSPENDED) {
        state = AT_MOVE;
        return moved;
      }
    }
    state = AT_EMIT;
    return Boolean.TRUE.equals(moved) ? emit(source.current()) : null;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
