package dev.fermata;

import dev.fermata.internal.scope.Entered;

/**
 * A resource made of an async generator: what comes before its one {@code emit} opens it, what
 * comes after closes it.
 *
 * <pre>{@code
 * @Async
 * AsyncGenerator<Connection> connection() {
 *   var connection = await(pool.take());
 *   try {
 *     emit(connection);
 *   } finally {
 *     await(pool.putBack(connection));
 *   }
 *   return end();
 * }
 *
 * try (var context = await(AsyncContext.enter(connection()))) {
 *   await(context.value().send(query));
 * }
 * }</pre>
 *
 * <p>A failure of the body is thrown at the {@code emit}. The generator can replace it by another
 * one; if it swallows it, the failure stays.
 *
 * <p>In asyncio: {@code asynccontextmanager}.
 *
 * @param <T> the type of the value
 */
public sealed interface AsyncContext<T> extends AsyncScope permits Entered {
  /**
   * Runs a generator to its {@code emit}.
   *
   * @return fails with {@link IllegalStateException} if the generator emits nothing
   */
  static <T> Coroutine<AsyncContext<T>> enter(AsyncGenerator<T> generator) {
    return Entered.enter(generator);
  }

  /** Returns what the generator has emitted. */
  T value();
}
