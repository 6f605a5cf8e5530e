package dev.fermata.samples.soak;

import dev.fermata.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and other threads that have their say when the loop has nothing else to do, one
 * after the other: so a round with threads goes the same way for the same seed.
 */
final class Outside implements Clock, Executor, AutoCloseable {
  private final Clock clock = Clock.virtual();
  private final Queue<Runnable> jobs = new ArrayDeque<>();
  private final Thread thread = new Thread(this::work, "outside");
  private @Nullable Runnable current;
  private boolean closed;

  Outside() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable job) {
    jobs.add(job);
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  public boolean isVirtual() {
    return true;
  }

  @Override
  public void park(long deadline, boolean outside) {
    Runnable job = jobs.poll();
    if (job != null) {
      handOver(job);
      return;
    }
    if (deadline == NEVER) {
      throw new IllegalStateException("the loop waits for something that never comes");
    }
    clock.park(deadline, false);
  }

  /** Has the other thread run a job to its end. */
  private synchronized void handOver(Runnable job) {
    current = job;
    notifyAll();
    boolean interrupted = false;
    while (current != null) {
      try {
        wait();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void work() {
    while (!closed) {
      Runnable job = current;
      if (job != null) {
        job.run();
        current = null;
        notifyAll();
        continue;
      }
      try {
        wait();
      } catch (InterruptedException cancelled) {
        // The job that was to be interrupted has ended.
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
