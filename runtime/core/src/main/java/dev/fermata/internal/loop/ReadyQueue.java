package dev.fermata.internal.loop;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** First in, first out, in a ring that grows. */
final class ReadyQueue {
  private static final int SMALLEST = 64;

  /** A ring up to this size is kept though it be empty. */
  private static final int KEPT = 1024;

  private static final @Nullable Ready[] FULL = {};

  private @Nullable Ready[] ring = new Ready[SMALLEST];
  private int head;
  private int size;

  /** Is told of the next entry; then {@link #ring} is {@link #FULL}. */
  private @Nullable Runnable watcher;

  /** The ring, as long as there is a watcher. */
  private @Nullable Ready[] idle = FULL;

  int size() {
    return size;
  }

  void add(Ready ready) {
    if (size == ring.length) {
      makeRoom();
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

  /** Gives room back that a crowd has left. The queue is empty. */
  void trim() {
    if (ring.length > KEPT) {
      ring = new Ready[ring.length / 2];
      head = 0;
    }
  }

  /** Returns for how many entries there is room. */
  int capacity() {
    return ring.length;
  }

  /**
   * Has {@code action} run when the next entry is added, just before. The queue is empty, and looks
   * full from here on, so that nobody else pays for the question whether there is a watcher.
   */
  void watch(Runnable action) {
    watcher = action;
    idle = ring;
    ring = FULL;
    head = 0;
  }

  /** Undoes {@link #watch}. Nothing happens if its action has run. */
  void unwatch() {
    if (watcher != null) {
      watcher = null;
      ring = idle;
      idle = FULL;
    }
  }

  private void makeRoom() {
    Runnable told = watcher;
    if (told == null) {
      grow();
    } else {
      unwatch();
      told.run();
    }
  }

  /** Returns what is in it, by identity. */
  Set<Ready> toSet() {
    Set<Ready> all = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < size; i++) {
      all.add(Objects.requireNonNull(ring[(head + i) & (ring.length - 1)]));
    }
    return all;
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
