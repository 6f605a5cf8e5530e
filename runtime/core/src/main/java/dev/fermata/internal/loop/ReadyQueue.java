package dev.fermata.internal.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** First in, first out, in a ring that grows. */
final class ReadyQueue {
  private @Nullable Ready[] ring = new Ready[64];
  private int head;
  private int size;

  int size() {
    return size;
  }

  void add(Ready ready) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size++) & (ring.length - 1)] = ready;
  }

  Ready remove() {
    Ready first = ring[head];
    if (first == null) {
      throw new IllegalStateException("the ready queue is empty");
    }
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    return first;
  }

  /** Takes out one that others are before; those keep their order. */
  Ready removeAt(int index) {
    Ready chosen = ring[(head + index) & (ring.length - 1)];
    for (int i = index; i > 0; i--) {
      ring[(head + i) & (ring.length - 1)] = ring[(head + i - 1) & (ring.length - 1)];
    }
    ring[head] = chosen;
    return remove();
  }

  /** Returns the place of the first entry of an inbox, or of {@code index} if it is none. */
  int firstEntryFor(int index) {
    if (!isEntry(index)) {
      return index;
    }
    int first = 0;
    while (!isEntry(first)) {
      first++;
    }
    return first;
  }

  private boolean isEntry(int index) {
    return ring[(head + index) & (ring.length - 1)] instanceof Inbox.Entry;
  }

  private void grow() {
    @Nullable Ready[] larger = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
    int wrapped = head;
    if (wrapped > 0) {
      // copyOfRange stops copying at the end of the ring; what had wrapped around follows.
      System.arraycopy(ring, 0, larger, ring.length - wrapped, wrapped);
    }
    ring = larger;
    head = 0;
  }
}
