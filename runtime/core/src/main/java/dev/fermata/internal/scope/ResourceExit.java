package dev.fermata.internal.scope;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncScope;
import dev.fermata.Coroutine;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/** Leaves a resource of a {@code try}. */
public final class ResourceExit extends CoroutineMachine<Void> {
  private static final Body BODY = Body.of(AsyncCloseable.class, "close", "AsyncCloseable.java");

  private final @Nullable AsyncCloseable resource;
  private final @Nullable Throwable ofBody;

  /** Makes one for a resource and what the body has thrown; either may be null. */
  public ResourceExit(@Nullable AsyncCloseable resource, @Nullable Throwable ofBody) {
    this.resource = resource;
    this.ofBody = ofBody;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (resource == null) {
      return null;
    }
    if (state == 1) {
      return failure == null ? null : failed(failure);
    }
    state = 1;
    try {
      return execution.await(exit(resource), this) == SUSPENDED ? SUSPENDED : null;
    } catch (Throwable thrown) {
      return failed(thrown);
    }
  }

  private Coroutine<Void> exit(AsyncCloseable closeable) {
    return closeable instanceof AsyncScope scope ? scope.exit(ofBody) : closeable.closeAsync();
  }

  private @Nullable Object failed(Throwable failure) throws Throwable {
    if (ofBody == null || resource instanceof AsyncScope) {
      throw failure;
    }
    if (failure != ofBody) {
      ofBody.addSuppressed(failure);
    }
    return null;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
