package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopTask;
import dev.fermata.internal.task.Obstacle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits, for as many tasks at a time.
 *
 * <pre>{@code
 * try (var permit = await(connections.acquire())) {
 *   await(query());
 * }
 * }</pre>
 *
 * <p>First come, first served: who asks for many permits is not overtaken by who asks for few, and
 * a task that takes a permit again at once comes after those who wait. A task that is cancelled
 * while it waits leaves the line; what was just handed to it goes on to the next.
 *
 * <p>A semaphore is bounded: its permits come back from those who have them, and never become more
 * than there were at first. An {@linkplain #unbounded unbounded} one can be given more.
 *
 * <p>It belongs to the loop that first uses it, and is for the thread of that loop.
 *
 * <p>In asyncio: BoundedSemaphore; an unbounded one is a Semaphore.
 */
public final class AsyncSemaphore extends LoopBound {
  private static final int UNBOUNDED = -1;

  private final Line<AcquirePermit> line = new Line<>();

  /** Who has permits of a bounded one. */
  private final Line<AcquirePermit> holders = new Line<>();

  private final int bound;
  private int permits;

  /** How many were handed permits and have not had their turn since. */
  private int promised;

  private AsyncSemaphore(int permits, int bound) {
    this.permits = permits;
    this.bound = bound;
  }

  /**
   * Makes a bounded semaphore.
   *
   * @param permits how many there are, at least one
   */
  public AsyncSemaphore(int permits) {
    this(permits, permits);
    if (permits < 1) {
      throw new IllegalArgumentException(
          "a bounded semaphore needs at least one permit: " + permits);
    }
  }

  /**
   * Makes a semaphore that can be given more permits by {@link #release(int)}. It may begin with
   * none.
   */
  public static AsyncSemaphore unbounded(int permits) {
    if (permits < 0) {
      throw new IllegalArgumentException("a negative number of permits: " + permits);
    }
    return new AsyncSemaphore(permits, UNBOUNDED);
  }

  /**
   * Waits until this task has one permit.
   *
   * <p>In asyncio: {@code acquire}, {@code async with semaphore}.
   *
   * @return what gives it back
   * @see #acquire(int)
   */
  public Coroutine<Permit> acquire() {
    return acquire(1);
  }

  /**
   * Waits until this task has some permits, all at once.
   *
   * <p>If they are there and nobody waits, it does not give way to other tasks. A cancellation
   * while it waits leaves the permits to others.
   *
   * @param count how many, at least one
   * @return what gives them back. It fails with {@link IllegalStateException} if this belongs to
   *     another loop
   * @throws IllegalArgumentException if there will never be so many
   */
  public Coroutine<Permit> acquire(int count) {
    requirePossible(count);
    return new AcquirePermit(this, count);
  }

  /**
   * Acquires one permit if that is possible without waiting or overtaking.
   *
   * @return what gives it back; null if there is none, or others wait
   * @throws IllegalStateException outside a task, or if it belongs to another loop
   */
  public @Nullable Permit tryAcquire() {
    return tryAcquire(1);
  }

  /**
   * Acquires some permits if that is possible without waiting or overtaking.
   *
   * @param count how many, at least one
   * @return what gives them back; null if there are too few, or others wait
   * @throws IllegalArgumentException if there will never be so many
   * @throws IllegalStateException outside a task, or if it belongs to another loop
   */
  public @Nullable Permit tryAcquire(int count) {
    requirePossible(count);
    AcquirePermit acquired = new AcquirePermit(this, count);
    acquired.discard(); // it is not awaited
    acquired.enter(Loop.current().execution());
    return acquired.takeAtOnce() ? acquired : null;
  }

  private void requirePossible(int count) {
    if (count < 1 || (bound != UNBOUNDED && count > bound)) {
      throw new IllegalArgumentException(count + " permits of " + this);
    }
  }

  /**
   * Adds a permit to an unbounded semaphore.
   *
   * @see #release(int)
   */
  public void release() {
    release(1);
  }

  /**
   * Adds permits to an unbounded semaphore, whoever has acquired any. Those who are next in line
   * get them.
   *
   * <p>In asyncio: {@code Semaphore.release}.
   *
   * @param count how many, at least one
   * @throws IllegalStateException if it is bounded: its permits are given back by {@link
   *     Permit#release}, or by the {@code try} over them
   */
  public void release(int count) {
    if (bound != UNBOUNDED) {
      throw new IllegalStateException("permits are given back one by one: " + this);
    }
    if (count < 1) {
      throw new IllegalArgumentException("not a number of permits: " + count);
    }
    checkThread();
    permits = Math.addExact(permits, count);
    handOut();
  }

  /**
   * Returns whether acquiring a permit would wait: there is none, or others come first.
   *
   * <p>In asyncio: {@code locked}.
   */
  public boolean isLocked() {
    checkThread();
    return permits == 0 || isLined();
  }

  /** Returns how many permits nobody has, and nobody is about to have. */
  public int availablePermits() {
    checkThread();
    return permits;
  }

  /** Returns whether somebody waits, or was called and has not had its turn. */
  private boolean isLined() {
    return promised > 0 || !line.isEmpty();
  }

  /** Takes permits if there are so many and nobody is before. */
  boolean takeAtOnce(AcquirePermit acquired) {
    if (permits < acquired.count() || isLined()) {
      return false;
    }
    permits -= acquired.count();
    hold(acquired);
    return true;
  }

  private void hold(AcquirePermit acquired) {
    if (bound != UNBOUNDED) {
      holders.add(acquired);
    }
  }

  /** Takes the permits that were handed out. Newcomers had to wait for that. */
  void takePromised(AcquirePermit acquired) {
    promised--;
    hold(acquired);
    handOut();
  }

  /** Gives back permits that were handed out and not taken. */
  void returnPromised(AcquirePermit acquired) {
    promised--;
    permits += acquired.count();
    handOut();
  }

  /** Gives permits back that were taken. */
  void giveBack(AcquirePermit acquired) {
    if (bound != UNBOUNDED) {
      holders.remove(acquired);
    }
    permits += acquired.count();
    handOut();
  }

  /** Hands permits to those who are next. */
  void handOut() {
    for (AcquirePermit next = line.first();
        next != null && next.count() <= permits;
        next = line.first()) {
      line.remove(next);
      permits -= next.count();
      promised++;
      next.call();
    }
  }

  Line<AcquirePermit> line() {
    return line;
  }

  Line<AcquirePermit> holders() {
    return holders;
  }

  Obstacle obstacle(int count) {
    Set<LoopTask<?>> tasks = new LinkedHashSet<>();
    for (AcquirePermit one = holders.first(); one != null; one = holders.after(one)) {
      tasks.add(one.task());
    }
    String text = count == 1 ? "a permit of" : count + " permits of";
    return new Obstacle(text, this, state(), List.copyOf(tasks));
  }

  @Override
  boolean isIdle() {
    return !isLined() && holders.isEmpty();
  }

  @Override
  String state() {
    String of = bound == UNBOUNDED ? "" : " of " + bound;
    return permits + of + " permits free, " + line.size() + " waiting";
  }
}
