package dev.fermata.internal.task;

import dev.fermata.CancelledError;
import dev.fermata.Context;
import dev.fermata.Task;
import dev.fermata.internal.loop.Ready;
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

  private @Nullable String cancelMessage;

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
    loop().execution().step(this);
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
    if (failure != null) {
      if (!begun) {
        throw Failures.sneak(failure);
      }
      execution.supplyFailureOf(failure);
    }
    begun = true;
    Machine next = machine;
    if (next == null) {
      throw new IllegalStateException(this + " is not waiting");
    }
    machine = null;
    return next;
  }

  /** The cancellation takes the place of what the task waited for, be it a value or a failure. */
  private Throwable takeCancellation(@Nullable Throwable instead) {
    mustCancel = false;
    if (instead instanceof CancelledError) {
      return instead;
    }
    CancelledError cancelled = new CancelledError(cancelMessage);
    if (instead != null) {
      cancelled.addSuppressed(instead);
    }
    return cancelled;
  }

  /** Has the task wait for {@code wait}, which will put it into the ready queue. */
  void waitFor(Wait wait) {
    waiting = wait;
  }

  /** Its step has ended by waiting. */
  void suspended(Machine innermost) {
    machine = innermost;
    if (mustCancel && waiting != null && waiting.cancel(cancelMessage)) {
      mustCancel = false;
    }
  }

  /** Its coroutine has returned. */
  void returned(@Nullable Object result) {
    if (mustCancel) {
      mustCancel = false;
      settleCancelled(cancelMessage);
    } else {
      settleValue(result);
    }
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
  public boolean cancel(@Nullable String message) {
    loop().checkThread();
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
      Wait wait = task.waiting;
      if (wait instanceof LoopTask<?> awaited && !awaited.isDone()) {
        task = awaited;
        continue;
      }
      if (wait == null || !wait.cancel(message)) {
        task.mustCancel = true;
        task.cancelMessage = message;
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
      loop().scheduler().add(this);
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
    loop().checkThread();
    if (cancelRequests > 0) {
      cancelRequests--;
      if (cancelRequests == 0) {
        mustCancel = false;
      }
    }
    return cancelRequests;
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
    TaskExecution execution = loop().execution();
    return execution.current() == this ? execution.running().context() : context;
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
