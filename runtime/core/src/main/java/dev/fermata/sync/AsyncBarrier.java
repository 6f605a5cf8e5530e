package dev.fermata.sync;

import dev.fermata.Coroutine;

/**
 * Holds tasks up until a number of them has arrived, then lets them go on together. After that it
 * does the same again.
 *
 * <p>A task that is cancelled while it waits is as if it had not arrived: the others go on waiting
 * for one more. A barrier can be broken, so that nobody waits for one who will not come.
 *
 * <p>It belongs to the loop that first waits for it, and is for the thread of that loop.
 *
 * <p>In asyncio: Barrier.
 */
public final class AsyncBarrier extends LoopBound {
  private final Line<Arrive> line = new Line<>();
  private final int parties;
  private boolean broken;

  /**
   * Makes a barrier.
   *
   * @param parties how many tasks it waits for, at least one
   */
  public AsyncBarrier(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException("a barrier needs at least one party: " + parties);
    }
    this.parties = parties;
  }

  /**
   * Waits until as many tasks have arrived as the barrier waits for. The last one does not wait;
   * the others go on in the next turn, in the order in which they arrived.
   *
   * <p>In asyncio: {@code wait}.
   *
   * @return the place in the order of arrival, a different one for each: 0 for the first, one less
   *     than the parties for the last. It fails with {@link BarrierBrokenException} if the barrier
   *     is broken, or is broken or reset while it waits
   */
  public Coroutine<Integer> arrive() {
    return new Arrive(this);
  }

  /**
   * Breaks the barrier: all who wait, and all who arrive from now on, fail with {@link
   * BarrierBrokenException}, until {@link #reset}. Who was let go already is not affected.
   */
  public void abort() {
    checkThread();
    broken = true;
    breakUp();
  }

  /**
   * Begins anew, with a barrier that is not broken. All who wait fail with {@link
   * BarrierBrokenException}.
   */
  public void reset() {
    checkThread();
    broken = false;
    breakUp();
  }

  private void breakUp() {
    for (Arrive first = line.removeFirst(); first != null; first = line.removeFirst()) {
      first.fail();
    }
  }

  /** Returns whether {@link #abort} was called, and {@link #reset} not since. */
  public boolean isBroken() {
    checkThread();
    return broken;
  }

  /** Returns how many tasks it waits for. */
  public int parties() {
    return parties;
  }

  /** Returns how many tasks have arrived and wait. */
  public int waiting() {
    checkThread();
    return line.size();
  }

  Line<Arrive> line() {
    return line;
  }

  /** All have arrived. */
  void letGo() {
    int place = 0;
    for (Arrive first = line.removeFirst(); first != null; first = line.removeFirst()) {
      first.letGo(place++);
    }
  }

  @Override
  boolean isIdle() {
    return line.isEmpty();
  }

  @Override
  String state() {
    return broken ? "broken" : line.size() + " of " + parties + " have arrived";
  }
}
