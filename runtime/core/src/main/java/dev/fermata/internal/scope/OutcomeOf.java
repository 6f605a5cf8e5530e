package dev.fermata.internal.scope;

import dev.fermata.Deferred;
import dev.fermata.Tasks;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that has the outcome of something that is done.
 *
 * @param <T> the type of the value
 */
final class OutcomeOf<T> extends CoroutineMachine<T> {
  private static final Body BODY = Body.of(Tasks.class, "asCompleted", "Tasks.java");

  private final Deferred<T> done;

  OutcomeOf(Deferred<T> done) {
    this.done = done;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    return execution.await(done, this);
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
