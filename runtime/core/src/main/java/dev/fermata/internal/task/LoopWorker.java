package dev.fermata.internal.task;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs a loop in a thread of its own, until it is told to stop. Workers that belong together close
 * their loops when nothing is left in any of them, so that what is cleaned up in one may still
 * await another one.
 */
final class LoopWorker {
  private final Loop loop;
  private final Runnable onEnd;
  private final LoopPromise<Void> stop;
  private final LoopPromise<Void> allEnded;
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

  /**
   * Makes one.
   *
   * @param onEnd what to do when it has stopped and nothing is left in the loop, once
   */
  LoopWorker(Loop loop, Runnable onEnd) {
    this.loop = loop;
    this.onEnd = onEnd;
    this.stop = new LoopPromise<>(loop);
    this.allEnded = new LoopPromise<>(loop);
  }

  Loop loop() {
    return loop;
  }

  /** Returns what is done when the loop is closed, and fails if something fatal has left it. */
  CompletableFuture<@Nullable Void> closed() {
    return closed;
  }

  void start(boolean daemon) {
    Thread thread = new Thread(this::run, loop.name());
    thread.setDaemon(daemon);
    thread.start();
  }

  /** Has it stop. For any thread. */
  void stop() {
    complete(stop);
  }

  /** Tells it that all have called {@code onEnd}. For any thread. */
  void allEnded() {
    complete(allEnded);
  }

  private void complete(LoopPromise<Void> promise) {
    loop.post(
        () -> {
          if (!promise.isDone()) {
            promise.complete(null);
          }
        });
  }

  private void run() {
    try {
      try {
        runUntilStopped();
      } finally {
        LoopThread.shutDown(loop);
      }
      closed.complete(null);
    } catch (Throwable failure) {
      closed.completeExceptionally(failure);
      throw failure;
    }
  }

  private void runUntilStopped() {
    try {
      LoopThread.runUntilDone(loop, stop, this::stop);
      LoopThread.end(loop);
    } finally {
      onEnd.run();
    }
    LoopThread.runUntilDone(loop, allEnded, () -> {});
  }
}
