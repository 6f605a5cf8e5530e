package dev.fermata;

import dev.fermata.internal.task.HostedLoop;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopRunner;
import dev.fermata.internal.task.Settings;
import dev.fermata.internal.watch.Watching;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
 * <p>Who may touch what:
 *
 * <ul>
 *   <li>Any thread may call {@link #execute} and {@link #start}, ask {@link #time}, {@link #name},
 *       {@link #isClosed} and {@link #isDebug}, and make a promise. A {@link Deferred} says for
 *       itself what any thread may ask of it.
 *   <li>All else of a loop, and what changes its tasks, promises and handles, is for its thread:
 *       the one that runs it, and any while none does. Another one gets there by {@link #execute}.
 *       In debug mode a breach is an {@link IllegalStateException} that names both threads;
 *       otherwise its effect is not defined.
 *   <li>Tasks of one loop may await the deferreds of another one, as if they were their own.
 *   <li>A {@link Coroutine} that has not begun may be handed from thread to thread.
 *   <li>What happens before {@link #execute}, {@link #start}, or the completion of something,
 *       happens before what is called, started or resumed by it, in whatever thread.
 * </ul>
 *
 * <p>A loop runs in one of three ways: {@link #run} and {@link Runner} run it in the calling
 * thread, {@link LoopGroup} in a thread of its own, and {@link #on} in that of somebody else.
 *
 * <p>In asyncio: an event loop. The static methods are like {@code asyncio.run}, {@code
 * asyncio.Runner} and {@code get_running_loop}.
 */
public sealed interface EventLoop extends Executor permits Loop {
  /**
   * Runs a program: makes a loop, runs {@code main} as a task of it, and shuts it down. The calling
   * thread is the thread of the loop for so long.
   *
   * <p>Shutting down goes step by step, while the loop goes on. It cancels the tasks that are left
   * and waits for them; when they have started others, it cancels those, ten times at most. It
   * closes generators that are open. It ends the executor of {@link Coroutines#toThread}, and waits
   * for the calls in it as long as {@link Builder#executorTimeout} says, then interrupts them.
   * Whatever fails meanwhile, or cannot be ended, is reported to the exception handler.
   *
   * <p>Interrupting the thread cancels {@code main}, and during the shutdown interrupts the calls
   * of {@code toThread}.
   *
   * <p>So does a signal, be it SIGINT (Ctrl-C) or SIGTERM, if this is called in the main thread;
   * see {@link Builder#signals}. When {@code main} has cleaned up and the loop is shut down, {@link
   * SignalInterrupt} is thrown; if nothing catches that, the JVM ends with status 130 or 143. A
   * {@code main} that swallows the cancellation returns as usual. A second signal leaves the loop
   * without waiting for {@code main}, and shuts it down: what is left is cancelled once more. A
   * third one, one during the shutdown, or a second one while the loop is held up, ends the JVM at
   * once.
   *
   * @return the result of {@code main}
   * @throws IllegalStateException if this thread runs a loop already
   * @throws CancelledError if {@code main} was cancelled. Any other failure of it is thrown as it
   *     is, be it a checked exception
   * @throws SignalInterrupt if it was cancelled by a signal
   */
  static <T> T run(Coroutine<T> main) {
    Watching.begin();
    return LoopRunner.runOnce(new Settings(), main);
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
    Watching.begin();
    return new Settings();
  }

  /**
   * Opens a loop whose turns are taken by {@code host}, with the usual settings.
   *
   * @see Builder#openOn
   */
  static Hosted on(Executor host) {
    return builder().openOn(host);
  }

  /**
   * Returns the loop that this thread runs.
   *
   * <p>In asyncio: {@code get_running_loop}.
   *
   * @throws IllegalStateException if it runs none
   */
  static EventLoop current() {
    return Loop.current().handOut();
  }

  /** Returns the name that it was given, for logs. For any thread. */
  String name();

  /** Returns the time of the loop's clock, in nanoseconds from some fixed point. For any thread. */
  long time();

  /**
   * Has {@code callback} called in the next turn. It sees the context variables of the calling
   * code. What it throws goes to the exception handler.
   *
   * <p>In asyncio: {@code call_soon}.
   *
   * @return what prevents the call
   * @throws IllegalStateException if the loop is closed; in debug mode, also in the wrong thread
   */
  Handle callSoon(Runnable callback);

  /**
   * Has {@code callback} called when {@code delay} has passed; in the next turn, if that is not
   * longer than zero. A delay of more than 292 years never ends.
   *
   * <p>In asyncio: {@code call_later}.
   *
   * @return what prevents the call
   * @throws IllegalStateException if the loop is closed; in debug mode, also in the wrong thread
   * @see #callSoon
   */
  TimerHandle callLater(Duration delay, Runnable callback);

  /**
   * Has {@code callback} called at a time.
   *
   * <p>In asyncio: {@code call_at}.
   *
   * @param time by the clock of {@link #time()}, in nanoseconds; if it is past, the next turn;
   *     {@link Clock#NEVER} never comes
   * @return what prevents the call
   * @throws IllegalStateException if the loop is closed; in debug mode, also in the wrong thread
   * @see #callSoon
   */
  TimerHandle callAt(long time, Runnable callback);

  /**
   * Starts a coroutine as a task, which takes its first step in the next turn. It may be called by
   * any thread. One that is on its way from another thread when the loop is closed ends cancelled.
   *
   * <p>In asyncio: {@code create_task}, {@code run_coroutine_threadsafe}.
   *
   * @throws RejectedExecutionException if the loop is closed
   * @throws IllegalStateException if the coroutine was used before
   */
  <T> Task<T> start(Coroutine<T> coroutine);

  /**
   * Starts a coroutine as a task with a name.
   *
   * @see #start(Coroutine)
   */
  <T> Task<T> start(Coroutine<T> coroutine, String name);

  /**
   * Makes a deferred that is completed by hand. For any thread.
   *
   * <p>In asyncio: {@code create_future}.
   */
  <T> Promise<T> newPromise();

  /**
   * Tells {@code handler} of failures that reach nobody; null for the default, which logs them.
   *
   * <p>In asyncio: {@code set_exception_handler}.
   */
  void setExceptionHandler(@Nullable ExceptionHandler handler);

  /**
   * Tells the handler of a failure that reaches nobody. What the handler throws is logged.
   *
   * <p>In asyncio: {@code call_exception_handler}.
   */
  void report(ExceptionContext context);

  /**
   * Switches checks on or off that find mistakes and cost time.
   *
   * <p>In asyncio: {@code set_debug}.
   */
  void setDebug(boolean debug);

  /**
   * Returns whether the checks are on. The system property {@code fermata.debug} is the default.
   * For any thread.
   */
  boolean isDebug();

  /**
   * Writes down its tasks that are not done, as {@link Tasks#dump(Appendable)} does. For any
   * thread; to another one than its own the loop answers within a second, or is looked at from
   * outside, as {@link Tasks#dumpAll} says.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  void dump(Appendable out);

  /** Returns how long a step of a task, or a callback, may keep the loop in debug mode. */
  Duration slowCallbackDuration();

  /**
   * Sets how long a step of a task, or a callback, may keep the loop. In debug mode, a longer one
   * is logged as a warning that names the task. By default, it is a tenth of a second.
   *
   * <p>In asyncio: {@code slow_callback_duration}.
   */
  void setSlowCallbackDuration(Duration limit);

  /** Returns whether it was shut down. For any thread. */
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
  sealed interface Builder permits Settings {
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

    /**
     * Sets how long a shutdown waits for the calls of {@link Coroutines#toThread} that are running
     * in the loop's own executor. Then they are interrupted, that is reported to the exception
     * handler, and the loop is closed. By default, five minutes.
     *
     * <p>In asyncio: the timeout of {@code shutdown_default_executor}.
     */
    Builder executorTimeout(Duration limit);

    /** Sets what is told of failures that reach nobody. */
    Builder exceptionHandler(ExceptionHandler handler);

    /**
     * Sets whether SIGINT and SIGTERM cancel what {@link Runner#run} runs, as {@link EventLoop#run}
     * says, instead of ending the JVM. By default they do if that is called in the main thread of
     * the JVM, as in asyncio. Several loops that listen all hear of a signal.
     *
     * <p>It is possible where the module {@code jdk.unsupported} is, as it is for every program on
     * the class path; to a program on the module path, {@code --add-modules jdk.unsupported} adds
     * it. Signals that the program handles itself, or that the process is to ignore, are left
     * alone.
     *
     * <p>For a loop that this does not run, {@link #openOn} and {@link #openGroup}, it has no
     * meaning.
     */
    Builder signals(boolean signals);

    /**
     * Adds what carries values of threads along with tasks, as the diagnostic context of a logger.
     */
    Builder carrier(ContextCarrier<?> carrier);

    /** Makes a loop that the calling thread is to run. */
    Runner open();

    /**
     * Makes a loop whose turns are taken as tasks of {@code host}: the event thread of a user
     * interface ({@code EventQueue::invokeLater}), the loop of a network library, any executor that
     * runs one task after the other. So tasks of the loop may use what is for that thread alone.
     *
     * <p>The loop asks the host for one task at a time, and for none while it has nothing to do. A
     * task of it is short: a long turn is gone on with in the next one, so that what else the host
     * has to do is done in between. For its timers it asks the host, if that is a {@link
     * java.util.concurrent.ScheduledExecutorService}, or else a thread of the JDK.
     *
     * <p>Other code that runs on the host, such as a listener, may touch the loop, its tasks and
     * promises as a task of the loop may, without {@link #execute}, provided that the host is
     * always the same thread. There, {@link #current} is for tasks and callbacks of the loop alone.
     *
     * <p>On a virtual clock, time jumps when the loop has nothing to do, whatever else the host
     * does.
     *
     * @param host runs one task after the other, each seeing what the one before has done; never
     *     inside {@code execute}. If it refuses a task, by whatever it throws, the loop is closed
     */
    Hosted openOn(Executor host);

    /**
     * Makes several loops with these settings, each in a thread of its own. Their names are
     * numbered.
     *
     * @throws IllegalArgumentException if there are less than one, or the clock is virtual or an
     *     order of turns is set, which are for one loop
     * @see LoopGroup#open(int)
     */
    LoopGroup openGroup(int loops);
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
     * @throws IllegalStateException if this is closed, this thread runs a loop already, or another
     *     thread runs this one
     * @throws CancelledError if it was cancelled. Any other failure is thrown as it is, be it a
     *     checked exception
     * @throws SignalInterrupt if it was cancelled by a signal; the loop stays open for other runs
     */
    <T> T run(Coroutine<T> main);

    /** Returns the loop. */
    EventLoop loop();

    /**
     * Shuts the loop down as {@link EventLoop#run} does. Nothing happens the second time.
     *
     * @throws IllegalStateException if this thread runs a loop, or another thread runs this one
     */
    @Override
    void close();
  }

  /**
   * A loop that runs on somebody else's executor until it is shut down. {@link #on} opens one. All
   * is for any thread.
   *
   * <p>Something fatal, as a {@link VirtualMachineError}, is thrown to the host, and shuts the loop
   * down.
   */
  sealed interface Hosted extends AutoCloseable permits HostedLoop {
    /** Returns the loop, to start tasks on. */
    EventLoop loop();

    /**
     * Begins to shut the loop down as {@link EventLoop#run} does. The first time counts.
     *
     * @return is done when the loop is closed; fails with what has left the loop, if it was
     *     something fatal, and with {@link RejectedExecutionException} if the host has ended before
     */
    CompletableFuture<@Nullable Void> shutdown();

    /**
     * Shuts the loop down, and waits for that.
     *
     * @throws IllegalStateException on the thread of the host, known as the one in which the loop
     *     has run last, or on that of another loop, which it would block: there, {@link #shutdown}
     *     is to be awaited
     * @throws CancelledError if this thread is interrupted; the loop is shut down all the same
     */
    @Override
    void close();
  }
}
