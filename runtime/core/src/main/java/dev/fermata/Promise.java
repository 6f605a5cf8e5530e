package dev.fermata;

import dev.fermata.internal.task.LoopPromise;

/**
 * A {@link Deferred} that is completed by hand. {@link EventLoop#newPromise} makes one.
 *
 * <p>Completing it is for the thread of its loop. Another thread does so through the loop, and in
 * debug mode is told if it does not:
 *
 * <pre>{@code
 * promise.loop().execute(() -> promise.complete(value));
 * }</pre>
 *
 * <p>In asyncio: a Future.
 *
 * @param <T> the type of the value
 */
public sealed interface Promise<T> extends Deferred<T> permits LoopPromise {
  /**
   * Gives it its value. Those who wait go on in the next turn, in the order in which they came.
   *
   * <p>In asyncio: {@code set_result}.
   *
   * @throws IllegalStateException if it is done already; in debug mode, also in the wrong thread
   */
  void complete(T value);

  /**
   * Gives it its failure, which may be of any type, and is thrown as it is. If nobody asks for it,
   * it is reported to the exception handler.
   *
   * <p>In asyncio: {@code set_exception}.
   *
   * @throws IllegalStateException if it is done already; in debug mode, also in the wrong thread
   */
  void fail(Throwable failure);
}
