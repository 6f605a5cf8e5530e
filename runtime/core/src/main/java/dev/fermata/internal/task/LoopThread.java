package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.DeadlockException;
import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.loop.Scheduler;
import org.jspecify.annotations.Nullable;

/** Lets the current thread run a loop. */
final class LoopThread {
  private LoopThread() {}

  /**
   * Takes turns until {@code awaited} is done, and one more, as asyncio does.
   *
   * @param onInterrupt what to do when this thread is interrupted; its status is set again in the
   *     end
   * @throws DeadlockException if nothing is left that could make it done
   */
  static void runUntilDone(Loop loop, AbstractDeferred<?> awaited, Runnable onInterrupt) {
    Stop stop = new Stop();
    awaited.addWaiter(stop);
    try {
      runUntil(stop, loop, onInterrupt);
    } finally {
      awaited.removeWaiter(stop);
    }
  }

  /**
   * Takes turns until {@code stop} is reached.
   *
   * @see #runUntilDone
   */
  static void runUntil(Stop stop, Loop loop, Runnable onInterrupt) {
    requireNoLoop();
    enter(loop, () -> takeTurns(stop, loop, onInterrupt));
  }

  private static void takeTurns(Stop stop, Loop loop, Runnable onInterrupt) {
    Scheduler scheduler = loop.scheduler();
    boolean interrupted = false;
    try {
      while (!stop.reached) {
        if (scheduler.isIdle()) {
          Deadlock.look(loop);
        }
        scheduler.turn();
        loop.tidyUp();
        if (Thread.interrupted()) {
          interrupted = true;
          onInterrupt.run();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Ends all that is left in a loop that does not run any more.
   *
   * @param group loops that do the same; null if there are none
   */
  static void end(Loop loop, @Nullable Lockstep group) {
    Shutdown shutdown = new Shutdown(loop, group);
    for (var wait = shutdown.next(); wait != null; wait = shutdown.next()) {
      runUntilDone(loop, wait, shutdown::hurry);
    }
  }

  /** Ends all that is left in a loop that does not run any more, and closes it. */
  static void shutDown(Loop loop) {
    try {
      end(loop, null);
    } finally {
      enter(loop, loop::close);
    }
  }

  static void requireNoLoop() {
    Loop running = Running.onThisThread().loop;
    if (running != null) {
      throw new IllegalStateException(
          running + " runs in this thread; await the coroutine, or start it");
    }
  }

  private static void enter(Loop loop, Runnable action) {
    try {
      act(loop, action);
    } finally {
      loop.setOwner(null);
    }
  }

  /** Does something as the thread of a loop; this thread may have another one, which waits. */
  static void act(Loop loop, Runnable action) {
    Running thread = Running.onThisThread();
    Loop outer = thread.loop;
    Context outside = thread.context();
    Carried carriedBefore = thread.carry(loop.carriers());
    thread.loop = loop;
    loop.execution().runOn(thread);
    loop.setOwner(Thread.currentThread());
    try {
      action.run();
    } finally {
      loop.execution().runOn(null);
      thread.loop = outer;
      thread.setContext(outside);
      thread.carryNoMore(carriedBefore);
    }
  }

  /** Is reached in the turn after the one in which what it waits for is done. */
  static final class Stop implements Ready {
    private boolean reached;

    @Override
    public void turn() {
      reached = true;
    }
  }
}
