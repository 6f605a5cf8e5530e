package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopTask;
import java.util.function.BooleanSupplier;

/**
 * Lets tasks that hold a lock wait until another one, with the lock, tells them that something has
 * changed.
 *
 * <pre>{@code
 * try (var held = await(condition.acquire())) {
 *   await(condition.waitUntil(() -> !jobs.isEmpty()));
 *   run(jobs.remove());
 * }
 * }</pre>
 *
 * <p>Waiting gives the lock up, and acquires it again before it ends, also when it ends by a
 * cancellation or a time limit: the {@code try} holds the lock wherever it is left. Only the task
 * that has acquired the lock may wait and signal.
 *
 * <p>A signal is for those who wait at that moment, first come, first served. One that has reached
 * a task which is then cancelled goes on to the next. No task is woken without a signal.
 *
 * <p>It belongs to the loop that first uses it, and is for the thread of that loop.
 *
 * <p>In asyncio: Condition.
 */
public final class AsyncCondition {
  private final AsyncLock lock;
  private final Line<WaitForSignal> line = new Line<>();

  /** Makes a condition with a lock of its own. */
  public AsyncCondition() {
    this(new AsyncLock());
  }

  /** Makes a condition of a lock. Several conditions may share one. */
  public AsyncCondition(AsyncLock lock) {
    this.lock = lock;
  }

  /** Returns its lock. */
  public AsyncLock lock() {
    return lock;
  }

  /**
   * Waits until this task holds the lock.
   *
   * @see AsyncLock#acquire()
   */
  public Coroutine<Held> acquire() {
    return lock.acquire();
  }

  /**
   * Gives the lock up, waits for a signal, and acquires the lock again.
   *
   * <p>A cancellation ends the waiting for the signal; the {@link dev.fermata.CancelledError} is
   * thrown when the lock is there again. Waiting for the lock is not interrupted. If the signal had
   * come already, it goes on to the next who waits.
   *
   * <p>In asyncio: {@code wait}.
   *
   * @return fails with {@link IllegalStateException} if this task does not hold the lock
   */
  public Coroutine<Void> waitForSignal() {
    return new WaitForSignal(this, null);
  }

  /**
   * Waits for signals until something holds; not at all, if it does.
   *
   * <p>In asyncio: {@code wait_for}.
   *
   * @param predicate asked with the lock held, at first and after each signal. What it throws is
   *     thrown, with the lock held
   * @return fails with {@link IllegalStateException} if this task does not hold the lock
   * @see #waitForSignal()
   */
  public Coroutine<Void> waitUntil(BooleanSupplier predicate) {
    return new WaitForSignal(this, predicate);
  }

  /**
   * Wakes some of those who wait. They go on one after the other, when this task has released the
   * lock.
   *
   * <p>In asyncio: {@code notify}.
   *
   * @param n how many; if fewer wait, all of them
   * @throws IllegalStateException if this task does not hold the lock
   */
  @SuppressWarnings("MissingAwait") // the lock is a coroutine, which has run where it is held
  public void signal(int n) {
    requireHeld(Loop.current().execution().task());
    for (int left = n; left > 0 && !line.isEmpty(); left--) {
      passSignal();
    }
  }

  /**
   * Wakes all who wait.
   *
   * <p>In asyncio: {@code notify_all}.
   *
   * @throws IllegalStateException if this task does not hold the lock
   */
  public void signalAll() {
    signal(Integer.MAX_VALUE);
  }

  /** Wakes the first who waits, if anybody does. */
  void passSignal() {
    WaitForSignal first = line.removeFirst();
    if (first != null) {
      first.call();
    }
  }

  /** Returns the hold of a task on the lock. */
  AcquireLock requireHeld(LoopTask<?> task) {
    lock.checkThread();
    AcquireLock held = lock.holder();
    if (held == null || held.task() != task) {
      throw new IllegalStateException(
          task.name() + " does not hold the lock of the condition: " + lock);
    }
    return held;
  }

  Line<WaitForSignal> line() {
    return line;
  }

  @Override
  public String toString() {
    return "AsyncCondition[" + line.size() + " waiting, " + lock + "]";
  }
}
