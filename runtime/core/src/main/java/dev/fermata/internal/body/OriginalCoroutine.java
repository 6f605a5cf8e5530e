package dev.fermata.internal.body;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies.Original;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that runs an original body.
 *
 * @param <T> the type of the result
 */
public final class OriginalCoroutine<T> extends CoroutineMachine<T> {
  private static final Body BODY = Body.of(OriginalCoroutine.class, "body", null);
  private static final int RUNNING = 1;
  private static final int RETURNED = 2;

  private final Original<?> original;
  private @Nullable BodyThread thread;

  /** Makes one of a body that returns a coroutine or a stage. */
  public OriginalCoroutine(Original<?> original) {
    this.original = original;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (state == RETURNED) {
      if (failure != null) {
        throw failure;
      }
      return awaited;
    }
    state = RUNNING;
    BodyThread body = thread;
    if (body == null) {
      body = new BodyThread(original, false);
      thread = body;
    }
    Object value = awaited;
    Throwable thrown = failure;
    while (true) {
      Request request = body.resume(value, thrown);
      if (request instanceof Request.Returned returned) {
        return end(returned.value(), execution);
      }
      if (request instanceof Request.Threw threw) {
        thread = null;
        throw threw.failure();
      }
      value = null;
      thrown = null;
      try {
        value = Requests.perform(request, execution, this);
      } catch (Throwable failed) {
        thrown = failed;
      }
      if (value == SUSPENDED) {
        return SUSPENDED;
      }
    }
  }

  /** What the body returned is awaited in its place. */
  private @Nullable Object end(@Nullable Object result, Execution execution) throws Throwable {
    thread = null;
    if (result instanceof Coroutine<?> coroutine) {
      return execution.tail(coroutine, this);
    }
    if (result instanceof CompletionStage<?> stage) {
      state = RETURNED;
      return execution.await(stage, this);
    }
    throw new NullPointerException("an @Async body returned null");
  }

  @Override
  protected StackTraceElement place() {
    BodyThread body = thread;
    return body == null ? super.place() : body.place(super.place());
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
