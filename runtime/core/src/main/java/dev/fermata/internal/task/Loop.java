package dev.fermata.internal.task;

import dev.fermata.Awaitable;
import dev.fermata.Context;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ExceptionHandler;
import dev.fermata.Handle;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.TimerHandle;
import dev.fermata.internal.loop.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The event loop. */
public final class Loop implements EventLoop {
  private static final AtomicLong NUMBER = new AtomicLong();

  private final String name;
  private final long number = NUMBER.incrementAndGet();
  private final Scheduler scheduler;
  private final TaskExecution execution = new TaskExecution(this);
  private final TaskList tasks = new TaskList();
  private final Unasked.Registry unasked = new Unasked.Registry(this);
  private final Observing observing = new Observing(this);
  private final LeftCoroutines leftCoroutines = new LeftCoroutines(this);
  private final Set<Runnable> leftovers = new LinkedHashSet<>();
  private final Circles circles;
  private final BlockingCalls blockingCalls;
  private final Reports reports;

  /** How many tasks of other threads are on their way. */
  private final AtomicInteger arriving = new AtomicInteger();

  private final @Nullable Carriers carriers;
  private volatile boolean debug;
  private volatile boolean closed;
  private volatile boolean hosted;

  /** Others than its own tasks may have got hold of it, and bring it work that it knows not of. */
  private volatile boolean handedOut = true;

  /** The thread that runs it, or, with a host, has run it last. */
  private volatile @Nullable Thread owner;

  /** The way of the cancellation from another loop that is being made, if any is. */
  private Mirror.@Nullable Trail trail;

  Loop(Settings settings, String name) {
    this.name = name;
    this.scheduler = new Scheduler(settings.clock, settings.order);
    this.circles = new Circles(this);
    this.blockingCalls = new BlockingCalls(name, settings.executor, settings.executorTimeout);
    this.reports = new Reports(this, settings.handler);
    this.carriers = Carriers.of(this, settings.carriers);
    setDebug(settings.debug);
    OpenLoops.add(this);
  }

  /** Returns the loop that this thread runs. */
  public static Loop current() {
    Loop loop = Running.onThisThread().loop;
    if (loop == null) {
      throw new IllegalStateException(
          "this thread runs no event loop; start one with EventLoop.run");
    }
    return loop;
  }

  /**
   * Returns the loop that this thread runs, or else the one that all threads share that run none;
   * for code that may hand it to another thread.
   */
  public static Loop currentOrShared() {
    Loop loop = Running.onThisThread().loop;
    return loop == null ? SharedLoop.get() : loop.handOut();
  }

  /** Returns it as one that nobody has yet. */
  Loop keptBack() {
    handedOut = false;
    return this;
  }

  /** Returns it for code that may hand it to another thread. */
  public Loop handOut() {
    if (!handedOut) {
      handedOut = true;
    }
    return this;
  }

  /**
   * Returns whether nothing can ever happen any more, as far as the loop can know: it has nothing
   * to do, no timer, and nothing is under way outside. By a virtual clock that is enough. By
   * another one, somebody may bring in work at any time, unless nobody was ever given the loop.
   */
  boolean isStuck() {
    return scheduler.isIdle() && (scheduler.isVirtual() || !handedOut);
  }

  /** Returns what takes its turns. */
  public Scheduler scheduler() {
    return scheduler;
  }

  /** Returns what runs its tasks. */
  public TaskExecution execution() {
    return execution;
  }

  Unasked.Registry unasked() {
    return unasked;
  }

  LeftCoroutines leftCoroutines() {
    return leftCoroutines;
  }

  Circles circles() {
    return circles;
  }

  BlockingCalls blockingCalls() {
    return blockingCalls;
  }

  /** Returns the running task. */
  public Task<?> currentTask() {
    return execution.task();
  }

  TaskList tasks() {
    return tasks;
  }

  /** Returns the tasks that are not done. */
  public List<Task<?>> allTasks() {
    return tasks.toList();
  }

  void taskDone(LoopTask<?> task) {
    tasks.remove(task);
  }

  /** Has {@code cleanup} run when the loop is closed, before older ones, unless taken back. */
  public void addLeftover(Runnable cleanup) {
    leftovers.add(cleanup);
  }

  /** Takes {@code cleanup} back. */
  public void removeLeftover(Runnable cleanup) {
    leftovers.remove(cleanup);
  }

  Mirror.@Nullable Trail trail() {
    return trail;
  }

  void setTrail(Mirror.@Nullable Trail next) {
    trail = next;
  }

  /** Returns the name of the thread that runs it; empty if none does. For any thread. */
  public String threadName() {
    Thread thread = owner;
    return thread == null ? "" : thread.getName();
  }

  /** Returns what has kept it for long. */
  public SlowTurns slowTurns() {
    return observing.slowTurns();
  }

  /** Returns the task that waits for longest, as far as that is noted. For any thread. */
  public StepLog.LongestWait longestWait() {
    return observing.longestWait();
  }

  /** Returns its number among all loops, in the order in which they were made. */
  long number() {
    return number;
  }

  /** Returns the thread that runs it, or, with a host, has run it last. */
  @Nullable Thread owner() {
    return owner;
  }

  /** Returns the thread that runs it, or acts for that, or, with a host, has run it last. */
  @Nullable Thread thread() {
    Thread acting = execution.thread();
    return acting == null ? owner : acting;
  }

  /** Returns whether a thread runs it at present, and not only its host has done so. */
  boolean isOwnerIn() {
    return execution.thread() != null;
  }

  /** Returns whether there is somebody who will see what is posted. */
  boolean mayAnswer() {
    return owner != null || hosted;
  }

  /** From now on a host runs it, when there is something to do. */
  void setHosted() {
    hosted = true;
  }

  void setOwner(@Nullable Thread thread) {
    owner = thread;
  }

  boolean isOnThisThread() {
    return Running.onThisThread().loop == this;
  }

  boolean isOwnedByThisThread() {
    return owner == Thread.currentThread();
  }

  /**
   * Returns whether the loop cannot go on while this thread is blocked: for certain, if this thread
   * runs it now. In debug mode also if it has run it last, as that of a host does from which other
   * code is called; a host may have several threads.
   */
  public boolean isHeldUpByThisThread() {
    return isOnThisThread() || (debug && isOwnedByThisThread());
  }

  /** Returns whether this thread is the one of the loop, acts for it, or no thread runs it. */
  boolean mayTouch() {
    Thread thread = owner;
    return thread == null || thread == Thread.currentThread() || isOnThisThread();
  }

  @Nullable Carriers carriers() {
    return carriers;
  }

  /** Returns all that the calling code sees, for what it has this loop do. */
  Context snapshot() {
    return Running.onThisThread().snapshot(carriers);
  }

  /** In debug mode, throws if another thread may be running this loop. */
  public void checkThread() {
    if (debug && !mayTouch()) {
      throw new IllegalStateException(
          this
              + " is used by the thread "
              + Thread.currentThread().getName()
              + ", but belongs to the thread "
              + nameOf(owner)
              + "; use execute() to get there");
    }
  }

  private static String nameOf(@Nullable Thread thread) {
    return thread == null ? "that has just left it" : thread.getName();
  }

  /** Throws if nothing will be called any more; in debug mode, also in a wrong thread. */
  void checkOpen() {
    checkThread();
    if (closed) {
      throw new IllegalStateException(this + " is closed");
    }
  }

  /** Calls something for somebody who is not there to hear of a failure. */
  void call(Runnable action, Context context, Object source) {
    execution.running().enter(context);
    try {
      action.run();
    } catch (Throwable failure) {
      if (Failures.isFatal(failure)) {
        throw failure;
      }
      report(new ExceptionContext("a callback failed", failure, source));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long time() {
    return scheduler.time();
  }

  @Override
  public Handle callSoon(Runnable callback) {
    Objects.requireNonNull(callback);
    checkOpen();
    Call call = new Call(this, callback, snapshot());
    scheduler.add(call);
    return call;
  }

  @Override
  public TimerHandle callLater(Duration delay, Runnable callback) {
    return callAt(Times.after(scheduler.time(), Times.nanos(delay)), callback);
  }

  @Override
  public TimerHandle callAt(long time, Runnable callback) {
    Objects.requireNonNull(callback);
    checkOpen();
    TimedCall call = new TimedCall(this, callback, snapshot(), time);
    scheduler.addTimer(call, time);
    return call;
  }

  @Override
  public <T> Task<T> start(Coroutine<T> coroutine) {
    return start(coroutine, snapshot(), null);
  }

  @Override
  public <T> Task<T> start(Coroutine<T> coroutine, String taskName) {
    return start(coroutine, snapshot(), taskName);
  }

  private <T> Task<T> start(Coroutine<T> coroutine, Context context, @Nullable String taskName) {
    if (isOnThisThread()) {
      return startHere(coroutine, context, taskName);
    }
    LoopTask<T> task = new LoopTask<>(this, TaskExecution.claimed(coroutine), context, taskName);
    arriving.incrementAndGet();
    if (!scheduler.post(new Newcomer(task))) {
      arriving.decrementAndGet();
      throw new RejectedExecutionException(this + " is closed");
    }
    return task;
  }

  /** Starts a task in the thread of this loop, or when no thread runs it. */
  <T> LoopTask<T> startHere(Coroutine<T> coroutine, Context context, @Nullable String taskName) {
    requireOpenFor(coroutine);
    LoopTask<T> task = new LoopTask<>(this, TaskExecution.claimed(coroutine), context, taskName);
    begin(task);
    return task;
  }

  private void requireOpenFor(Coroutine<?> coroutine) {
    if (closed) {
      coroutine.discard();
      throw new RejectedExecutionException(this + " is closed");
    }
  }

  /**
   * Returns {@code deferred}, or what stands for it in this loop if it belongs to another one. On
   * the thread of this loop.
   */
  @SuppressWarnings("unchecked") // a deferred only gives values
  public <T> AbstractDeferred<T> localise(AbstractDeferred<? extends T> deferred) {
    return deferred.home() == this
        ? (AbstractDeferred<T>) deferred
        : Mirror.of((AbstractDeferred<T>) deferred, this);
  }

  void arrive(LoopTask<?> task) {
    arriving.decrementAndGet();
    begin(task);
  }

  /** Returns how many tasks it has to run; for any thread. */
  public int load() {
    return tasks.size() + arriving.get();
  }

  private void begin(LoopTask<?> task) {
    tasks.add(task);
    execution.made(task);
    scheduler.add(task);
  }

  /**
   * Starts a coroutine as a task that takes its first step at once, in the place of the running
   * one. When many such starts are nested, it is started as any other.
   */
  public <T> LoopTask<T> startEagerly(Coroutine<T> coroutine, @Nullable String taskName) {
    requireOpenFor(coroutine);
    LoopTask<T> task = new LoopTask<>(this, TaskExecution.claimed(coroutine), snapshot(), taskName);
    tasks.add(task);
    execution.made(task);
    if (!execution.stepNested(task)) {
      scheduler.add(task);
    }
    return task;
  }

  /**
   * Returns what is to come of {@code awaitable} in this loop, having started it as a task if it is
   * cold.
   */
  @SuppressWarnings("unchecked") // a deferred only gives values
  public <T> AbstractDeferred<T> ensure(Awaitable<? extends T> awaitable) {
    Coroutine<?> coroutine =
        TaskExecution.startable(Objects.requireNonNull(awaitable, "null is not awaitable"));
    return coroutine == null
        ? localise((AbstractDeferred<T>) awaitable)
        : (AbstractDeferred<T>) startHere(coroutine, snapshot(), null);
  }

  @Override
  public <T> Promise<T> newPromise() {
    return new LoopPromise<>(this);
  }

  @Override
  public void setExceptionHandler(@Nullable ExceptionHandler handler) {
    reports.setHandler(handler);
  }

  @Override
  public void report(ExceptionContext context) {
    reports.report(context);
  }

  @Override
  public void setDebug(boolean debug) {
    this.debug = debug;
    observing.setDebug(debug);
    if (debug) {
      LeftCoroutines.watch();
    }
  }

  @Override
  public void dump(Appendable out) {
    Dumps.write(this, out);
  }

  @Override
  public boolean isDebug() {
    return debug;
  }

  @Override
  public Duration slowCallbackDuration() {
    return Duration.ofNanos(observing.slowTurns().limit());
  }

  @Override
  public void setSlowCallbackDuration(Duration limit) {
    observing.slowTurns().setLimit(Times.nanos(limit));
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void execute(Runnable callback) {
    if (!post(Objects.requireNonNull(callback))) {
      throw new RejectedExecutionException(this + " is closed");
    }
  }

  /** As {@link #execute}, but returns false if the loop is closed. */
  boolean post(Runnable callback) {
    return post(callback, snapshot());
  }

  boolean post(Runnable callback, Context context) {
    Call call = new Call(this, callback, context);
    if (isOnThisThread()) {
      scheduler.add(call);
      return !closed;
    }
    return scheduler.post(call);
  }

  /** Between two turns: looks for what tasks and generators have left, and for circles of tasks. */
  void tidyUp() {
    observing.look();
    circles.afterTurn();
    unasked.reportCollected();
    leftCoroutines.reportCollected();
    LeftGenerators.closeLost(this);
  }

  /** Reports and forgets all that is left. Nothing runs any more, or can be started. */
  void close() {
    closed = true;
    OpenLoops.remove(this);
    try {
      List<Runnable> newestFirst = new ArrayList<>(leftovers);
      Collections.reverse(newestFirst);
      newestFirst.forEach(Runnable::run);
      unasked.reportAll();
      leftCoroutines.reportAll();
    } finally {
      scheduler.close();
      blockingCalls.close();
      owner = null;
    }
  }

  @Override
  public String toString() {
    return "EventLoop[" + name + "]";
  }
}
