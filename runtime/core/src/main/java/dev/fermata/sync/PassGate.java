package dev.fermata.sync;

import dev.fermata.machine.Body;
import org.jspecify.annotations.Nullable;

/** Waits at a gate until it is opened. */
final class PassGate extends Waiter<Void> {
  private final LoopBound primitive;
  private final Gate gate;
  private final Body body;

  /** Makes one for a gate that is a part of {@code primitive}. */
  PassGate(LoopBound primitive, Gate gate, Body body) {
    this.primitive = primitive;
    this.gate = gate;
    this.body = body;
  }

  @Override
  LoopBound primitive() {
    return primitive;
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
  protected Body body() {
    return body;
  }
}
