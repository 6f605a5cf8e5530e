package dev.fermata.internal.task;

import org.jspecify.annotations.Nullable;

/** The loop of those threads that run none: one for all, in a daemon thread. */
final class SharedLoop {
  private static @Nullable Loop shared;

  private SharedLoop() {}

  /** Returns it. It is made at the first call, and again after a fatal error has ended it. */
  static synchronized Loop get() {
    Loop present = shared;
    if (present == null || present.isClosed()) {
      present = WorkerGroup.openDaemon("fermata-shared");
      shared = present;
    }
    return present;
  }
}
