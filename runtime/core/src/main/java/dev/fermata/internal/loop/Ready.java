package dev.fermata.internal.loop;

/** What waits in the ready queue for its turn. What it throws is fatal: it leaves the loop. */
public interface Ready {
  /** Takes its turn, on the thread of the loop. */
  void turn();
}
