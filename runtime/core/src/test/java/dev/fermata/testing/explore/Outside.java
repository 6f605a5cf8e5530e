package dev.fermata.testing.explore;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * What other threads do for a loop, one thing at a time, each when the loop has nothing else to do:
 * so a run that uses threads goes the same way every time.
 */
final class Outside implements Executor {
  private final Queue<Runnable> jobs = new ArrayDeque<>();

  @Override
  public void execute(Runnable job) {
    jobs.add(job);
  }

  /** Runs the oldest job in another thread, to its end; returns whether there was one. */
  boolean runOne() {
    Runnable job = jobs.poll();
    if (job == null) {
      return false;
    }
    Thread thread = new Thread(job, "outside");
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
