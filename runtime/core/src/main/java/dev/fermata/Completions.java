package dev.fermata;

import dev.fermata.internal.scope.AsCompleted;
import java.util.Iterator;

/**
 * Several awaitables in the order in which they are done, made by {@link Tasks#asCompleted}. It can
 * be walked through in two ways:
 *
 * <pre>{@code
 * for (Coroutine<Page> next : Tasks.asCompleted(tasks)) {
 *   show(await(next)); // throws if the one that comes next has failed
 * }
 *
 * for (Task<Page> task : awaitEach(Tasks.asCompleted(tasks))) {
 *   show(task.result()); // one of tasks, and done
 * }
 * }</pre>
 *
 * <p>There is one walk through all of them: each is given once, whoever asks. What is cancelled
 * while it waits for the next one loses none: that one is given to who asks then.
 *
 * @param <T> the type of the values
 * @param <A> the type of the awaitables
 */
public sealed interface Completions<T, A extends Awaitable<? extends T>>
    extends Iterable<Coroutine<T>>, AsyncIterable<A> permits AsCompleted.All {
  /** Returns the one walk through all. */
  @Override
  Walk<T, A> iterator();

  /**
   * A walk: as an iterator it gives for each awaitable a coroutine, which has the outcome of the
   * one that is done next when it is awaited. As an asynchronous iterator, which {@code awaitEach}
   * uses, it gives the awaitables themselves, when they are done; in the place of a coroutine,
   * which was started as a task, one that has its outcome.
   *
   * <p>Closing it, as {@code awaitEach} does when it is left, ends the time limit, and gives
   * nothing more. The awaitables run on.
   *
   * @param <T> the type of the values
   * @param <A> the type of the awaitables
   */
  sealed interface Walk<T, A extends Awaitable<? extends T>>
      extends Iterator<Coroutine<T>>, AsyncIterator<A>, AsyncCloseable permits AsCompleted {}
}
