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
    for (List<SlowTurns> watched = watched(); !watched.isEmpty(); watched = watched()) {
      long pause = Long.MAX_VALUE;
      for (SlowTurns turns : watched) {
        pause = Math.min(pause, turns.look());
      }
      LockSupport.parkNanos(this, pause);
    }
  }

  private static List<SlowTurns> watched() {
    synchronized (WATCHED) {
      if (WATCHED.isEmpty()) {
        thread = null;
      }
      return new ArrayList<>(WATCHED);
    }
  }
}
