package dev.fermata.sync;

import dev.fermata.internal.task.Obstacle;
import dev.fermata.machine.Body;
import java.util.List;

/** Waits at a barrier for the others. */
final class Arrive extends Waiter<Integer> {
  private static final Body BODY = Body.of(AsyncBarrier.class, "arrive", "AsyncBarrier.java");

  private final AsyncBarrier barrier;
  private int index;
  private boolean failed;

  Arrive(AsyncBarrier barrier) {
    this.barrier = barrier;
  }

  @Override
  LoopBound primitive() {
    return barrier;
  }

  @Override
  Object begin() {
    if (barrier.isBroken()) {
      throw new BarrierBrokenException();
    }
    if (barrier.line().size() + 1 < barrier.parties()) {
      barrier.line().add(this);
      return SUSPENDED;
    }
    barrier.letGo();
    return barrier.parties() - 1;
  }

  /** Wakes it, because all have arrived. */
  void letGo(int place) {
    index = place;
    call();
  }

  /** Wakes it, because the barrier was broken. */
  void fail() {
    failed = true;
    call();
  }

  @Override
  Object take() {
    if (failed) {
      throw new BarrierBrokenException();
    }
    return index;
  }

  @Override
  void leave() {
    barrier.line().remove(this);
  }

  @Override
  void giveBack() {
    // It has arrived; the others go on, whether or not it can.
  }

  @Override
  public boolean needsAllTasks() {
    return false;
  }

  @Override
  public Obstacle obstacle() {
    return new Obstacle("the others at", barrier, barrier.state(), List.of());
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
