package dev.fermata.patterns;

import dev.fermata.AsyncScope;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.Task;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that nobody waits for while they run: each for itself, kept until it is done, and its
 * failure reported.
 *
 * <pre>{@code
 * try (var background = BackgroundTasks.open(Duration.ofSeconds(5))) {
 *   background.start(sendMail());
 *   …
 * } // mails that are under way have five seconds here
 * }</pre>
 *
 * <p>A task that fails is told to the exception handler of the loop at once, and the others go on;
 * in a {@link dev.fermata.TaskGroup} they would be cancelled. One that is cancelled is no failure.
 *
 * <p>At the end of the {@code try} those that still run may go on for a time, and then are
 * cancelled; if the body has failed or was cancelled, they are cancelled at once. It ends when all
 * of them have ended. A cancellation of who waits there cancels them, too, and is thrown when they
 * have ended.
 *
 * <p>It need not stand in a {@code try}: a part of a program may have one and close it by {@link
 * #closeAsync}. It is for the thread of one loop.
 *
 * <p>In asyncio: a set of tasks with {@code add_done_callback(set.discard)}.
 */
public final class BackgroundTasks implements AsyncScope {
  private final RunningTasks running;

  private BackgroundTasks(@Nullable Duration grace) {
    this.running = new AsyncRunningTasks(grace);
  }

  /** Returns an empty one. When it is closed, its tasks go on as long as they take. */
  public static BackgroundTasks open() {
    return new BackgroundTasks(null);
  }

  /**
   * Returns an empty one.
   *
   * @param grace how long tasks may go on when it is closed; zero to cancel them at once
   * @throws IllegalArgumentException if it is negative
   */
  public static BackgroundTasks open(Duration grace) {
    return new BackgroundTasks(Duration.ofNanos(Nanos.notNegative(grace)));
  }

  /**
   * Starts a task. It takes its first step in the next turn.
   *
   * @return the task, for who wants to cancel or await it; its failure is reported all the same
   * @throws IllegalStateException outside a loop, or if this is closed: since then only its own
   *     tasks may start others, and only until they are cancelled
   */
  public <T> Task<T> start(Coroutine<T> coroutine) {
    return running.add(coroutine, loop -> loop.start(coroutine));
  }

  /**
   * Starts a task with a name.
   *
   * @see #start(Coroutine)
   */
  public <T> Task<T> start(Coroutine<T> coroutine, String name) {
    return running.add(coroutine, loop -> loop.start(coroutine, name));
  }

  /**
   * Starts a task that takes its first step at once.
   *
   * @see #start(Coroutine)
   * @see Coroutines#startEagerly(Coroutine)
   */
  public <T> Task<T> startEagerly(Coroutine<T> coroutine) {
    return running.add(coroutine, loop -> Coroutines.startEagerly(coroutine));
  }

  /**
   * Starts a task with a name that takes its first step at once.
   *
   * @see #start(Coroutine)
   * @see Coroutines#startEagerly(Coroutine)
   */
  public <T> Task<T> startEagerly(Coroutine<T> coroutine, String name) {
    return running.add(coroutine, loop -> Coroutines.startEagerly(coroutine, name));
  }

  /** Returns how many tasks are not done. */
  public int size() {
    return running.left().size();
  }

  /** Cancels the tasks that are not done. Others may be started after that. */
  public void cancelAll() {
    running.cancelAll(null);
  }

  /**
   * Waits until no task runs, without closing this. Cancelling it ends the waiting, and not the
   * tasks.
   */
  public Coroutine<Void> drain() {
    return running.drain();
  }

  /**
   * Closes this: no task can be started from outside any more. It ends when all tasks have ended.
   *
   * @param failureOrNull what the body has thrown, for which the tasks are cancelled; null to let
   *     them go on for their time
   */
  @Override
  public Coroutine<Void> exit(@Nullable Throwable failureOrNull) {
    return running.exit(failureOrNull);
  }

  @Override
  public String toString() {
    return running.toString();
  }
}
