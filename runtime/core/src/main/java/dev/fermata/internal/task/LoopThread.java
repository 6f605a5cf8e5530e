package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.Context;
import dev.fermata.DeadlockException;
import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.loop.Scheduler;

/** Lets the current thread run a loop. */
final class LoopThread {
  private LoopThread() {}

  /**
   * Takes turns until {@code awaited} is done, and one more, as asyncio does. An interrupt of this
   * thread cancels {@code awaited} if it is a task, and is there again after it.
   *
   * @throws DeadlockException if nothing is left that could make it done
   */
  static void runUntilDone(Loop loop, AbstractDeferred<?> awaited) {
    Stop stop = new Stop();
    awaited.addWaiter(stop);
    try {
      run(loop, () -> takeTurns(loop, awaited, stop));
    } finally {
      awaited.removeWaiter(stop);
    }
  }

  private static void takeTurns(Loop loop, AbstractDeferred<?> awaited, Stop stop) {
    Scheduler scheduler = loop.scheduler();
    boolean interrupted = false;
    try {
      while (!stop.reached) {
        if (scheduler.isStuck()) {
          throw new DeadlockException(Deadlock.describe(loop.allTasks()));
        }
        scheduler.turn();
        loop.unasked().reportCollected();
        LeftGenerators.closeLost(loop);
        if (Thread.interrupted()) {
          interrupted = true;
          if (awaited instanceof LoopTask) {
            awaited.cancelWith(
                Cancellation.of(
                    Source.INTERRUPT, null, "the thread of the event loop was interrupted", null));
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Closes a loop in whose thread nothing runs any more. */
  static void close(Loop loop) {
    run(loop, loop::close);
  }

  private static void run(Loop loop, Runnable action) {
    Running thread = Running.onThisThread();
    if (thread.loop != null) {
      throw new IllegalStateException(thread.loop + " is running in this thread already");
    }
    Context outside = thread.context();
    thread.loop = loop;
    loop.execution().runOn(thread);
    loop.setRunning(true);
    try {
      action.run();
    } finally {
      loop.setRunning(false);
      loop.execution().runOn(null);
      thread.loop = null;
      thread.enter(outside);
    }
  }

  /** Is reached in the turn after the one in which what it waits for is done. */
  private static final class Stop implements Ready {
    boolean reached;

    @Override
    public void turn() {
      reached = true;
    }
  }
}
