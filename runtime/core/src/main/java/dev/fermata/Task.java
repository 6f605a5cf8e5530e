package dev.fermata;

import dev.fermata.internal.task.LoopTask;
import java.util.List;

/**
 * A running coroutine. {@link Coroutines#start(Coroutine)} and {@link TaskGroup#start(Coroutine)}
 * make one; it takes its first step in the next turn of the loop. Its outcome is the outcome of the
 * coroutine.
 *
 * <p>A loop keeps its tasks alive until they are done, whether or not anything else refers to them.
 *
 * <p>Cancellation is a request. It is thrown once, as a {@link CancelledError}, at the innermost
 * await of the task, or at its next one if it is running. The task is cancelled if that error ends
 * it. Requests are counted, so that a scope such as {@link Timeout} can tell its own from those
 * that came from outside.
 *
 * <p>Any thread may read its {@link #name}. All else that is not said of a {@link Deferred} is for
 * the thread of its loop.
 *
 * <p>In asyncio: a Task.
 *
 * @param <T> the type of the result
 */
public sealed interface Task<T> extends Deferred<T> permits LoopTask {
  /** Returns the name that it was given, or else {@code Task-1}, {@code Task-2}, … */
  String name();

  /**
   * Gives it another name.
   *
   * <p>In asyncio: {@code set_name}.
   */
  void setName(String name);

  /**
   * Returns how many requests for cancellation there are that nobody has taken back.
   *
   * <p>In asyncio: {@code cancelling}.
   */
  int cancelRequests();

  /**
   * Takes one request for cancellation back. When that was the last one, and it was not thrown yet,
   * it will not be.
   *
   * <p>In asyncio: {@code uncancel}.
   *
   * @return how many requests are left
   * @throws IllegalStateException in debug mode, in the wrong thread
   */
  int uncancel();

  /**
   * Returns where it waits: the places in the source of the awaits that it is in, innermost first;
   * where its body begins, if it has not begun. Empty if it runs or is done.
   *
   * <p>In asyncio: {@code get_stack}.
   */
  List<StackTraceElement> stack();

  /**
   * Returns the values of context variables that it has now.
   *
   * <p>In asyncio: {@code get_context}.
   */
  Context context();
}
