package dev.fermata.sync;

import dev.fermata.internal.task.Obstacle;
import dev.fermata.machine.Body;
import java.util.List;

/** What stops those who come while it is shut. */
final class Gate {
  private final Line<PassGate> line = new Line<>();
  private final LoopBound primitive;
  private final Body passing;
  private final String text;
  private boolean open;

  /**
   * Makes one.
   *
   * @param primitive what it is a part of
   * @param passing the method that waits for it
   * @param text what of the primitive it stands for
   */
  Gate(LoopBound primitive, Body passing, String text, boolean open) {
    this.primitive = primitive;
    this.passing = passing;
    this.text = text;
    this.open = open;
  }

  LoopBound primitive() {
    return primitive;
  }

  Body passing() {
    return passing;
  }

  Obstacle obstacle() {
    return new Obstacle(text, primitive, primitive.state(), List.of());
  }

  boolean isOpen() {
    return open;
  }

  Line<PassGate> line() {
    return line;
  }

  /** Lets everybody pass, from those who wait on. */
  void open() {
    open = true;
    for (PassGate first = line.removeFirst(); first != null; first = line.removeFirst()) {
      first.call();
    }
  }

  /** Stops those who come from now on. */
  void shut() {
    open = false;
  }
}
