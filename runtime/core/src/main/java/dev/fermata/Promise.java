package dev.fermata;

import dev.fermata.internal.task.LoopPromise;

/**
 * A {@link Deferred} that is completed by hand. {@link EventLoop#newPromise} makes one.
 *
 * <p>For the thread of its loop. Another thread completes it through the loop:
 *
 * <pre>{@code
 * loop.execute(() -> promise.complete(value));
 * }</pre>
 *
 * <p>In asyncio: a Future.
 *
 * @param <T> the type of the value
 */
public sealed interface Promise<T> extends Deferred<T> permits LoopPromise {
  /**
   * Gives it its value.
   *
   * @throws IllegalStateException if it is done already
   */
  void complete(T value);

  /**
   * Gives it its failure, which may be of any type.
   *
   * @throws IllegalStateException if it is done already
   */
  void fail(Throwable failure);
}
