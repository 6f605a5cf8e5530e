package dev.fermata.internal.scope;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.CancelledError;
import dev.fermata.Coroutines;
import dev.fermata.internal.task.AbstractDeferred;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.TaskExecution;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits for something within a time limit. Follows {@code wait_for} of asyncio since 3.12.
 *
 * @param <T> the type of the value
 */
public final class WaitFor<T> extends CoroutineMachine<T> {
  private static final Body BODY = Body.of(Coroutines.class, "waitFor", "Coroutines.java");
  private static final int WITHIN_LIMIT = 1;
  private static final int FOR_CANCELLATION = 2;

  private final Duration limit;
  private @Nullable Awaitable<? extends T> source;
  private @Nullable LoopTimeout timeout;
  private @Nullable AbstractDeferred<T> cancelled;

  /** Makes one that waits for {@code source} for as long as {@code limit}. */
  public WaitFor(Awaitable<? extends T> source, Duration limit) {
    this.source = source;
    this.limit = limit;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    Awaitable<? extends T> awaitable = source;
    source = null;
    if (awaitable != null) {
      return limit.isNegative() || limit.isZero()
          ? takeNow(awaitable, execution)
          : begin(awaitable, execution);
    }
    if (state == WITHIN_LIMIT) {
      return end(awaited, failure);
    }
    if (failure != null) {
      throw failure;
    }
    return afterCancellation();
  }

  private @Nullable Object begin(Awaitable<? extends T> awaitable, Execution execution)
      throws Throwable {
    state = WITHIN_LIMIT;
    timeout = LoopTimeout.after(limit);
    Object result;
    try {
      result = execution.await(awaitable, this);
    } catch (Throwable failure) {
      return end(null, failure);
    }
    return result == SUSPENDED ? result : end(result, null);
  }

  private @Nullable Object end(@Nullable Object result, @Nullable Throwable failure)
      throws Throwable {
    LoopTimeout scope = timeout;
    timeout = null;
    if (scope != null) {
      scope.leave(failure);
    }
    if (failure != null) {
      throw failure;
    }
    return result;
  }

  /** Takes what is there, else cancels it and waits until that is done. */
  private @Nullable Object takeNow(Awaitable<? extends T> awaitable, Execution execution)
      throws Throwable {
    Loop loop = ((TaskExecution) execution).loop();
    AbstractDeferred<T> deferred = loop.ensure(awaitable);
    if (deferred.isDone()) {
      return execution.await(deferred, this);
    }
    state = FOR_CANCELLATION;
    cancelled = deferred;
    // It is not awaited itself: then cancelling this task could not be told from its cancellation.
    Release released = new Release(loop, deferred::obstacle, true);
    deferred.addWaiter(released::release);
    deferred.cancelWith(Cancellation.of(Source.TIMEOUT, null, null, null));
    return execution.await(released, this);
  }

  private @Nullable Object afterCancellation() {
    AbstractDeferred<T> deferred = cancelled;
    cancelled = null;
    if (deferred == null) {
      throw illegalState();
    }
    try {
      return deferred.result();
    } catch (CancelledError interrupted) {
      throw new AsyncTimeoutException(interrupted);
    }
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
