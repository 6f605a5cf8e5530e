package dev.fermata.internal.task;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A future of what a loop is to do, or that was made of such a one. To block the thread of that
 * loop until it is done would be to wait for ever, and is an error instead.
 *
 * @param <T> the type of the value
 */
class LoopFuture<T> extends CompletableFuture<T> {
  private final Loop loop;

  /** What it comes from. As long as that is pending, the loop has it. */
  private final WeakReference<AbstractDeferred<?>> source;

  LoopFuture(AbstractDeferred<?> source) {
    this(source.home(), new WeakReference<>(source));
  }

  private LoopFuture(Loop loop, WeakReference<AbstractDeferred<?>> source) {
    this.loop = loop;
    this.source = source;
  }

  /**
   * Returns the pending deferred of {@code loop} that a stage waits for, if that is known; null if
   * there is none, or it is done.
   */
  static @Nullable AbstractDeferred<?> pendingSource(Loop loop, CompletionStage<?> stage) {
    AbstractDeferred<?> deferred =
        stage instanceof LoopFuture<?> future && future.loop == loop ? future.source.get() : null;
    return deferred == null || deferred.isDone() ? null : deferred;
  }

  @Override
  public final <U> CompletableFuture<U> newIncompleteFuture() {
    return new LoopFuture<>(loop, source);
  }

  @Override
  public final T get() throws InterruptedException, ExecutionException {
    requireOtherThread("get()");
    return super.get();
  }

  @Override
  public final T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireOtherThread("get()");
    return super.get(timeout, unit);
  }

  @Override
  public final T join() {
    requireOtherThread("join()");
    return super.join();
  }

  private void requireOtherThread(String call) {
    if (!isDone() && loop.isHeldUpByThisThread()) {
      throw new IllegalStateException(
          call
              + " would wait for ever: it blocks the thread of "
              + loop
              + ", which is to complete this future; write await(future)");
    }
  }
}
