package dev.fermata.machine;

import dev.fermata.Awaitable;
import org.jspecify.annotations.Nullable;

/** A coroutine that awaits something else and has its outcome. */
final class Relay<T> extends CoroutineMachine<T> {
  private static final Body BODY = Body.of(Relay.class, "await", "Relay.java");

  private @Nullable Awaitable<? extends T> source;

  Relay(Awaitable<? extends T> source) {
    this.source = source;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Awaitable<? extends T> awaitable = source;
    if (awaitable == null) {
      return awaited;
    }
    source = null;
    return execution.await(awaitable, this);
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
