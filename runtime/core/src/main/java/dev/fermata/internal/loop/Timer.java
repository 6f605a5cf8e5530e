package dev.fermata.internal.loop;

/**
 * What becomes ready at a time. It keeps its place in the {@link TimerQueue} for it, so that it can
 * be taken out without a search.
 */
public interface Timer extends Ready {
  /** Returns what {@link #setSlot} was last given; −1 before that. */
  int slot();

  /** Remembers its place; −1: it is in no queue. */
  void setSlot(int slot);
}
