package dev.fermata.internal.loop;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What other threads bring in: lock-free, any number of writers, one reader. */
public final class Inbox {
  private static final Entry CLOSED =
      new Entry() {
        @Override
        public void turn() {
          throw new AssertionError("is never read");
        }
      };

  /** The newest entry; each one links to the one before it. */
  private final AtomicReference<@Nullable Entry> newest = new AtomicReference<>();

  Inbox() {}

  /**
   * Adds an entry.
   *
   * @return false if the inbox is closed
   */
  boolean add(Entry entry) {
    for (; ; ) {
      Entry before = newest.get();
      if (before == CLOSED) {
        return false;
      }
      entry.before = before;
      if (newest.compareAndSet(before, entry)) {
        return true;
      }
    }
  }

  boolean isEmpty() {
    return newest.get() == null;
  }

  /** Takes all entries out and returns the oldest; {@link #next} leads to the others. */
  @Nullable Entry removeAll() {
    return oldest(newest.getAndSet(null));
  }

  /** Takes in nothing more, and returns what is left as {@link #removeAll} does. */
  @Nullable Entry close() {
    Entry last = newest.getAndSet(CLOSED);
    return last == CLOSED ? null : oldest(last);
  }

  private static @Nullable Entry oldest(@Nullable Entry last) {
    Entry entry = last;
    Entry after = null;
    while (entry != null) {
      Entry before = entry.before;
      entry.before = after;
      after = entry;
      entry = before;
    }
    return after;
  }

  /** Returns the entry that follows one that {@link #removeAll} led to, and unlinks that. */
  static @Nullable Entry next(Entry entry) {
    Entry after = entry.before;
    entry.before = null;
    return after;
  }

  /** What can be put into an inbox, once at a time. */
  public abstract static class Entry implements Ready {
    private @Nullable Entry before;

    /** Makes an entry. */
    protected Entry() {}

    /** Is told, instead of its turn, that the loop was closed before that. */
    protected void dropped() {}
  }
}
