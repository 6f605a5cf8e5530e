package dev.fermata;

import dev.fermata.internal.loop.SystemClock;
import dev.fermata.internal.loop.VirtualClock;

/**
 * Where an {@link EventLoop} takes its time from, and how it lets time pass when it has nothing to
 * do. {@link EventLoop.Builder#clock} sets it; a test sets a {@linkplain #virtual() virtual} one.
 */
public interface Clock {
  /** A deadline that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** Returns the time in nanoseconds from some fixed point; it never goes backwards. */
  long nanoTime();

  /**
   * Waits until a time. Called on the thread of the loop when it has nothing to do before that.
   * Another thread that brings in work unparks that thread; returning early does no harm.
   *
   * @param deadline when there is something to do, by {@link #nanoTime}, or {@link #NEVER}
   * @param outside whether something under way outside the loop, say in another thread, may bring
   *     in work before
   */
  void park(long deadline, boolean outside);

  /**
   * Returns whether time passes only when {@link #park} lets it. A loop with such a clock is known
   * to be stuck when it has nothing to do, no deadline, and nothing outside.
   */
  default boolean isVirtual() {
    return false;
  }

  /** Returns the clock of the JVM. */
  static Clock system() {
    return SystemClock.INSTANCE;
  }

  /**
   * Returns a new clock that starts at 0 and jumps to the next deadline when its loop is idle, so
   * that waiting costs nothing. As long as something is under way outside the loop it goes on like
   * the system clock instead of jumping.
   */
  static Clock virtual() {
    return new VirtualClock();
  }
}
