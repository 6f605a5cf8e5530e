package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A deferred that is completed by hand.
 *
 * @param <T> the type of the value
 */
public final class LoopPromise<T> extends AbstractDeferred<T> implements Promise<T> {
  /** Makes a pending one. */
  public LoopPromise(Loop loop) {
    super(loop);
  }

  @Override
  public void complete(@Nullable T value) {
    requirePending();
    settleValue(value);
  }

  @Override
  public void fail(Throwable failure) {
    requirePending();
    settleFailed(failure);
  }

  @Override
  public boolean cancelWith(Cancellation request) {
    loop().checkThread();
    if (isDone()) {
      return false;
    }
    settleCancelled(request);
    return true;
  }

  private void requirePending() {
    loop().checkThread();
    if (isDone()) {
      throw new IllegalStateException(this + " is done already");
    }
  }

  @Override
  protected String kind() {
    return "Promise";
  }
}
