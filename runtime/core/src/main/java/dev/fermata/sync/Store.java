package dev.fermata.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The items of a queue in the order in which they are to be taken. */
abstract class Store<T> {
  /** Puts an item in. */
  abstract void add(T item);

  /** Puts an item back that was taken: before others that came later, or are equal. */
  abstract void putBack(T item);

  /** Takes the next item out; null if there is none. */
  abstract @Nullable T remove();

  abstract int size();

  abstract void clear();

  /** First in, first out. */
  static final class Fifo<T> extends InDeque<T> {
    @Override
    void add(T item) {
      items.addLast(item);
    }
  }

  /** Last in, first out. */
  static final class Lifo<T> extends InDeque<T> {
    @Override
    void add(T item) {
      items.addFirst(item);
    }
  }

  private abstract static class InDeque<T> extends Store<T> {
    final Deque<T> items = new ArrayDeque<>();

    @Override
    void putBack(T item) {
      items.addFirst(item);
    }

    @Override
    @Nullable T remove() {
      return items.pollFirst();
    }

    @Override
    int size() {
      return items.size();
    }

    @Override
    void clear() {
      items.clear();
    }
  }

  /** The smallest first; of equal ones, the one that came first. */
  static final class Sorted<T> extends Store<T> {
    private final PriorityQueue<Ranked<T>> items;
    private long newest;
    private long oldest;

    Sorted(Comparator<? super T> order) {
      Comparator<Ranked<T>> byItem = Comparator.comparing(Ranked::item, order);
      items = new PriorityQueue<>(byItem.thenComparingLong(Ranked::rank));
    }

    @Override
    void add(T item) {
      items.add(new Ranked<>(item, ++newest));
    }

    @Override
    void putBack(T item) {
      items.add(new Ranked<>(item, --oldest));
    }

    @Override
    @Nullable T remove() {
      Ranked<T> first = items.poll();
      return first == null ? null : first.item;
    }

    @Override
    int size() {
      return items.size();
    }

    @Override
    void clear() {
      items.clear();
    }

    private record Ranked<T>(T item, long rank) {}
  }
}
