package dev.fermata.internal.task;

import dev.fermata.EventLoop;
import dev.fermata.internal.loop.Pump;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A loop whose turns are tasks of somebody else's executor. */
public final class HostedLoop implements EventLoop.Hosted {
  private final Loop loop;
  private final Pump pump;
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
  private @Nullable Shutdown shutdown;
  private @Nullable Throwable fatal;
  private boolean ended;

  private HostedLoop(Loop loop, Executor host) {
    this.loop = loop;
    loop.setHosted();
    this.pump = new Pump(loop.scheduler(), host, this::run, this::refused);
  }

  /** Lets {@code host} run a loop from now on. */
  static HostedLoop open(Loop loop, Executor host) {
    return new HostedLoop(loop, host);
  }

  /** Runs as a task of the host. */
  private void run() {
    if (loop.isClosed()) {
      return;
    }
    try {
      LoopThread.act(loop, this::takeTurns);
    } catch (Throwable failure) {
      failed(failure);
      throw failure;
    }
  }

  private void takeTurns() {
    loop.tidyUp();
    pump.slice();
    if (loop.isDebug() && loop.scheduler().isIdle()) {
      loop.circles().atRest();
    }
    if (ended) {
      close(fatal);
    }
  }

  /** Something fatal has left the loop; what leaves it the second time ends it. */
  private void failed(Throwable failure) {
    if (fatal == null) {
      fatal = failure;
      loop.post(this::shutDown);
      pump.resume();
    } else {
      LoopThread.act(loop, () -> close(failure));
    }
  }

  /** The host takes no tasks any more, so that nothing of the loop will ever run. */
  private void refused(Throwable thrown) {
    Throwable refusal =
        new RejectedExecutionException("the host of " + loop + " has ended", thrown);
    Thread last =
        Threads.unstarted(
            () -> LoopThread.act(loop, () -> close(refusal)), loop.name() + "-closing");
    last.start();
  }

  private void close(@Nullable Throwable failure) {
    pump.close();
    try {
      loop.close();
    } finally {
      if (failure == null) {
        closed.complete(null);
      } else {
        closed.completeExceptionally(failure);
      }
    }
  }

  @Override
  public EventLoop loop() {
    return loop;
  }

  @Override
  public CompletableFuture<@Nullable Void> shutdown() {
    loop.post(this::shutDown);
    return closed.copy();
  }

  private void shutDown() {
    if (shutdown == null) {
      shutdown = new Shutdown(loop, null);
      proceed(shutdown);
    }
  }

  private void proceed(Shutdown steps) {
    LoopPromise<?> wait = steps.next();
    if (wait == null) {
      ended = true;
    } else {
      wait.addWaiter(() -> proceed(steps));
    }
  }

  @Override
  public void close() {
    Bridge.requireNoLoop("close()");
    if (loop.isOwnedByThisThread()) {
      throw new IllegalStateException("close() would block the host of " + loop);
    }
    Bridge.get(shutdown());
  }

  @Override
  public String toString() {
    return "Hosted" + loop;
  }
}
