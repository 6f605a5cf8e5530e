package dev.fermata.fuzz.world;

import dev.fermata.Awaitable;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/** A coroutine written by hand that awaits one thing. */
final class Waiting<V extends @Nullable Object> extends CoroutineMachine<V> {
  private static final Body BODY = Body.of(Waiting.class, "step", "Waiting.java", 0);

  private final Awaitable<V> awaitable;

  Waiting(Awaitable<V> awaitable) {
    this.awaitable = awaitable;
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
    return execution.await(awaitable, this);
  }

  @Override
  public String toString() {
    return "Waiting";
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
