package dev.fermata.internal.loop;

import dev.fermata.Clock;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Timers by deadline, those of the same deadline in the order in which they were added. A binary
 * heap whose entries know their place, so that removing one takes logarithmic time. It takes as
 * much room as its timers do, not as they did once.
 */
final class TimerQueue {
  private static final int SMALLEST = 32;

  private long[] deadlines = new long[SMALLEST];
  private long[] arrivals = new long[SMALLEST];
  private @Nullable Timer[] timers = new Timer[SMALLEST];
  private int size;
  private long arrived;

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns the earliest deadline. The queue is not empty. */
  long firstDeadline() {
    return deadlines[0];
  }

  void add(Timer timer, long deadline) {
    if (size == timers.length) {
      resize(2 * size);
    }
    siftUp(size++, timer, deadline, arrived++);
  }

  /** Takes out the first timer. The queue is not empty. */
  Timer removeFirst() {
    Timer first = timers[0];
    if (first == null) {
      throw new IllegalStateException("the timer queue is empty");
    }
    removeAt(0);
    first.setSlot(-1);
    return first;
  }

  /** Returns the deadline of a timer; {@link Clock#NEVER} if it is not in here. */
  long deadline(Timer timer) {
    int slot = timer.slot();
    return slot < 0 ? Clock.NEVER : deadlines[slot];
  }

  boolean hasAny(Predicate<Timer> condition) {
    for (int i = 0; i < size; i++) {
      Timer timer = timers[i];
      if (timer != null && condition.test(timer)) {
        return true;
      }
    }
    return false;
  }

  /** Takes a timer out, if it is in here. */
  void remove(Timer timer) {
    int slot = timer.slot();
    if (slot >= 0) {
      removeAt(slot);
      timer.setSlot(-1);
    }
  }

  private void removeAt(int slot) {
    int last = --size;
    Timer moved = timers[last];
    timers[last] = null;
    if (slot != last && moved != null) {
      long deadline = deadlines[last];
      long arrival = arrivals[last];
      if (slot > 0 && isBefore(deadline, arrival, (slot - 1) >>> 1)) {
        siftUp(slot, moved, deadline, arrival);
      } else {
        siftDown(slot, moved, deadline, arrival);
      }
    }
    if (size < timers.length / 4 && timers.length > SMALLEST) {
      resize(timers.length / 2);
    }
  }

  private void resize(int capacity) {
    deadlines = Arrays.copyOf(deadlines, capacity);
    arrivals = Arrays.copyOf(arrivals, capacity);
    timers = Arrays.copyOf(timers, capacity);
  }

  /** Returns for how many timers there is room. */
  int capacity() {
    return timers.length;
  }

  private boolean isBefore(long deadline, long arrival, int slot) {
    return deadline < deadlines[slot] || (deadline == deadlines[slot] && arrival < arrivals[slot]);
  }

  private void siftUp(int start, Timer timer, long deadline, long arrival) {
    int slot = start;
    while (slot > 0) {
      int parent = (slot - 1) >>> 1;
      if (!isBefore(deadline, arrival, parent)) {
        break;
      }
      move(parent, slot);
      slot = parent;
    }
    put(slot, timer, deadline, arrival);
  }

  private void siftDown(int start, Timer timer, long deadline, long arrival) {
    int slot = start;
    while (2 * slot + 1 < size) {
      int child = 2 * slot + 1;
      if (child + 1 < size && isBefore(deadlines[child + 1], arrivals[child + 1], child)) {
        child++;
      }
      if (isBefore(deadline, arrival, child)) {
        break;
      }
      move(child, slot);
      slot = child;
    }
    put(slot, timer, deadline, arrival);
  }

  private void move(int from, int to) {
    Timer timer = timers[from];
    if (timer == null) {
      throw new IllegalStateException("the timer queue has a hole at " + from);
    }
    put(to, timer, deadlines[from], arrivals[from]);
  }

  private void put(int slot, Timer timer, long deadline, long arrival) {
    timers[slot] = timer;
    deadlines[slot] = deadline;
    arrivals[slot] = arrival;
    timer.setSlot(slot);
  }
}
