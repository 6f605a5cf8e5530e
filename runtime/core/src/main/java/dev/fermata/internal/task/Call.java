package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.Handle;
import dev.fermata.internal.loop.Inbox;
import org.jspecify.annotations.Nullable;

/** A call that the loop is to make; from another thread, through its inbox. */
final class Call extends Inbox.Entry implements Handle {
  private final Loop loop;
  private @Nullable Runnable callback;
  private final Context context;
  private boolean cancelled;

  Call(Loop loop, Runnable callback, Context context) {
    this.loop = loop;
    this.callback = callback;
    this.context = context;
  }

  @Override
  public void turn() {
    Runnable action = callback;
    callback = null;
    if (action != null) {
      loop.call(action, context, action);
    }
  }

  @Override
  public void cancel() {
    loop.checkThread();
    cancelled = true;
    callback = null;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }
}
