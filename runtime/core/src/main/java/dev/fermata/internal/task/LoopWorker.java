package dev.fermata.internal.task;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs a loop in a thread of its own, until it is told to stop. Workers that belong together close
 * their loops when nothing is left in any of them, so that what is cleaned up in one may still
 * await another one. A worker whose loop something fatal has left, or whose thread was interrupted,
 * does not wait for the others.
 */
final class LoopWorker {
  private final Loop loop;
  private final Lockstep group;
  private final LoopPromise<Void> stop;
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

  /** Makes one of a group. */
  LoopWorker(Loop loop, Lockstep group) {
    this.loop = loop;
    this.group = group;
    this.stop = new LoopPromise<>(loop);
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
    loop.post(
        () -> {
          if (!stop.isDone()) {
            stop.complete(null);
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
    boolean[] interrupted = {false};
    try {
      LoopThread.runUntilDone(
          loop,
          stop,
          () -> {
            interrupted[0] = true;
            stop();
          });
      if (!interrupted[0]) {
        LoopThread.end(loop, group);
      }
    } finally {
      group.leave();
    }
  }
}
