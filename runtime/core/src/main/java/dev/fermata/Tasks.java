package dev.fermata;

import dev.fermata.internal.scope.AsCompleted;
import dev.fermata.internal.scope.WaitForMany;
import dev.fermata.internal.task.Dump;
import dev.fermata.internal.task.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The tasks of the loop that this thread runs. */
public final class Tasks {
  private Tasks() {}

  /**
   * Returns the task that is running.
   *
   * <p>In asyncio: {@code current_task}.
   *
   * @throws IllegalStateException if there is none: outside a loop, or in a callback
   */
  public static Task<?> current() {
    return Loop.current().currentTask();
  }

  /**
   * Returns the tasks that are not done, in the order in which they were started.
   *
   * <p>In asyncio: {@code all_tasks}.
   *
   * @throws IllegalStateException outside a loop
   */
  public static List<Task<?>> all() {
    return Loop.current().allTasks();
  }

  /**
   * Waits for some of several to be done. It throws no failure of theirs, and cancels none of them,
   * not even when it is cancelled itself.
   *
   * <p>In asyncio: {@code wait}.
   *
   * @param tasks what to wait for, at least one
   * @param until when to return
   * @throws IllegalArgumentException if there is nothing to wait for
   */
  public static <D extends Deferred<?>> Coroutine<Waited<D>> wait(
      Collection<? extends D> tasks, ReturnWhen until) {
    return new WaitForMany<>(tasks, until, null);
  }

  /**
   * Waits for some of several to be done, but not longer than a time.
   *
   * @param tasks what to wait for, at least one
   * @param until when to return
   * @param limit when to return in any case; that is no failure
   * @see #wait(Collection, ReturnWhen)
   */
  public static <D extends Deferred<?>> Coroutine<Waited<D>> wait(
      Collection<? extends D> tasks, ReturnWhen until, Duration limit) {
    return new WaitForMany<>(tasks, until, limit);
  }

  /**
   * Gives several in the order in which they are done. Those that are coroutines are started as
   * tasks, at once.
   *
   * <p>In asyncio: {@code as_completed}.
   *
   * @param all what to wait for. One that is in there twice is given once
   * @return to be walked through once, by {@code for} or by {@code awaitEach}
   * @throws IllegalStateException outside a loop; or if one is a coroutine that was used before:
   *     then none of the others runs
   */
  public static <T, A extends Awaitable<? extends T>> Completions<T, A> asCompleted(
      Collection<? extends A> all) {
    return AsCompleted.of(all, null);
  }

  /**
   * Gives several in the order in which they are done, for not longer than a time. After that, an
   * {@link AsyncTimeoutException} is thrown for each that is not done. They run on.
   *
   * @param all what to wait for
   * @param limit how long to wait for all, from now on
   * @see #asCompleted(Collection)
   */
  public static <T, A extends Awaitable<? extends T>> Completions<T, A> asCompleted(
      Collection<? extends A> all, Duration limit) {
    return AsCompleted.of(all, limit);
  }

  /**
   * Writes down the tasks of this loop that are not done: the name of each, what it waits for and
   * who holds that, and where. A task that is awaited by another one stands below it; tasks that
   * wait for each other in a circle are named at the end. The text is for people, and may change.
   *
   * <p>In asyncio: {@code python -m asyncio pstree}.
   *
   * @throws IllegalStateException outside a loop
   * @throws UncheckedIOException if {@code out} fails
   */
  public static void dump(Appendable out) {
    try {
      Dump.write(Loop.current(), out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * What {@link #wait} found, in the order in which it was given.
   *
   * @param done what is done
   * @param pending what is not
   */
  public record Waited<D>(Set<D> done, Set<D> pending) {}
}
