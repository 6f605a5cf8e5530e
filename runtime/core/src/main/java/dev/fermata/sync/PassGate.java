package dev.fermata.sync;

import dev.fermata.internal.task.Obstacle;
import dev.fermata.machine.Body;
import org.jspecify.annotations.Nullable;

/** Waits at a gate until it is opened. */
final class PassGate extends Waiter<Void> {
  private final Gate gate;
  private final Body body;

  PassGate(Gate gate) {
    this.gate = gate;
    this.body = gate.passing();
  }

  @Override
  LoopBound primitive() {
    return gate.primitive();
  }

  @Override
  @Nullable Object begin() {
    if (gate.isOpen()) {
      return null;
    }
    gate.line().add(this);
    return SUSPENDED;
  }

  @Override
  @Nullable Object take() {
    return null;
  }

  @Override
  void leave() {
    gate.line().remove(this);
  }

  @Override
  void giveBack() {
    // Everybody may pass: there is nothing that another one would miss.
  }

  @Override
  public boolean needsAllTasks() {
    return false;
  }

  @Override
  public Obstacle obstacle() {
    return gate.obstacle();
  }

  @Override
  protected Body body() {
    return body;
  }
}
