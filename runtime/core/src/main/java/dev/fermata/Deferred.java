package dev.fermata;

import dev.fermata.internal.task.AbstractDeferred;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A result to come. It is pending at first, then done for ever: with a value, with a failure, or
 * cancelled. Any number of tasks may await it, any number of times.
 *
 * <p>Awaiting one that is done does not give way to other tasks; completing one resumes its waiters
 * through the ready queue of the loop, in the order in which they came.
 *
 * <p>It belongs to one {@link EventLoop}. What changes it, {@link #cancel} above all, and {@link
 * #onDone} are for the thread of that loop; another thread gets there by {@code
 * deferred.loop().execute(…)}. Any thread may ask {@link #isDone} and {@link #isCancelled}, ask one
 * that is done for its outcome, and call {@link #join} and {@link #toCompletableFuture}.
 *
 * <p>A task of another loop may await it, and give it to {@code gather}, {@code wait}, {@code
 * shield} and {@code waitFor}. It goes on on its own loop, and sees all that happened before this
 * was done. Cancelling it cancels this, as for a task of the same loop. If the loop of this is
 * closed before this is done, it fails with an {@link IllegalStateException}.
 *
 * <p>A failure that nobody ever asks for is reported to the exception handler of the loop.
 *
 * <p>In asyncio: the reading side of a Future.
 *
 * @param <T> the type of the value
 */
public sealed interface Deferred<T> extends Awaitable<T> permits Promise, Task, AbstractDeferred {

  /**
   * Returns the loop that it belongs to. For any thread; but who wants to get there from another
   * thread asks for it before: a loop that nobody was given may be taken for {@linkplain
   * DeadlockException stuck} when it has nothing to do.
   *
   * <p>In asyncio: {@code get_loop}.
   */
  EventLoop loop();

  /**
   * Returns whether there is an outcome: a value, a failure or a cancellation. For any thread; what
   * happened before it was done is seen by who sees that it is.
   */
  boolean isDone();

  /** Returns whether it was cancelled. For any thread. */
  boolean isCancelled();

  /**
   * Asks for cancellation.
   *
   * @return false if it is done already and nothing happens
   * @see #cancel(String)
   */
  boolean cancel();

  /**
   * Asks for cancellation. A {@link Promise} is cancelled by that. A {@link Task} is asked: a
   * {@link CancelledError} is thrown at the await in which it waits, and it may clean up, or
   * refuse.
   *
   * <p>Cancelling a task that awaits this deferred cancels this deferred too; see {@link
   * Coroutines#shield}.
   *
   * <p>In asyncio: {@code cancel}.
   *
   * @param message says why; the message of the {@link CancelledError}
   * @return false if it is done already and nothing happens
   * @throws IllegalStateException in debug mode, in the wrong thread
   */
  boolean cancel(@Nullable String message);

  /**
   * Asks for cancellation on behalf of somebody else, so that the {@link CancelledError} tells who
   * that is.
   *
   * @param request mostly that of a {@link CancelledError}, which the calling code hands on
   * @return false if it is done already and nothing happens
   * @see #cancel(String)
   */
  boolean cancelWith(Cancellation request);

  /**
   * Returns the request by which it was cancelled; of a {@link Task} that is not done, the last one
   * that was made. Null if there is none, or it is not known.
   */
  @Nullable Cancellation cancellation();

  /**
   * Returns the value.
   *
   * <p>In asyncio: {@code result}.
   *
   * @throws IllegalStateException if it is not done
   * @throws CancelledError if it was cancelled. Any other failure is thrown as it is, be it a
   *     checked exception
   */
  T result();

  /**
   * Returns the failure, or null if it has a value. It counts as asked for then, and is not
   * reported to the exception handler any more.
   *
   * <p>In asyncio: {@code exception}.
   *
   * @throws IllegalStateException if it is not done
   * @throws CancelledError if it was cancelled
   */
  @Nullable Throwable exception();

  /**
   * Returns how it ended.
   *
   * @throws IllegalStateException if it is not done
   */
  Outcome<T> outcome();

  /**
   * Has {@code action} called on its loop when this is done; in the next turn, if it is done now.
   * It sees the context variables of the code that registers it. What it throws goes to the
   * exception handler of the loop.
   *
   * <p>In asyncio: {@code Future.add_done_callback}; cancelling the handle is {@code
   * remove_done_callback}.
   *
   * @return what cancels the call
   * @throws IllegalStateException if the loop is closed, so that the call would never come; in
   *     debug mode, also in the wrong thread
   */
  Handle onDone(Consumer<? super Deferred<T>> action);

  /**
   * Returns a future that completes as this does, on the thread of the loop. Cancelling it cancels
   * this. It may be called by any thread. If the loop is closed before this is done, the future
   * fails with an {@link IllegalStateException}.
   *
   * <p>{@code get} and {@code join} of it, and of what is made of it as by {@code thenApply}, throw
   * an {@link IllegalStateException} in the thread of the loop, where they would wait for ever: it
   * is to be awaited there.
   */
  CompletableFuture<T> toCompletableFuture();

  /**
   * Blocks the calling thread until this is done, and returns the value. For threads that run no
   * loop.
   *
   * @throws IllegalStateException if the calling thread runs an event loop, which it would hold up;
   *     in debug mode, also in other code on the thread of its host; or if the loop of this is
   *     closed before this is done
   * @throws CancelledError if it was cancelled, or if the calling thread is interrupted: its
   *     interrupt status is set then. Any other failure is thrown as it is, be it a checked
   *     exception
   */
  T join();
}
