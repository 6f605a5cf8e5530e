package dev.fermata.internal.task;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.ExceptionContext;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What runs the blocking calls of a loop: an executor that it was given, or one of its own. */
final class BlockingCalls {
  private final String name;
  private final @Nullable Executor given;
  private final Duration limit;
  private @Nullable ExecutorService own;

  /** Waits for the end of the own one. */
  private @Nullable Thread waiting;

  /**
   * Makes one.
   *
   * @param limit how long to wait for the threads of an own executor in the end
   */
  BlockingCalls(String name, @Nullable Executor given, Duration limit) {
    this.name = name;
    this.given = given;
    this.limit = limit;
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

  /**
   * Ends an own executor: it takes no more calls.
   *
   * @return is done when its threads have ended, or are given up; null if there are none
   */
  @Nullable LoopPromise<Void> end(Loop loop) {
    ExecutorService threads = own;
    if (threads == null) {
      return null;
    }
    threads.shutdown();
    if (threads.isTerminated()) {
      return null;
    }
    LoopPromise<Void> ended = new LoopPromise<>(loop);
    loop.scheduler().outsideBegins();
    Thread waiter =
        Threads.unstarted(
            () -> {
              boolean inTime = awaitEnd(threads);
              loop.post(() -> ended(ended, inTime));
            },
            name + "-shutdown");
    waiting = waiter;
    waiter.start();
    return ended;
  }

  private boolean awaitEnd(ExecutorService threads) {
    try {
      return threads.awaitTermination(Times.nanos(limit), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurry) {
      return true; // nobody wants to know
    }
  }

  private void ended(LoopPromise<Void> promise, boolean inTime) {
    promise.home().scheduler().outsideEnds();
    if (!inTime) {
      interrupt();
      Throwable late = new AsyncTimeoutException("threads of toThread go on after " + limit);
      promise
          .home()
          .report(new ExceptionContext("the event loop is closed without its threads", late, name));
    }
    promise.complete(null);
  }

  /** Interrupts the threads of an own executor, and waits no more for them. */
  void interrupt() {
    if (own != null) {
      own.shutdownNow();
    }
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  /** Takes no more calls. Those that are running are left alone. */
  void close() {
    if (own != null) {
      own.shutdown();
    }
  }
}
