package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Context;
import dev.fermata.Coroutines;
import dev.fermata.internal.loop.Inbox;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Calls something that blocks in another thread and waits for it.
 *
 * @param <T> the type of the result
 */
public final class ThreadCall<T> extends CoroutineMachine<T> implements Wait {
  private static final Body BODY = Body.of(Coroutines.class, "toThread", "Coroutines.java");

  private final @Nullable Executor executor;
  private @Nullable Callable<T> action;
  private @Nullable Job<T> job;
  private @Nullable Throwable failure;
  private @Nullable Object value;

  /** Makes one for an executor; null for that of the loop. */
  public ThreadCall(@Nullable Executor executor, Callable<T> action) {
    this.executor = executor;
    this.action = action;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable thrown) throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    Callable<T> call = action;
    if (call == null) {
      return awaited;
    }
    action = null;
    TaskExecution tasks = (TaskExecution) execution;
    Loop loop = tasks.loop();
    Context context = Context.current();
    Job<T> submitted = new Job<>(() -> context.call(call), new Arrival(this, tasks.task()));
    (executor == null ? loop.blockingCalls().executor() : executor).execute(submitted);
    job = submitted;
    loop.scheduler().outsideBegins();
    return tasks.suspend(this, this);
  }

  @Override
  public boolean cancelWith(Cancellation request) {
    Job<T> running = job;
    if (running == null || !running.cancel(true)) {
      return false;
    }
    job = null;
    failure = new CancelledError(request);
    Loop loop = running.arrival.task.home();
    loop.scheduler().outsideEnds();
    loop.scheduler().add(running.arrival.task);
    return true;
  }

  /** On the thread of the loop: the call has ended, and was not cancelled. */
  private void arrived(LoopTask<?> task) {
    Job<T> ended = job;
    if (ended == null) {
      return;
    }
    job = null;
    task.home().scheduler().outsideEnds();
    try {
      value = ended.get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      failure = cause == null ? failed : cause;
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("the call has ended", impossible);
    }
    task.turn();
  }

  @Override
  public @Nullable Throwable failure() {
    Throwable result = failure;
    failure = null;
    return result;
  }

  @Override
  public @Nullable Object value() {
    Object result = value;
    value = null;
    return result;
  }

  @Override
  public boolean needsAllTasks() {
    return false;
  }

  @Override
  public Obstacle obstacle() {
    Job<T> running = job;
    Thread thread = running == null ? null : running.thread;
    return thread == null
        ? Obstacle.of("a thread for a call")
        : Obstacle.ofThread("a call in another thread", thread);
  }

  @Override
  protected Body body() {
    return BODY;
  }

  private static final class Job<T> extends FutureTask<T> {
    final Arrival arrival;

    /** Where it runs, as long as it does. */
    volatile @Nullable Thread thread;

    Job(Callable<T> action, Arrival arrival) {
      super(action);
      this.arrival = arrival;
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      super.run();
      thread = null;
    }

    @Override
    protected void done() {
      if (!isCancelled()) {
        arrival.task.home().scheduler().post(arrival);
      }
    }
  }

  private static final class Arrival extends Inbox.Entry {
    final ThreadCall<?> call;
    final LoopTask<?> task;

    Arrival(ThreadCall<?> call, LoopTask<?> task) {
      this.call = call;
      this.task = task;
    }

    @Override
    public void turn() {
      call.arrived(task);
    }
  }
}
