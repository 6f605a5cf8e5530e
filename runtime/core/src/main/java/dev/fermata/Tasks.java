package dev.fermata;

import dev.fermata.internal.scope.AsCompleted;
import dev.fermata.internal.scope.WaitForMany;
import dev.fermata.internal.task.Dumps;
import dev.fermata.internal.task.Loop;
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
   * Writes {@linkplain #dump(Appendable) the same} to the error stream of the program.
   *
   * <p>In asyncio: {@code print_call_graph}, of all tasks.
   */
  public static void dump() {
    dump(System.err);
  }

  /**
   * Writes down the tasks of this loop that are not done: the name of each, what it does or waits
   * for and how long yet, who holds that, who has asked it to end, its time limit, and where it is.
   * A task stands below one that awaits it or has it in a group. Tasks that differ by nothing but
   * their names and times are written once, with their number; tasks that wait for each other in a
   * circle are named at the end. Of very long stacks, and of very many tasks, a part is left out,
   * and how much that is. The text is for people, and may change.
   *
   * <p>In a thread that runs no loop, it does the same for all loops, as {@link #dumpAll}.
   *
   * <p>In asyncio: {@code python -m asyncio pstree}.
   *
   * @throws UncheckedIOException if {@code out} fails
   */
  public static void dump(Appendable out) {
    Dumps.write(out);
  }

  /**
   * Writes down the tasks of all loops of this JVM that are not closed. For any thread: each loop
   * writes its part in a turn of its own, so that it says what was at one moment.
   *
   * <p>It takes a second at most. A loop that has not come to a turn by then is held up, by a call
   * that blocks or by a step that does not end: the stack of its thread is written, and of its
   * tasks what is seen from outside. As they may change while one looks, that may be torn; what
   * stands still is right. On the thread of a loop, that loop is held up itself meanwhile.
   *
   * @throws UncheckedIOException if {@code out} fails
   */
  public static void dumpAll(Appendable out) {
    Dumps.writeAll(out);
  }

  /**
   * What {@link #wait} found, in the order in which it was given.
   *
   * @param done what is done
   * @param pending what is not
   */
  public record Waited<D>(Set<D> done, Set<D> pending) {}
}
