package dev.fermata.internal.scope;

import dev.fermata.Timeout;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/** Leaves a time limit. */
final class Leave extends CoroutineMachine<Void> {
  private static final Body BODY = Body.implied(Timeout.class, "exit", "Timeout.java");

  private final LoopTimeout timeout;
  private final @Nullable Throwable failureOfBody;

  Leave(LoopTimeout timeout, @Nullable Throwable failureOfBody) {
    this.timeout = timeout;
    this.failureOfBody = failureOfBody;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) {
    timeout.leave(failureOfBody);
    return null;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
