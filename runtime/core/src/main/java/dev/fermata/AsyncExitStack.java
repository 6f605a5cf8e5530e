package dev.fermata;

import dev.fermata.internal.scope.ExitStack;

/**
 * Any number of resources that are left together, at the end of one {@code try (…)}: the last one
 * first, as if each had a {@code try} of its own.
 *
 * <pre>{@code
 * try (var stack = AsyncExitStack.open()) {
 *   var connections = new ArrayList<Connection>();
 *   for (URI uri : uris) {
 *     connections.add(stack.add(await(connect(uri))));
 *   }
 *   …
 * }
 * }</pre>
 *
 * <p>A resource that is an {@link AsyncScope} is told of the failure of the body, or of what a
 * resource before it has put in its place. Another {@link AsyncCloseable} is closed, and so is any
 * other {@link AutoCloseable}; if that fails after another failure, it is a suppressed one. Each of
 * them is left, whatever the others do.
 *
 * <p>It belongs to one task, like the resources in it.
 *
 * <p>In asyncio: {@code contextlib.AsyncExitStack}.
 */
public sealed interface AsyncExitStack extends AsyncScope permits ExitStack {
  /** Returns one without resources. */
  static AsyncExitStack open() {
    return new ExitStack();
  }

  /**
   * Adds a resource.
   *
   * <p>In asyncio: {@code enter_async_context}, {@code push_async_exit}.
   *
   * @return the resource, which is not null
   * @throws IllegalStateException if the stack was left
   */
  <R extends AutoCloseable> R add(R resource);

  /**
   * Adds something to be done in the end, as a resource that is closed by it.
   *
   * <p>In asyncio: {@code push_async_callback}.
   *
   * @throws IllegalStateException if the stack was left
   */
  void onExit(AsyncCloseable cleanup);

  /**
   * Moves all resources to a new stack, and leaves this one without any. So what was opened in a
   * {@code try (…)} outlives it if all went well.
   *
   * <p>In asyncio: {@code pop_all}.
   */
  AsyncExitStack moveAll();
}
