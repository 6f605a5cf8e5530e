package dev.fermata.internal.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the threads of loops in debug mode while a step takes long: afterwards nobody could say
 * where it was. It is one thread for all, and ends when there is no such loop any more.
 */
final class Watchdog implements Runnable {
  private static final Set<SlowTurns> WATCHED = Collections.newSetFromMap(new WeakHashMap<>());

  private static @Nullable Thread thread;

  private Watchdog() {}

  static void watch(SlowTurns turns) {
    synchronized (WATCHED) {
      WATCHED.add(turns);
      if (thread == null) {
        Thread started = new Thread(new Watchdog(), "fermata-watchdog");
        started.setDaemon(true);
        thread = started;
        started.start();
      }
    }
  }

  static void unwatch(SlowTurns turns) {
    synchronized (WATCHED) {
      WATCHED.remove(turns);
    }
  }

  @Override
  public void run() {
    try {
      for (List<SlowTurns> watched = watched(); !watched.isEmpty(); watched = watched()) {
        long pause = Long.MAX_VALUE;
        for (SlowTurns turns : watched) {
          pause = Math.min(pause, turns.look());
        }
        LockSupport.parkNanos(this, pause);
      }
    } finally {
      leave();
    }
  }

  /**
   * Returns what is left, and leaves if that is nothing. What is counted is the copy, which keeps
   * its elements: of the set, the collector may take the last one at any moment.
   */
  private static List<SlowTurns> watched() {
    synchronized (WATCHED) {
      List<SlowTurns> watched = new ArrayList<>(WATCHED);
      if (watched.isEmpty()) {
        leave();
      }
      return watched;
    }
  }

  /** Lets the next one who is needed be started; also when this one breaks down. */
  private static void leave() {
    synchronized (WATCHED) {
      if (thread == Thread.currentThread()) {
        thread = null;
      }
    }
  }
}
