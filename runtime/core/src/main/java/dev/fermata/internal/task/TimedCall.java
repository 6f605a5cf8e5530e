package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.TimerHandle;
import dev.fermata.internal.loop.Timer;
import org.jspecify.annotations.Nullable;

/** A call that the loop is to make at a time. */
final class TimedCall implements Timer, TimerHandle {
  private final Loop loop;
  private @Nullable Runnable callback;
  private final Context context;
  private final long when;
  private int slot = -1;
  private boolean cancelled;

  TimedCall(Loop loop, Runnable callback, Context context, long when) {
    this.loop = loop;
    this.callback = callback;
    this.context = context;
    this.when = when;
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
    loop.scheduler().removeTimer(this);
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public long when() {
    return when;
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public void setSlot(int slot) {
    this.slot = slot;
  }
}
