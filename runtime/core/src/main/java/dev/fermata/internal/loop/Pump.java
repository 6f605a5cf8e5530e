package dev.fermata.internal.loop;

import dev.fermata.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the turns of a loop taken by somebody else's executor, the host, in slices. At any time there
 * is one task of it in the host at most; while there is nothing to do, there is none.
 */
public final class Pump {
  /** A slice is short, so that what else the host has to do need not wait. */
  private static final int MOST_ENTRIES = 128;

  private static final long LONGEST_NANOS = 2_000_000;

  private final Scheduler scheduler;
  private final Executor host;
  private final Runnable task;
  private final Consumer<Throwable> refused;

  /** Those that have not rung, the earliest on top: a later one is not set before its turn. */
  private final Deque<Alarm> alarms = new ArrayDeque<>();

  /** What is thrown to a host that runs a task where it is given to it. */
  private final IllegalStateException atOnce;

  /** The thread that gives a task to the host. */
  private volatile @Nullable Thread giver;

  /**
   * Makes one that is at rest.
   *
   * @param task what the host is to run; it calls {@link #slice}
   * @param refused what to do if the host takes no task any more, with what it has thrown; once, in
   *     any thread
   */
  public Pump(Scheduler scheduler, Executor host, Runnable task, Consumer<Throwable> refused) {
    this.scheduler = scheduler;
    this.host = host;
    this.task = task;
    this.refused = refused;
    this.atOnce = new IllegalStateException("the host runs its tasks at once: " + host);
    scheduler.rest(this::submit);
  }

  private void submit() {
    giver = Thread.currentThread();
    try {
      host.execute(this::run);
    } catch (Throwable thrown) {
      if (thrown == atOnce) {
        throw thrown;
      }
      // Whatever it is: a loop that was not given to the host would wait for that for ever.
      refused.accept(thrown);
    } finally {
      giver = null;
    }
  }

  private void run() {
    if (giver == Thread.currentThread()) {
      atOnce.fillInStackTrace();
      throw atOnce;
    }
    task.run();
  }

  /** In the task: goes on, and sees to it that the host is asked for the next one when needed. */
  public void slice() {
    for (Alarm rung = nextRung(); rung != null; rung = nextRung()) {
      scheduler.reach(rung.deadline);
    }
    boolean more = scheduler.slice(MOST_ENTRIES, LONGEST_NANOS);
    if (scheduler.isClosed()) {
      return;
    }
    if (more) {
      submit();
      return;
    }
    long deadline = scheduler.rest(this::submit);
    if (deadline != Clock.NEVER) {
      wakeAt(deadline);
    }
  }

  private @Nullable Alarm nextRung() {
    Alarm first = alarms.peek();
    return first != null && first.rung ? alarms.pop() : null;
  }

  private void wakeAt(long deadline) {
    Alarm first = alarms.peek();
    if (first != null && first.deadline <= deadline) {
      return;
    }
    long delay = deadline - scheduler.time();
    if (delay <= 0) {
      scheduler.wake();
      return;
    }
    Alarm alarm = new Alarm(scheduler, deadline);
    alarms.push(alarm);
    if (host instanceof ScheduledExecutorService timer) {
      try {
        alarm.scheduled = timer.schedule(alarm, delay, TimeUnit.NANOSECONDS);
        return;
      } catch (RejectedExecutionException ended) {
        // It is shut down, but may still run what it has.
      }
    }
    CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS, Runnable::run).execute(alarm);
  }

  /** Goes on after something has left {@link #slice}. */
  public void resume() {
    submit();
  }

  /** Lets go of all that would wake it. */
  public void close() {
    alarms.forEach(Alarm::stop);
    alarms.clear();
  }

  /** Wakes a loop that rests. It is not taken back when the time is not needed any more. */
  private static final class Alarm implements Runnable {
    private final long deadline;
    private volatile @Nullable Scheduler sleeper;
    private volatile boolean rung;
    private @Nullable Future<?> scheduled;

    Alarm(Scheduler sleeper, long deadline) {
      this.sleeper = sleeper;
      this.deadline = deadline;
    }

    @Override
    public void run() {
      rung = true;
      Scheduler woken = sleeper;
      if (woken != null) {
        woken.wake();
      }
    }

    void stop() {
      sleeper = null;
      if (scheduled != null) {
        scheduled.cancel(false);
      }
    }
  }
}
