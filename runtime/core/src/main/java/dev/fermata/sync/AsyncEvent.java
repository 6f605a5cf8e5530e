package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Body;

/**
 * A flag for which tasks wait.
 *
 * <p>It belongs to the loop that first waits for it, and is for the thread of that loop; another
 * thread sets it by {@code loop.execute(event::set)}.
 *
 * <p>In asyncio: Event.
 */
public final class AsyncEvent extends LoopBound {
  private static final Body WAIT = Body.of(AsyncEvent.class, "waitUntilSet", "AsyncEvent.java");

  private final Gate gate = new Gate(this, WAIT, "", false);

  /** Makes an event that is not set. */
  public AsyncEvent() {}

  /**
   * Waits until the event is set. If it is, this does not give way to other tasks.
   *
   * <p>All who wait when it is set go on in the next turn, in the order in which they came, even if
   * it is cleared before that. A cancellation ends the waiting.
   *
   * <p>In asyncio: {@code wait}.
   */
  public Coroutine<Void> waitUntilSet() {
    return new PassGate(gate);
  }

  /** Sets the event: wakes all who wait, and nobody waits from then on. */
  public void set() {
    checkThread();
    gate.open();
  }

  /** Clears the event: who comes from then on waits. */
  public void clear() {
    checkThread();
    gate.shut();
  }

  /** Returns whether the event is set. */
  public boolean isSet() {
    checkThread();
    return gate.isOpen();
  }

  @Override
  boolean isIdle() {
    return gate.line().isEmpty();
  }

  @Override
  String state() {
    return gate.isOpen() ? "set" : "not set, " + gate.line().size() + " waiting";
  }
}
