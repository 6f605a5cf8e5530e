package dev.fermata.internal.scope;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncScope;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.internal.task.TaskExecution;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a resource of a {@code try}, and then fails with what the body of the {@code try} has
 * thrown: a failure of closing is added to that one as suppressed. In its place is thrown what a
 * scope puts there, and a cancellation that has come while the resource was closed, which would be
 * lost otherwise.
 */
public final class ResourceExit extends CoroutineMachine<Void> {
  private static final Body BODY =
      Body.implied(AsyncCloseable.class, "close", "AsyncCloseable.java");

  private final @Nullable AsyncCloseable resource;
  private final @Nullable Throwable ofBody;
  private @Nullable Requests requests;

  /** Makes one for a resource and what the body has thrown; either may be null. */
  public ResourceExit(@Nullable AsyncCloseable resource, @Nullable Throwable ofBody) {
    this.resource = resource;
    this.ofBody = ofBody;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (state == 1) {
      return left(failure);
    }
    state = 1;
    if (resource == null) {
      return left(null);
    }
    if (ofBody != null) {
      requests = Requests.from(((TaskExecution) execution).task());
    }
    Throwable ofExit = null;
    try {
      if (execution.await(exit(resource), this) == SUSPENDED) {
        return SUSPENDED;
      }
    } catch (Throwable thrown) {
      ofExit = thrown;
    }
    return left(ofExit);
  }

  private Coroutine<Void> exit(AsyncCloseable closeable) {
    return closeable instanceof AsyncScope scope
        ? given(scope.exit(ofBody), closeable, "exit")
        : given(closeable.closeAsync(), closeable, "closeAsync");
  }

  private static Coroutine<Void> given(
      @Nullable Coroutine<Void> closing, AsyncCloseable closeable, String method) {
    return Objects.requireNonNull(
        closing, () -> closeable.getClass().getName() + "." + method + " returned null");
  }

  private @Nullable Object left(@Nullable Throwable ofExit) throws Throwable {
    if (ofBody == null || (ofExit != null && resource instanceof AsyncScope)) {
      if (ofExit != null) {
        throw ofExit;
      }
      return null;
    }
    if (ofExit != null && ofExit != ofBody) {
      if (isCancellation(ofExit)) {
        ofExit.addSuppressed(ofBody);
        throw ofExit;
      }
      ofBody.addSuppressed(ofExit);
    }
    throw ofBody;
  }

  /** Returns whether the task was cancelled while it closed, and {@code ofExit} tells that. */
  private boolean isCancellation(Throwable ofExit) {
    return ofExit instanceof CancelledError
        && !(ofBody instanceof CancelledError)
        && requests != null
        && requests.isAny();
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
