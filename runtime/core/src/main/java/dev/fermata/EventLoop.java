package dev.fermata;

import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopRunner;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks and callbacks, one at a time, on one thread. So what happens between two awaits of a
 * task is never interleaved with another one.
 *
 * <p>It goes in turns. In each it takes in what other threads have brought, then the timers that
 * are due, and then runs exactly what is ready at that moment, in order; what that adds runs in the
 * next turn. Timers that are due at the same time run in the order in which they were set.
 *
 * <p>{@link #execute} and {@link #start} may be called by any thread. All else is for the thread of
 * the loop; in debug mode, a call from another one throws an {@link IllegalStateException}.
 *
 * <p>In asyncio: an event loop. The static methods are {@code asyncio.run}, {@code asyncio.Runner}
 * and {@code get_running_loop}.
 */
public sealed interface EventLoop extends Executor permits Loop {
  /**
   * Runs a program: makes a loop, runs {@code main} as a task of it, and shuts it down. The calling
   * thread is the thread of the loop for so long. Shutting down cancels the tasks that are left,
   * waits for them, closes generators that are open, and ends the threads of {@link
   * Coroutines#toThread}.
   *
   * <p>Interrupting the thread cancels {@code main}.
   *
   * @return the result of {@code main}
   * @throws IllegalStateException if this thread runs a loop already
   * @throws CancelledError if {@code main} was cancelled. Any other failure of it is thrown as it
   *     is, be it a checked exception
   */
  static <T> T run(Coroutine<T> main) {
    return LoopRunner.runOnce(builder(), main);
  }

  /**
   * As {@link #run(Coroutine)}, with a checked exception that the compiler is to know about.
   *
   * @param thrown the type of a checked exception that {@code main} may throw
   */
  static <T, X extends Throwable> T run(Coroutine<T> main, Class<X> thrown) throws X {
    return run(main);
  }

  /** Returns the settings for a new loop. */
  static Builder builder() {
    return LoopRunner.builder();
  }

  /**
   * Returns the loop that this thread runs.
   *
   * @throws IllegalStateException if it runs none
   */
  static EventLoop current() {
    return Loop.current();
  }

  /** Returns the name that it was given, for logs. */
  String name();

  /** Returns the time of the loop's clock, in nanoseconds from some fixed point. */
  long time();

  /** Has {@code callback} called in the next turn. */
  Handle callSoon(Runnable callback);

  /** Has {@code callback} called when {@code delay} has passed. */
  TimerHandle callLater(Duration delay, Runnable callback);

  /**
   * Has {@code callback} called at a time.
   *
   * @param time by the clock of {@link #time()}; if it is past, the next turn
   */
  TimerHandle callAt(long time, Runnable callback);

  /**
   * Starts a coroutine as a task, which takes its first step in the next turn. It may be called by
   * any thread.
   *
   * @throws RejectedExecutionException if the loop is closed
   */
  <T> Task<T> start(Coroutine<T> coroutine);

  /**
   * Starts a coroutine as a task with a name.
   *
   * @see #start(Coroutine)
   */
  <T> Task<T> start(Coroutine<T> coroutine, String name);

  /** Makes a deferred that is completed by hand. */
  <T> Promise<T> newPromise();

  /** Tells {@code handler} of failures that reach nobody; null for the default, which logs them. */
  void setExceptionHandler(@Nullable ExceptionHandler handler);

  /** Tells the handler of a failure that reaches nobody. */
  void report(ExceptionContext context);

  /** Switches checks on or off that find mistakes and cost time. */
  void setDebug(boolean debug);

  /**
   * Returns whether the checks are on. The system property {@code fermata.debug} is the default.
   */
  boolean isDebug();

  /** Returns whether it was shut down. */
  boolean isClosed();

  /**
   * Has {@code callback} called on the thread of the loop, in its next turn. It may be called by
   * any thread; all that happened there before, happened before the call.
   *
   * <p>In asyncio: {@code call_soon_threadsafe}.
   *
   * @throws RejectedExecutionException if the loop is closed
   */
  @Override
  void execute(Runnable callback);

  /** The settings of a new loop. */
  sealed interface Builder permits LoopRunner.Settings {
    /** Sets the name, for logs and thread names. */
    Builder name(String name);

    /** Switches checks on or off that find mistakes and cost time. */
    Builder debug(boolean debug);

    /** Sets where time comes from. */
    Builder clock(Clock clock);

    /**
     * Sets who goes first among those that are ready in a turn: for tests. By default, what has
     * been ready for longest.
     */
    Builder order(TurnOrder order);

    /**
     * Sets what runs the calls of {@link Coroutines#toThread}. It is not shut down with the loop.
     * By default, the loop has an executor of its own: a virtual thread for each call where the JDK
     * has them, else a pool.
     */
    Builder executor(Executor executor);

    /** Sets what is told of failures that reach nobody. */
    Builder exceptionHandler(ExceptionHandler handler);

    /** Makes the loop. */
    Runner open();
  }

  /**
   * A loop that stays open from one program to the next: tasks that one has left go on when the
   * next one runs, and values of context variables that one has set are there for it.
   *
   * <p>In asyncio: Runner.
   */
  sealed interface Runner extends AutoCloseable permits LoopRunner {
    /**
     * Runs a coroutine as a task of the loop until it is done.
     *
     * @return its result
     * @throws IllegalStateException if this is closed, or this thread runs a loop already
     * @throws CancelledError if it was cancelled. Any other failure is thrown as it is, be it a
     *     checked exception
     */
    <T> T run(Coroutine<T> main);

    /** Returns the loop. */
    EventLoop loop();

    /** Shuts the loop down as {@link EventLoop#run} does. Nothing happens the second time. */
    @Override
    void close();
  }
}
