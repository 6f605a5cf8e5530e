package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.Task;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Obstacle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets one task in at a time, for as long as it takes, awaits included.
 *
 * <pre>{@code
 * try (var held = await(lock.acquire())) {
 *   await(write());
 * }
 * }</pre>
 *
 * <p>First come, first served. Releasing it hands it to the next in line, so a task that acquires
 * it again at once comes after those who wait. A task that is cancelled while it waits leaves the
 * line; if the lock was just handed to it, the lock goes on to the next.
 *
 * <p>The lock knows which task holds it. It is not reentrant: acquiring it again in the same task
 * would wait for ever, and is an {@link IllegalStateException}.
 *
 * <p>Code without awaits in it needs no lock: nothing interleaves with it.
 *
 * <p>It belongs to the loop that first uses it, and is for the thread of that loop.
 *
 * <p>In asyncio: Lock, which has no owner.
 */
public final class AsyncLock extends LoopBound {
  /** Who waits to acquire it, or to have it back after a signal. */
  private final Line<Waiter<?>> line = new Line<>();

  private @Nullable AcquireLock holder;

  /** To whom it was handed who has not had its turn since. */
  private @Nullable Waiter<?> promised;

  /** Makes a lock that nobody holds. */
  public AsyncLock() {}

  /**
   * Waits until this task holds the lock.
   *
   * <p>If the lock is free, it is acquired without giving way to other tasks. A cancellation while
   * it waits leaves the lock to others.
   *
   * <p>In asyncio: {@code acquire}, {@code async with lock}.
   *
   * @return what releases it. It fails with {@link IllegalStateException} if this task holds it
   *     already, or if it belongs to another loop
   */
  public Coroutine<Held> acquire() {
    return new AcquireLock(this);
  }

  /**
   * Acquires the lock if that is possible without waiting.
   *
   * @return what releases it; null if another task, or this one, holds it or is about to
   * @throws IllegalStateException outside a task, or if it belongs to another loop
   */
  public @Nullable Held tryAcquire() {
    AcquireLock acquired = new AcquireLock(this);
    acquired.discard(); // it is not awaited
    acquired.enter(Loop.current().execution());
    if (!isFree()) {
      return null;
    }
    take(acquired);
    return acquired;
  }

  /**
   * Returns whether a task holds it. When it was released and handed to a task that waited, that
   * task holds it from its turn on.
   *
   * <p>In asyncio: {@code locked}.
   */
  public boolean isLocked() {
    checkThread();
    return holder != null;
  }

  /** Returns the task that has acquired it, which may have ended since; null if none holds it. */
  public @Nullable Task<?> owner() {
    checkThread();
    AcquireLock present = holder;
    return present == null ? null : present.task();
  }

  /** Returns whether nobody has it or is about to. Then nobody waits for it either. */
  boolean isFree() {
    return holder == null && promised == null;
  }

  boolean isHeldAs(AcquireLock held) {
    return holder == held;
  }

  @Nullable AcquireLock holder() {
    return holder;
  }

  Line<Waiter<?>> line() {
    return line;
  }

  /** It is held from now on, be it that it was free or promised. */
  void take(AcquireLock held) {
    promised = null;
    holder = held;
  }

  /** Hands it to the next in line, or sets it free. */
  void handOn() {
    Waiter<?> next = line.removeFirst();
    holder = null;
    promised = next;
    if (next != null) {
      next.call();
    }
  }

  Obstacle obstacle() {
    Waiter<?> has = holder != null ? holder : promised;
    return new Obstacle("", this, "", has == null ? List.of() : List.of(has.task()));
  }

  @Override
  boolean isIdle() {
    return isFree();
  }

  @Override
  String state() {
    AcquireLock present = holder;
    String now =
        present != null
            ? "held by " + present.task().name()
            : promised != null ? "promised to " + promised.task().name() : "free";
    return now + ", " + line.size() + " waiting";
  }
}
