package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.CancelledError;
import dev.fermata.Context;
import dev.fermata.Task;
import dev.fermata.internal.loop.Ready;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Machine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task: a coroutine, the machine in it that waits, and what that waits for. It is its own entry
 * in the ready queue. Follows {@code Task} of asyncio.
 *
 * @param <T> the type of the result
 */
public final class LoopTask<T> extends AbstractDeferred<T> implements Task<T>, Ready {
  /** The tasks before and after this one among those of the loop that are not done. */
  @Nullable LoopTask<?> previous;

  @Nullable LoopTask<?> next;

  private @Nullable String name;
  private int number;
  private Context context;

  /** The machine to go on with: the innermost one, or the root at first. Null while it runs. */
  private @Nullable Machine machine;

  /** What it waits for; null if it runs, is ready, or is done. */
  private @Nullable Wait waiting;

  /** It has made its first step. A task that is cancelled before that never runs. */
  private boolean begun;

  private int cancelRequests;

  /** There is a request for cancellation that was not thrown and that nothing else will throw. */
  private boolean mustCancel;

  /** The last request for cancellation, be it thrown or not; null if it was taken back. */
  private @Nullable Cancellation request;

  LoopTask(Loop loop, Machine root, Context context, @Nullable String name) {
    super(loop);
    this.machine = root;
    this.context = context;
    this.name = name;
  }

  /** Gives it the number of which its name is made, if it was given none. */
  void setNumber(int number) {
    this.number = number;
  }

  @Override
  public void turn() {
    home().execution().step(this);
  }

  /**
   * Returns the machine to go on with, having supplied it with what the task waited for.
   *
   * @throws CancelledError if it was cancelled before it has begun
   */
  Machine resume(TaskExecution execution) {
    Wait ended = waiting;
    waiting = null;
    Throwable failure = null;
    if (ended != null) {
      failure = ended.failure();
      if (failure == null) {
        execution.supplyValue(ended.value());
      }
    }
    if (mustCancel) {
      failure = takeCancellation(failure);
    }
    Machine next = machine;
    if (next == null) {
      throw new IllegalStateException(this + " is not waiting");
    }
    if (failure != null) {
      if (failure instanceof CancelledError cancelled) {
        TaskExecution.traceInterruption(cancelled, next, name());
      }
      if (!begun) {
        discard();
        throw Failures.sneak(failure);
      }
      execution.supplyFailureOf(failure);
    }
    begun = true;
    machine = null;
    return next;
  }

  /** The cancellation takes the place of what the task waited for, be it a value or a failure. */
  private Throwable takeCancellation(@Nullable Throwable instead) {
    mustCancel = false;
    if (instead instanceof CancelledError) {
      return instead;
    }
    CancelledError cancelled = newCancelledError();
    if (instead != null) {
      cancelled.addSuppressed(instead);
    }
    return cancelled;
  }

  private CancelledError newCancelledError() {
    return request == null ? new CancelledError() : new CancelledError(request);
  }

  /** Has the task wait for {@code wait}, which will put it into the ready queue. */
  void waitFor(Wait wait) {
    waiting = wait;
  }

  /** Its step has ended by waiting. */
  void suspended(Machine innermost) {
    machine = innermost;
    if (mustCancel && waiting != null && request != null && waiting.cancelWith(request)) {
      mustCancel = false;
    }
  }

  /** Ends it before it has begun: its loop is closed. */
  void giveUp() {
    discard();
    settleCancelled(Cancellation.of(Source.SHUTDOWN, null, null, null));
  }

  /** Lets go of a coroutine that will never begin. */
  private void discard() {
    if (machine instanceof CoroutineMachine<?> root) {
      TaskExecution.release(root);
    }
    machine = null;
  }

  /** Its coroutine has returned. */
  void returned(@Nullable Object result) {
    if (mustCancel) {
      mustCancel = false;
      settleCancelled(newCancelledError());
    } else {
      settleValue(result);
    }
  }

  /**
   * Its coroutine has failed with what leaves the loop: that is told of it. Nothing is allocated.
   */
  void threwFatal(Throwable failure) {
    settleReported(failure);
  }

  /** Its coroutine has failed. */
  void threw(Throwable failure) {
    if (failure instanceof CancelledError cancelled) {
      settleCancelled(cancelled);
    } else {
      settleFailed(failure);
    }
  }

  @Override
  public boolean cancelWith(Cancellation made) {
    home().checkThread();
    if (isDone()) {
      return false;
    }
    if (awaitsItself()) {
      detach();
    }
    // Tasks that await each other make a chain of any length: go along it without recursion.
    LoopTask<?> task = this;
    while (true) {
      task.cancelRequests++;
      task.request = made;
      home().execution().cancelled(task);
      Wait wait = task.waiting;
      if (wait instanceof LoopTask<?> awaited && !awaited.isDone()) {
        task = awaited;
        continue;
      }
      if (wait == null || !wait.cancelWith(made)) {
        task.mustCancel = true;
      }
      return true;
    }
  }

  /** Returns whether the chain of tasks that await each other, from this one, runs in a circle. */
  private boolean awaitsItself() {
    LoopTask<?> slow = this;
    LoopTask<?> fast = this;
    while (true) {
      fast = fast.awaitedTask();
      if (fast == null) {
        return false;
      }
      fast = fast.awaitedTask();
      slow = slow.awaitedTask();
      if (fast == null || slow == null) {
        return false;
      }
      if (fast == slow) {
        return true;
      }
    }
  }

  private @Nullable LoopTask<?> awaitedTask() {
    return waiting instanceof LoopTask<?> awaited ? awaited : null;
  }

  /** Waits for nothing any more, so that a cancellation finds it ready. */
  private void detach() {
    LoopTask<?> awaited = awaitedTask();
    waiting = null;
    if (awaited != null) {
      awaited.removeWaiter(this);
      home().scheduler().add(this);
    }
  }

  @Override
  public int cancelRequests() {
    return cancelRequests;
  }

  /** Returns whether there is a request that was not thrown yet. */
  public boolean isCancellationPending() {
    return mustCancel;
  }

  @Override
  public int uncancel() {
    home().checkThread();
    if (cancelRequests > 0) {
      cancelRequests--;
      if (cancelRequests == 0) {
        mustCancel = false;
        request = null;
      }
    }
    return cancelRequests;
  }

  /** Takes back one request that the caller has made, and returns how many are left. */
  public int takeBack(Cancellation made) {
    if (request == made && !mustCancel) {
      request = null;
    }
    return uncancel();
  }

  /**
   * Returns whether a cancellation comes from a request for the cancellation of this task. After
   * several of them only the last one is known, and it may be any.
   */
  public boolean isAskedBy(@Nullable Cancellation made) {
    boolean known = cancelRequests == 1 && made != null && request != null;
    return known ? made == request : cancelRequests > 0;
  }

  @Override
  public @Nullable Cancellation cancellation() {
    return isDone() ? super.cancellation() : request;
  }

  @Override
  public String name() {
    return name == null ? "Task-" + number : name;
  }

  @Override
  public void setName(String name) {
    this.name = name;
  }

  @Override
  public List<StackTraceElement> stack() {
    return TaskExecution.stackOf(machine);
  }

  @Override
  public Context context() {
    TaskExecution execution = home().execution();
    return execution.current() == this ? execution.running().snapshot() : context;
  }

  /**
   * Returns the places at which it waits as {@link #stack} does, in lines, if need be cut short.
   */
  List<String> places(int innermost, int outermost) {
    return TaskExecution.placesOf(machine, innermost, outermost);
  }

  /** Returns whether it is in a step, be it that another task makes its own in that. */
  boolean isStepped() {
    return begun && machine == null && !isDone();
  }

  /** Says what it waits for; null if it waits for nothing. */
  @Nullable Obstacle awaited() {
    return waiting == null ? null : waiting.obstacle();
  }

  /** Returns whether it waits for what other tasks have to do, each of them. */
  boolean waitsForTasks() {
    return waiting != null && waiting.needsAllTasks();
  }

  /** Returns whether it has made its first step. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public Obstacle obstacle() {
    return Obstacle.ofTasks(name(), List.of(this));
  }

  /** Remembers the values of context variables for its next step. */
  void leave(Context values) {
    context = values;
  }

  /** Returns the values of context variables for its next step. */
  Context entry() {
    return context;
  }

  @Override
  protected String kind() {
    return "Task " + name();
  }
}
