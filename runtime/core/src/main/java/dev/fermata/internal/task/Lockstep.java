package dev.fermata.internal.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Has the loops of a group shut down step by step: none takes the next step before all are there.
 * They go on with their turns while they wait. As {@link java.util.concurrent.Phaser}, for loops.
 */
final class Lockstep {
  private final List<LoopPromise<Boolean>> arrived = new ArrayList<>();
  private int members;
  private boolean any;

  Lockstep(int members) {
    this.members = members;
  }

  /**
   * Says that a loop has come this far; on its thread.
   *
   * @param has something to tell the others
   * @return is done when all have come this far; whether one of them has said {@code has}
   */
  LoopPromise<Boolean> arrive(Loop loop, boolean has) {
    LoopPromise<Boolean> all = new LoopPromise<>(loop);
    synchronized (this) {
      arrived.add(all);
      any |= has;
      goOnIfAllAreThere();
    }
    return all;
  }

  /** Says that a loop will not come any more, for it shuts down alone or is done. */
  synchronized void leave() {
    members--;
    goOnIfAllAreThere();
  }

  private void goOnIfAllAreThere() {
    if (arrived.size() < members) {
      return;
    }
    boolean answer = any;
    any = false;
    for (LoopPromise<Boolean> promise : arrived) {
      promise.home().post(() -> promise.complete(answer));
    }
    arrived.clear();
  }
}
