package dev.fermata.sync;

import org.jspecify.annotations.Nullable;

/**
 * Those who wait, in the order in which they came. Each is its own place in the line, so that one
 * who leaves it is not searched for.
 */
final class Line<W extends Waiter<?>> {
  private @Nullable Waiter<?> first;
  private @Nullable Waiter<?> last;
  private int size;

  boolean isEmpty() {
    return first == null;
  }

  int size() {
    return size;
  }

  void add(W waiter) {
    Waiter<?> before = last;
    waiter.previous = before;
    if (before == null) {
      first = waiter;
    } else {
      before.next = waiter;
    }
    last = waiter;
    size++;
  }

  /** Takes {@code waiter} out, which is in this line. */
  void remove(Waiter<?> waiter) {
    Waiter<?> before = waiter.previous;
    Waiter<?> after = waiter.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    waiter.previous = null;
    waiter.next = null;
    size--;
  }

  @SuppressWarnings("unchecked") // only add(W) puts something in
  @Nullable W first() {
    return (W) first;
  }

  /** Returns who comes after {@code waiter}, which is in this line. */
  @SuppressWarnings("unchecked") // only add(W) puts something in
  @Nullable W after(W waiter) {
    return (W) waiter.next;
  }

  /** Takes the first out and returns it; null if nobody waits. */
  @Nullable W removeFirst() {
    W head = first();
    if (head != null) {
      remove(head);
    }
    return head;
  }
}
