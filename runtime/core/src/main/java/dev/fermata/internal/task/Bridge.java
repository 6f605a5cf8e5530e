package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.internal.loop.Inbox;
import dev.fermata.internal.loop.Ready;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * From a deferred, which belongs to a loop, to a future for all threads.
 *
 * @param <T> the type of the value
 */
final class Bridge<T> extends LoopFuture<T> implements Ready, Runnable {
  private final AbstractDeferred<T> deferred;

  private Bridge(AbstractDeferred<T> deferred) {
    super(deferred);
    this.deferred = deferred;
  }

  static <T> CompletableFuture<T> to(AbstractDeferred<T> deferred) {
    Bridge<T> future = new Bridge<>(deferred);
    Loop loop = deferred.home();
    loop.handOut();
    // A loop that is closed does not touch the deferred any more.
    if (loop.isOnThisThread() || !loop.scheduler().post(new Connection(future))) {
      future.connect();
    }
    return future;
  }

  private void connect() {
    Loop loop = deferred.home();
    if (deferred.isDone() || loop.isClosed()) {
      run();
    } else {
      deferred.addWaiter(this);
      loop.addLeftover(this);
    }
  }

  /** The deferred is done. */
  @Override
  public void turn() {
    deferred.home().removeLeftover(this);
    take();
  }

  /** The loop is closed. */
  @Override
  public void run() {
    if (deferred.isDone()) {
      take();
    } else {
      completeExceptionally(Failures.closedBefore(deferred));
    }
  }

  private void take() {
    Throwable failure = deferred.failure();
    if (failure == null) {
      complete(deferred.result());
    } else if (failure instanceof CancelledError cancelled) {
      completeExceptionally(Failures.forFuture(cancelled));
    } else {
      completeExceptionally(failure);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return isDone() ? isCancelled() : cancelWith(Cancellation.of(null));
  }

  /** Cancels what it stands for, too. */
  boolean cancelWith(Cancellation request) {
    if (completeExceptionally(Failures.forFuture(new CancelledError(request)))) {
      deferred.home().post(() -> deferred.cancelWith(request));
    }
    return isCancelled();
  }

  static <T> T join(AbstractDeferred<T> deferred) {
    requireNoLoop("join()");
    if (deferred.isDone()) {
      return deferred.result();
    }
    if (deferred.home().isHeldUpByThisThread()) {
      throw new IllegalStateException("join() would block the host of " + deferred.home());
    }
    return get(to(deferred));
  }

  /** Throws if this thread runs a loop, and so must not do what blocks. */
  static void requireNoLoop(String blocking) {
    if (Running.onThisThread().loop() != null) {
      throw new IllegalStateException(blocking + " would block the event loop; await it instead");
    }
  }

  /** Blocks until {@code future} is done. Its failure is thrown as it is. */
  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledError("interrupted while waiting", interrupted);
    } catch (CancellationException cancelled) {
      throw Failures.ofFuture(cancelled);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw Failures.sneak(cause == null ? failed : cause);
    }
  }

  /**
   * Connects a future on the thread of the loop; when the loop is closed, wherever that is done.
   */
  private static final class Connection extends Inbox.Entry {
    private final Bridge<?> future;

    Connection(Bridge<?> future) {
      this.future = future;
    }

    @Override
    public void turn() {
      future.connect();
    }

    @Override
    protected void dropped() {
      future.connect();
    }
  }
}
