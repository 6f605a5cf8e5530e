package dev.fermata;

import dev.fermata.internal.scope.LoopTaskGroup;

/**
 * Tasks that end together. A {@code try (…)} over it waits at its end for every task that was
 * started in it.
 *
 * <pre>{@code
 * try (var group = TaskGroup.open()) {
 *   group.start(readSensors());
 *   group.start(writeLog());
 * } // both are done here
 * }</pre>
 *
 * <p>When one of them fails, the others are cancelled, and so is the body if it still runs. When
 * all have ended, the failures are thrown as one {@link ExceptionGroup}, in the order in which they
 * happened, with that of the body last. A task that ends cancelled is no failure.
 *
 * <p>A cancellation from outside cancels the tasks too, and is thrown when they have ended; if any
 * of them has failed, that is thrown instead, and the cancellation at the next await.
 *
 * <p>A {@link VirtualMachineError} or {@link LinkageError} is thrown as it is.
 *
 * <p>In asyncio: TaskGroup.
 */
public sealed interface TaskGroup extends AsyncScope permits LoopTaskGroup {
  /**
   * Opens a group for the running task.
   *
   * @throws IllegalStateException outside a task
   */
  static TaskGroup open() {
    return LoopTaskGroup.open();
  }

  /**
   * Starts a task in this group. It takes its first step in the next turn. Any task of the loop may
   * do that, and a callback.
   *
   * <p>In asyncio: {@code TaskGroup.create_task}.
   *
   * @throws IllegalStateException if the group is shutting down or has ended, or the coroutine was
   *     used before
   */
  <T> Task<T> start(Coroutine<T> coroutine);

  /**
   * Starts a task with a name in this group.
   *
   * @throws IllegalStateException if the group is shutting down or has ended
   */
  <T> Task<T> start(Coroutine<T> coroutine, String name);

  /**
   * Starts a task in this group that takes its first step at once.
   *
   * @throws IllegalStateException if the group is shutting down or has ended
   * @see Coroutines#startEagerly(Coroutine)
   */
  <T> Task<T> startEagerly(Coroutine<T> coroutine);

  /**
   * Starts a task with a name in this group that takes its first step at once.
   *
   * @throws IllegalStateException if the group is shutting down or has ended
   * @see Coroutines#startEagerly(Coroutine)
   */
  <T> Task<T> startEagerly(Coroutine<T> coroutine, String name);

  /**
   * Ends this group early, as when one of its tasks has found what all are looking for: its tasks
   * are cancelled, and nothing can be started in it any more. That is no failure: the {@code try}
   * ends as usual when all of them have ended. What they throw while they clean up is a failure as
   * ever.
   *
   * <p>The body is not interrupted, since Java could not go on after the {@code try} then. One that
   * goes on starting tasks asks {@link #isCancelled}.
   *
   * <p>Nothing happens if the group is shutting down or has ended.
   *
   * <p>In asyncio: {@code TaskGroup.cancel}, which interrupts the body, too.
   */
  void cancel();

  /**
   * Returns whether nothing can be started in this group any more, since it was cancelled or one of
   * its tasks has failed.
   */
  boolean isCancelled();
}
