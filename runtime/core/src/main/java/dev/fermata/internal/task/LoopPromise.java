package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Promise;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deferred that is completed by hand.
 *
 * @param <T> the type of the value
 */
public non-sealed class LoopPromise<T> extends AbstractDeferred<T> implements Promise<T> {
  /** Makes a pending one. */
  public LoopPromise(Loop loop) {
    super(loop);
  }

  @Override
  public final void complete(@Nullable T value) {
    requirePending();
    settleValue(value);
  }

  @Override
  public final void fail(Throwable failure) {
    requirePending();
    settleFailed(Objects.requireNonNull(failure));
  }

  @Override
  public final boolean cancelWith(Cancellation request) {
    home().checkThread();
    if (isDone()) {
      return false;
    }
    settleCancelled(request);
    return true;
  }

  private void requirePending() {
    home().checkThread();
    if (isDone()) {
      throw new IllegalStateException(this + " is done already");
    }
  }

  @Override
  protected final String kind() {
    return "Promise";
  }

  @Override
  public boolean needsAllTasks() {
    return false;
  }

  @Override
  public Obstacle obstacle() {
    return Obstacle.of("a promise");
  }
}
