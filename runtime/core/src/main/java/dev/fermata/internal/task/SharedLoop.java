package dev.fermata.internal.task;

import dev.fermata.Clock;
import org.jspecify.annotations.Nullable;

/** The loop of those threads that run none: one for all, in a daemon thread. */
final class SharedLoop {
  private static final String NAME = "fermata-shared";

  private static @Nullable Loop shared;

  private SharedLoop() {}

  /** Returns it. It is made at the first call, and again after a fatal error has ended it. */
  static synchronized Loop get() {
    Loop present = shared;
    if (present == null || present.isClosed()) {
      present = open();
      shared = present;
    }
    return present;
  }

  private static Loop open() {
    Loop loop =
        new Loop(NAME, Clock.system(), null, Boolean.getBoolean("fermata.debug"), null, null);
    Thread thread = new Thread(() -> runForever(loop), NAME);
    thread.setDaemon(true);
    thread.start();
    return loop;
  }

  private static void runForever(Loop loop) {
    try {
      LoopThread.runUntilDone(loop, new LoopPromise<>(loop));
    } finally {
      LoopThread.close(loop);
    }
  }
}
