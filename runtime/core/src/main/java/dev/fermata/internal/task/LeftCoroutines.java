package dev.fermata.internal.task;

import dev.fermata.ExceptionContext;
import dev.fermata.machine.UnusedCoroutine;
import dev.fermata.machine.UnusedCoroutines;
import java.util.List;

/** In debug mode, tells of the coroutines that the program has made and never used. */
final class LeftCoroutines {
  private final UnusedCoroutines unused = new UnusedCoroutines();
  private final Loop loop;

  LeftCoroutines(Loop loop) {
    this.loop = loop;
  }

  /** Watches those that are made on the thread of a loop which is in debug mode then. */
  static void watch() {
    UnusedCoroutines.watch(
        () -> {
          Loop here = Running.onThisThread().loop;
          return here == null || !here.isDebug() ? null : here.leftCoroutines().unused;
        });
  }

  /** Reports those that were collected. */
  void reportCollected() {
    report(unused.removeCollected());
  }

  /** Reports all. */
  void reportAll() {
    report(unused.removeAll());
  }

  private void report(List<UnusedCoroutine> left) {
    for (UnusedCoroutine one : left) {
      loop.report(new ExceptionContext(one + " was never awaited", one.place(), one.toString()));
    }
  }
}
