package dev.fermata.internal.body;

import dev.fermata.Coroutine;
import dev.fermata.internal.task.TaskExecution;
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
public final class OriginalCoroutine<T> extends CoroutineMachine<T> implements OriginalBody {
  private static final int RUNNING = 1;
  private static final int RETURNED = 2;

  private final Body body;
  private final boolean returnsStage;
  private @Nullable Original<?> original;
  private @Nullable BodyThread thread;

  private OriginalCoroutine(Body body, Original<?> original, boolean returnsStage) {
    this.body = body;
    this.original = original;
    this.returnsStage = returnsStage;
  }

  /** Makes one of a body that returns a coroutine. */
  public static <T> OriginalCoroutine<T> of(
      Body body, Original<? extends Coroutine<? extends T>> original) {
    return new OriginalCoroutine<>(body, original, false);
  }

  /** Makes one of a body that returns a stage. */
  public static <T> OriginalCoroutine<T> ofStage(
      Body body, Original<? extends CompletionStage<? extends T>> original) {
    return new OriginalCoroutine<>(body, original, true);
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
    BodyThread running = thread;
    if (running != null) {
      return running.resume(awaited, failure);
    }
    state = RUNNING;
    return BodyThread.begin(this, execution);
  }

  @Override
  public Original<?> original() {
    Original<?> taken = original;
    if (taken == null) {
      throw illegalState();
    }
    original = null;
    return taken;
  }

  @Override
  public Body description() {
    return body;
  }

  @Override
  public void runsIn(@Nullable BodyThread next) {
    thread = next;
  }

  @Override
  @SuppressWarnings("NullAway") // awaiting null fails, and is to do so in there
  public @Nullable Object end(@Nullable Object returned, Execution execution) throws Throwable {
    if (!returnsStage) {
      return execution.tail((Coroutine<?>) returned, this);
    }
    state = RETURNED;
    return execution.await((CompletionStage<?>) returned, this);
  }

  @Override
  public void failed() {
    TaskExecution.release(this);
  }

  @Override
  protected StackTraceElement place() {
    StackTraceElement start = body.at(0);
    BodyThread running = thread;
    return running == null ? start : running.place(this, start);
  }

  @Override
  protected boolean isInThread() {
    return true;
  }

  @Override
  protected Body body() {
    return body;
  }
}
