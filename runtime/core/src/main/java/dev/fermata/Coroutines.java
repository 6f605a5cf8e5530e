package dev.fermata;

import dev.fermata.internal.body.Words;
import dev.fermata.internal.scope.Gather;
import dev.fermata.internal.scope.LoopTimeout;
import dev.fermata.internal.scope.Shield;
import dev.fermata.internal.scope.WaitFor;
import dev.fermata.internal.task.Done;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Sleep;
import dev.fermata.internal.task.ThreadCall;
import dev.fermata.machine.YieldNow;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * The words of the language, for {@code import static dev.fermata.Coroutines.*}.
 *
 * <p>{@code await}, {@code emit}, {@code emitAll}, {@code awaitEach} and {@code async} have their
 * meaning in the body of an {@code @Async} method of a generated class. Anywhere else they throw an
 * {@link IllegalStateException} that names the class to use.
 *
 * <p>All is for the thread of the loop. What waits is interrupted when its task is cancelled: it
 * throws {@link CancelledError}.
 */
public final class Coroutines {
  private Coroutines() {}

  /**
   * Waits for a value, without blocking the thread. A coroutine is run for that, inline; what it
   * can do without waiting is done without giving way to other tasks.
   *
   * <p>When the task is cancelled meanwhile, what it waits for is cancelled.
   *
   * @return the value
   * @throws CancelledError if what it waits for was cancelled, or this task. Any other failure is
   *     thrown as it is; a checked exception that the compiler is to know about is named by {@link
   *     #await(Awaitable, Class)}
   */
  public static <T> T await(Awaitable<? extends T> a) {
    return Words.await(a);
  }

  /**
   * As {@link #await(Awaitable)}, with a checked exception that the compiler is to know about.
   *
   * @param thrown the type of a checked exception that {@code a} may fail with
   */
  public static <T, X extends Throwable> T await(Awaitable<? extends T> a, Class<X> thrown)
      throws X {
    return Words.await(a);
  }

  /**
   * Waits for a stage, without blocking the thread. Its failure is thrown without the {@code
   * CompletionException} around it.
   *
   * <p>When the task is cancelled meanwhile, the stage is cancelled, if it can be: {@code
   * toCompletableFuture().cancel(true)}. The task does not wait for that.
   *
   * @return the value
   * @throws CancelledError if the stage was cancelled, or this task. Any other failure is thrown as
   *     it is
   */
  public static <T> T await(CompletionStage<? extends T> s) {
    return Words.await(s);
  }

  /**
   * As {@link #await(CompletionStage)}, with a checked exception that the compiler is to know
   * about.
   *
   * @param thrown the type of a checked exception that {@code s} may fail with
   */
  public static <T, X extends Throwable> T await(CompletionStage<? extends T> s, Class<X> thrown)
      throws X {
    return Words.await(s);
  }

  /** Returns a coroutine that is complete without a value: {@code return done();} ends a body. */
  public static Coroutine<Void> done() {
    return new Done<>(null);
  }

  /** Returns a coroutine that is complete: {@code return done(value);} ends a body. */
  public static <T> Coroutine<T> done(T value) {
    return new Done<>(value);
  }

  /**
   * Hands the next element of a generator to its consumer, and goes on when the consumer asks for
   * another one.
   *
   * @throws GeneratorClosed if the consumer closes the generator instead
   * @throws IllegalStateException if the generator is being closed
   */
  public static <T> void emit(T value) {
    Words.emit(value);
  }

  /** Emits each element of {@code s}. It is closed if this generator is. */
  public static <T> void emitAll(AsyncIterable<? extends T> s) {
    Words.emitAll(s);
  }

  /** Ends a generator: {@code return end();}. What it returns is a generator without elements. */
  public static <T> AsyncGenerator<T> end() {
    return Words.end();
  }

  /**
   * Walks through {@code s} in a {@code for} statement, waiting for each element. When the
   * statement is left before the end, {@code s} is closed, if it is {@link AsyncCloseable}.
   */
  public static <T> Iterable<T> awaitEach(AsyncIterable<? extends T> s) {
    return Words.awaitEach(s);
  }

  /**
   * Walks through the elements of a publisher in a {@code for} statement, waiting for each. It asks
   * for one element at a time, and cancels the subscription when the statement is left.
   */
  public static <T> Iterable<T> awaitEach(Flow.Publisher<? extends T> p) {
    return Words.awaitEach(p);
  }

  /**
   * Makes a coroutine of a block with awaits, in place inside an {@code @Async} body: {@code
   * async(() -> { …; return value; })}.
   */
  public static <T> Coroutine<T> async(AsyncBlock<T> body) {
    return Words.async(body);
  }

  /** Makes a coroutine of a block with awaits and without a value. */
  public static Coroutine<Void> async(AsyncAction body) {
    return Words.async(body);
  }

  /**
   * Starts a coroutine as a task of the current loop. It takes its first step in the next turn.
   *
   * <p>In asyncio: {@code create_task}. A {@link TaskGroup} is mostly better: it waits for its
   * tasks.
   *
   * @throws IllegalStateException outside a loop, or if the coroutine was used before
   */
  public static <T> Task<T> start(Coroutine<T> c) {
    return Loop.current().start(c);
  }

  /**
   * Starts a coroutine as a task with a name.
   *
   * @see #start(Coroutine)
   */
  public static <T> Task<T> start(Coroutine<T> c, String name) {
    return Loop.current().start(c, name);
  }

  /**
   * Starts a coroutine as a task of the current loop that takes its first step at once, before this
   * returns, in the place of the calling code. If it never waits, it is done then. When very many
   * such starts are nested, it takes its first step in the next turn instead.
   *
   * <p>In asyncio: {@code create_task(…, eager_start=True)}.
   *
   * @throws IllegalStateException outside a loop, or if the coroutine was used before
   */
  public static <T> Task<T> startEagerly(Coroutine<T> c) {
    return Loop.current().startEagerly(c, null);
  }

  /**
   * Starts a coroutine as a task with a name that takes its first step at once.
   *
   * @see #startEagerly(Coroutine)
   */
  public static <T> Task<T> startEagerly(Coroutine<T> c, String name) {
    return Loop.current().startEagerly(c, name);
  }

  /**
   * Waits for a time. Not longer than zero, it gives way to the other tasks for one turn; one of
   * more than 292 years never ends.
   *
   * <p>In asyncio: {@code sleep}.
   */
  public static Coroutine<Void> sleep(Duration d) {
    return new Sleep(d);
  }

  /**
   * Gives way to the other tasks for one turn. This coroutine may be awaited any number of times.
   *
   * <p>In asyncio: {@code sleep(0)}.
   */
  public static Coroutine<Void> yieldNow() {
    return YieldNow.INSTANCE;
  }

  /**
   * Runs several at the same time: starts those that are coroutines as tasks, and waits for all.
   *
   * <p>The first failure, or cancellation, of one of them is the failure of the whole, at once; the
   * others run on, and nobody hears of their failures. {@link TaskGroup} is mostly better.
   * Cancelling the whole cancels all of them; it ends when they have ended.
   *
   * <p>In asyncio: {@code gather}.
   *
   * @return their values in the order of {@code a}. One that is given twice runs once
   * @throws IllegalStateException outside a loop; or if one is a coroutine that was used before:
   *     then none of the others runs
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read only
  public static <T> Deferred<List<T>> gather(Awaitable<? extends T>... a) {
    return Gather.values(Arrays.asList(a));
  }

  /**
   * Runs several at the same time.
   *
   * @see #gather(Awaitable...)
   */
  public static <T> Deferred<List<T>> gather(Collection<? extends Awaitable<? extends T>> a) {
    return Gather.values(a);
  }

  /**
   * Runs several at the same time, and tells how each has ended. It has no failure of its own; it
   * is cancelled, when all have ended, if it was asked to.
   *
   * <p>In asyncio: {@code gather(return_exceptions=True)}.
   *
   * @return their outcomes in the order of {@code a}
   * @throws IllegalStateException as {@link #gather(Awaitable...)}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read only
  public static <T> Deferred<List<Outcome<T>>> gatherSettled(Awaitable<? extends T>... a) {
    return Gather.outcomes(Arrays.asList(a));
  }

  /**
   * Runs several at the same time, and tells how each has ended.
   *
   * @see #gatherSettled(Awaitable...)
   */
  public static <T> Deferred<List<Outcome<T>>> gatherSettled(
      Collection<? extends Awaitable<? extends T>> a) {
    return Gather.outcomes(a);
  }

  /**
   * Waits for a value, but not longer than a time. Then what it waits for is cancelled, and when
   * that has ended, this fails with {@link AsyncTimeoutException}. A limit of zero or less takes
   * what is there already, and does not begin a coroutine.
   *
   * <p>A cancellation goes to {@code a}. If it comes in the turn in which the time is over, or
   * {@code a} is done, it stays a cancellation; the value is lost then, unless it is of what gives
   * back what was not taken, as a lock or a queue does.
   *
   * <p>In asyncio: {@code wait_for}.
   *
   * @return the value; it fails as {@code a} does
   */
  public static <T> Coroutine<T> waitFor(Awaitable<? extends T> a, Duration d) {
    return new WaitFor<>(
        Objects.requireNonNull(a, "null is not awaitable"), Objects.requireNonNull(d));
  }

  /**
   * Limits the time of a {@code try (…)}.
   *
   * <pre>{@code
   * try (var limit = timeout(Duration.ofSeconds(10))) {
   *   await(work());
   * }
   * }</pre>
   *
   * <p>In asyncio: {@code timeout}.
   *
   * @param d zero or less interrupts the first await that waits
   * @throws IllegalStateException outside a task
   */
  public static Timeout timeout(Duration d) {
    return LoopTimeout.after(d);
  }

  /**
   * Limits a {@code try (…)} to a time at which it is to end.
   *
   * <p>In asyncio: {@code timeout_at}.
   *
   * @param loopTimeNanos by the clock of {@link EventLoop#time}; {@link Clock#NEVER} for no limit
   * @throws IllegalStateException outside a task
   */
  public static Timeout timeoutAt(long loopTimeNanos) {
    return LoopTimeout.at(loopTimeNanos);
  }

  /**
   * Protects something from the cancellation of who awaits it: cancelling the result does not
   * cancel {@code a}. If {@code a} fails after that, the failure goes to the exception handler.
   *
   * <p>In asyncio: {@code shield}.
   *
   * @param a if it is a coroutine, it is started as a task
   * @return as {@code a}; {@code a} itself if that is done
   * @throws IllegalStateException outside a loop
   */
  public static <T> Deferred<T> shield(Awaitable<? extends T> a) {
    return Shield.of(a);
  }

  /**
   * Calls something that blocks in a thread of the loop's executor: a virtual thread where the JDK
   * has them. It sees the context variables of the task, and cannot change them.
   *
   * <p>When the task is cancelled, the thread is interrupted, and the task does not wait for it:
   * what it returns, or throws, is lost then.
   *
   * <p>In asyncio: {@code to_thread}.
   */
  public static <T> Coroutine<T> toThread(Callable<T> c) {
    return new ThreadCall<>(null, Objects.requireNonNull(c));
  }

  /**
   * Calls something that blocks in a thread of {@code e}.
   *
   * @see #toThread(Callable)
   */
  public static <T> Coroutine<T> toThread(Executor e, Callable<T> c) {
    return new ThreadCall<>(Objects.requireNonNull(e), Objects.requireNonNull(c));
  }
}
