package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.Deferred;
import dev.fermata.Handle;
import dev.fermata.internal.loop.Ready;
import java.util.function.Consumer;

/** Someone to be told when a deferred is done. */
final class DoneCallback<T> implements Ready, Handle {
  private final AbstractDeferred<T> deferred;
  private final Consumer<? super Deferred<T>> action;
  private final Context context;
  private boolean cancelled;

  DoneCallback(
      AbstractDeferred<T> deferred, Consumer<? super Deferred<T>> action, Context context) {
    this.deferred = deferred;
    this.action = action;
    this.context = context;
  }

  @Override
  public void turn() {
    if (!cancelled) {
      deferred.home().call(() -> action.accept(deferred), context, action);
    }
  }

  @Override
  public void cancel() {
    deferred.home().checkThread();
    cancelled = true;
    deferred.removeWaiter(this);
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }
}
