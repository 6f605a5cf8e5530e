package dev.fermata.internal.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** What runs the blocking calls of a loop: an executor that it was given, or one of its own. */
final class BlockingCalls {
  private final String name;
  private final @Nullable Executor given;
  private @Nullable ExecutorService own;

  BlockingCalls(String name, @Nullable Executor given) {
    this.name = name;
    this.given = given;
  }

  Executor executor() {
    if (given != null) {
      return given;
    }
    ExecutorService present = own;
    if (present == null) {
      present = Threads.newExecutor(name);
      own = present;
    }
    return present;
  }

  /** Ends the threads of an own executor, and waits for what they still do. */
  void close() {
    if (own != null) {
      Threads.shutdown(own);
    }
  }
}
