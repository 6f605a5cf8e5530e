package dev.fermata.internal.loop;

import dev.fermata.Clock;
import java.util.concurrent.locks.LockSupport;

/** The time of the JVM. */
public final class SystemClock implements Clock {
  /** The only one. */
  public static final SystemClock INSTANCE = new SystemClock();

  private SystemClock() {}

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void park(long deadline, boolean outside) {
    if (deadline == NEVER) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, deadline - System.nanoTime());
    }
  }
}
