package dev.fermata.sync;

/** What stops those who come while it is shut. */
final class Gate {
  private final Line<PassGate> line = new Line<>();
  private boolean open;

  Gate(boolean open) {
    this.open = open;
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
