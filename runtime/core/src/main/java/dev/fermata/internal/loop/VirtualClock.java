package dev.fermata.internal.loop;

import dev.fermata.Clock;
import java.util.concurrent.locks.LockSupport;

/** Time that jumps to the next deadline, unless something is under way outside the loop. */
public final class VirtualClock implements Clock {
  /** Written by the thread of the loop alone; any may ask. */
  private volatile long now;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void park(long deadline, boolean outside) {
    if (!outside) {
      now = deadline;
      return;
    }
    long start = System.nanoTime();
    if (deadline == NEVER) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, deadline - now);
    }
    now = Math.min(deadline, now + System.nanoTime() - start);
  }

  @Override
  public boolean isVirtual() {
    return true;
  }
}
