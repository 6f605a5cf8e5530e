package dev.fermata.sync;

import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.machine.Body;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hands items from tasks that put to tasks that take.
 *
 * <pre>{@code
 * AsyncQueue<Job> jobs = AsyncQueue.bounded(100);
 *
 * await(jobs.put(job));            // waits while the queue is full
 *
 * for (Job job : awaitEach(jobs)) {  // until the queue is shut down and empty
 *   await(run(job));
 * }
 * }</pre>
 *
 * <p>Those who wait are served in the order in which they came, and nobody overtakes them. An item
 * that is put while tasks wait for one is handed to the first of them; until the turn of that task
 * has come, it still counts as in the queue. If the task is cancelled before, the item goes to the
 * next who waits, or back to the head of the queue. A {@link #put} that is interrupted has put
 * nothing. So each item is taken once or still there, whatever is cancelled and when.
 *
 * <p>Items are never null.
 *
 * <p>It belongs to the loop in which something first waits for it, and is for the thread of that
 * loop; another thread puts by {@code loop.execute(() -> queue.tryPut(item))}.
 *
 * <p>In asyncio: Queue, PriorityQueue, LifoQueue.
 *
 * @param <T> the type of the items
 */
public final class AsyncQueue<T> extends LoopBound implements AsyncIterable<T> {
  private static final Body JOIN = Body.of(AsyncQueue.class, "join", "AsyncQueue.java");

  private final Store<T> store;
  private final int capacity;
  private final Line<Take<T, ?>> takers = new Line<>();
  private final Line<Put<T>> putters = new Line<>();

  /** Is open while every item that was put is done. */
  private final Gate finished = new Gate(this, JOIN, "the end of the work of", true);

  /** Items that were handed to tasks which have not had their turn since. */
  private int handedOut;

  /** Places that were handed to tasks which have not had their turn, and put, since. */
  private int reserved;

  private int unfinished;
  private boolean shutDown;
  private boolean dropped;

  private AsyncQueue(Store<T> store, int capacity) {
    this.store = store;
    this.capacity = capacity;
    if (capacity < 1) {
      throw new IllegalArgumentException("a queue needs room for one item: " + capacity);
    }
  }

  /**
   * Makes a queue that gives the items in the order in which they were put.
   *
   * @param capacity how many items it holds before {@link #put} waits, at least one
   */
  public static <T> AsyncQueue<T> bounded(int capacity) {
    return new AsyncQueue<>(new Store.Fifo<>(), capacity);
  }

  /**
   * Makes a queue without a limit, in which {@link #put} never waits. It gives the items in the
   * order in which they were put.
   */
  public static <T> AsyncQueue<T> unbounded() {
    return bounded(Integer.MAX_VALUE);
  }

  /**
   * Makes a queue that gives the smallest item first; of equal ones, the one that was put first.
   *
   * <p>In asyncio: PriorityQueue.
   *
   * @param capacity how many items it holds before {@link #put} waits, at least one; {@link
   *     Integer#MAX_VALUE} for no limit
   * @param order says which is smaller. What it throws, the method that puts or takes throws
   */
  public static <T> AsyncQueue<T> priority(int capacity, Comparator<? super T> order) {
    return new AsyncQueue<>(new Store.Sorted<>(order), capacity);
  }

  /**
   * Makes a queue that gives the item first that was put last.
   *
   * <p>In asyncio: LifoQueue.
   *
   * @param capacity how many items it holds before {@link #put} waits, at least one; {@link
   *     Integer#MAX_VALUE} for no limit
   */
  public static <T> AsyncQueue<T> lifo(int capacity) {
    return new AsyncQueue<>(new Store.Lifo<>(), capacity);
  }

  /**
   * Puts an item in, after waiting for room if the queue is full. If there is room, and nobody else
   * waits for it, this does not give way to other tasks.
   *
   * <p>In asyncio: {@code put}.
   *
   * @return when it has ended, the item is in the queue. When it was interrupted, or has failed, it
   *     is not. It fails with {@link QueueShutdownException} if the queue is shut down, before or
   *     while it waits, and with {@link IllegalStateException} if the queue belongs to another loop
   */
  public Coroutine<Void> put(T item) {
    return new Put<>(this, Objects.requireNonNull(item));
  }

  /**
   * Takes the next item, after waiting for one if the queue is empty. If there is one, this does
   * not give way to other tasks.
   *
   * <p>In asyncio: {@code get}.
   *
   * @return when it has ended, the item is out of the queue. When it was interrupted, none is
   *     taken. It fails with {@link QueueShutdownException} if the queue is shut down and empty,
   *     before or while it waits, and with {@link IllegalStateException} if the queue belongs to
   *     another loop
   */
  public Coroutine<T> take() {
    return new Take.Item<>(this);
  }

  /**
   * Puts an item in if that is possible without waiting.
   *
   * <p>In asyncio: {@code put_nowait}.
   *
   * @return false if the queue is full, or others wait to put
   * @throws QueueShutdownException if it is shut down
   */
  public boolean tryPut(T item) {
    checkThread();
    return putAtOnce(Objects.requireNonNull(item));
  }

  /**
   * Takes the next item if that is possible without waiting.
   *
   * <p>In asyncio: {@code get_nowait}.
   *
   * @return null if there is none that is not handed to another task
   * @throws QueueShutdownException if it is shut down and empty
   */
  public @Nullable T tryTake() {
    checkThread();
    T item = takeAtOnce();
    if (item == null && shutDown) {
      throw new QueueShutdownException();
    }
    return item;
  }

  /**
   * Walks through the items, taking each, until the queue is shut down and empty. Several tasks may
   * do so at the same time: each item goes to one of them.
   *
   * <p>Interrupting {@code moveNext()} takes no item. Leaving the walk leaves the rest in the
   * queue.
   */
  @Override
  public AsyncIterator<T> iterator() {
    return new QueueIterator<>(this);
  }

  /**
   * Says that an item which was taken has been dealt with. For those who {@link #join}.
   *
   * <p>In asyncio: {@code task_done}.
   *
   * @throws IllegalStateException if that was said of every item already
   */
  public void taskDone() {
    checkThread();
    if (unfinished == 0) {
      throw new IllegalStateException("taskDone() was called more often than items were put");
    }
    finish(1);
  }

  private void finish(int items) {
    unfinished -= items;
    if (unfinished == 0) {
      finished.open();
    }
  }

  /**
   * Waits until {@link #taskDone} was called for every item that was put. A cancellation ends the
   * waiting.
   *
   * <p>In asyncio: {@code join}.
   */
  public Coroutine<Void> join() {
    return new PassGate(finished);
  }

  /**
   * Takes no more items in. What is there can still be taken. Tasks that wait to put fail with
   * {@link QueueShutdownException}; so do those that wait to take, for the queue is empty then.
   *
   * <p>In asyncio: {@code shutdown}.
   */
  public void shutdown() {
    shutdown(false);
  }

  /**
   * Takes no more items in, and drops those that are there, if so wanted. Dropped items count as
   * dealt with, so that {@link #join} waits only for those that were taken.
   *
   * <p>In asyncio: {@code shutdown(immediate)}.
   *
   * @param immediate whether to drop what is there; even if that is the second call, after one that
   *     did not
   */
  public void shutdown(boolean immediate) {
    checkThread();
    shutDown = true;
    if (immediate && !dropped) {
      dropped = true;
      int items = Math.min(size(), unfinished);
      handedOut = 0;
      store.clear();
      finish(items);
    }
    for (Take<T, ?> next = takers.removeFirst(); next != null; next = takers.removeFirst()) {
      next.call();
    }
    for (Put<T> next = putters.removeFirst(); next != null; next = putters.removeFirst()) {
      reserved++;
      next.call();
    }
  }

  /** Returns whether {@link #shutdown} was called. */
  public boolean isShutdown() {
    checkThread();
    return shutDown;
  }

  /**
   * Returns how many items are in the queue. An item counts that was handed to a task which waited
   * for it, until the turn of that task.
   *
   * <p>In asyncio: {@code qsize}.
   */
  public int size() {
    checkThread();
    return store.size() + handedOut;
  }

  /** Returns whether {@link #size} is 0. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Returns whether there is no room. A place counts as taken that was handed to a task which
   * waited for it.
   */
  public boolean isFull() {
    return size() + reserved >= capacity;
  }

  /** Returns how many items it can hold; {@link Integer#MAX_VALUE} if there is no limit. */
  public int capacity() {
    return capacity;
  }

  /** Returns how many items were put for which {@link #taskDone} was not called. */
  public int unfinished() {
    checkThread();
    return unfinished;
  }

  /** Puts an item in if there is room and nobody is before. */
  boolean putAtOnce(T item) {
    if (shutDown) {
      throw new QueueShutdownException();
    }
    // Who was called may not be overtaken on the way to its turn, even if there is room for more.
    if (isFull() || reserved > 0 || !putters.isEmpty()) {
      return false;
    }
    insert(item);
    return true;
  }

  private void insert(T item) {
    Take<T, ?> next = takers.removeFirst();
    if (next == null) {
      store.add(item);
    } else {
      handedOut++;
      next.call(item);
    }
    unfinished++;
    finished.shut();
  }

  /** Puts an item into the place that was handed to its task. */
  void putReserved(T item) {
    reserved--;
    if (shutDown) {
      throw new QueueShutdownException();
    }
    try {
      insert(item);
    } finally {
      handOutPlaces();
    }
  }

  /** Gives back a place that was handed to a task which does not put. */
  void returnReserved() {
    reserved--;
    handOutPlaces();
  }

  private void handOutPlaces() {
    while (!isFull()) {
      Put<T> next = putters.removeFirst();
      if (next == null) {
        return;
      }
      reserved++;
      next.call();
    }
  }

  /** Takes an item if there is one for newcomers. */
  @Nullable T takeAtOnce() {
    T item = store.remove();
    if (item != null) {
      handOutPlaces();
    }
    return item;
  }

  /** Takes the item that was handed to a task; returns false if it was dropped meanwhile. */
  boolean takeHandedOut() {
    if (dropped) {
      return false;
    }
    handedOut--;
    handOutPlaces();
    return true;
  }

  /** Gives back an item that was handed to a task and not taken. */
  void giveBack(T item) {
    if (dropped) {
      return;
    }
    Take<T, ?> next = takers.removeFirst();
    if (next == null) {
      handedOut--;
      store.putBack(item);
    } else {
      next.call(item);
    }
  }

  Line<Take<T, ?>> takers() {
    return takers;
  }

  Line<Put<T>> putters() {
    return putters;
  }

  @Override
  boolean isIdle() {
    return takers.isEmpty() && putters.isEmpty() && finished.line().isEmpty();
  }

  @Override
  String state() {
    String of = capacity == Integer.MAX_VALUE ? "" : " of " + capacity;
    String end = shutDown ? ", shut down" : "";
    return store.size() + handedOut + of + " items, " + unfinished + " unfinished" + end;
  }
}
