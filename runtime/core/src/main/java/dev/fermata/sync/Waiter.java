package dev.fermata.sync;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.internal.task.LoopTask;
import dev.fermata.internal.task.TaskExecution;
import dev.fermata.internal.task.Wait;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that waits in a line until it is called. It is the coroutine, the place in the line,
 * and what its task waits for: waiting allocates nothing else.
 *
 * <p>Between the call and the turn of its task, it has been handed something that it has not taken
 * yet. A cancellation in that time is accepted, and what was handed to it goes back at once. So
 * there is no moment in which something belongs to a task that will never take it.
 *
 * @param <T> the type of what it gives
 */
abstract class Waiter<T> extends CoroutineMachine<T> implements Wait {
  private static final int NEW = 0;
  private static final int WAITING = 1;
  private static final int CALLED = 2;
  private static final int OVER = 3;

  /** Its neighbours in the line that it is in. */
  @Nullable Waiter<?> previous;

  @Nullable Waiter<?> next;

  private @Nullable LoopTask<?> task;
  private @Nullable CancelledError cancelled;

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    if (state != NEW) {
      return finish(take());
    }
    TaskExecution tasks = (TaskExecution) execution;
    enter(tasks);
    Object now = begin();
    return now == SUSPENDED ? waitForCall(tasks) : finish(now);
  }

  private @Nullable Object finish(@Nullable Object result) {
    state = OVER;
    return result;
  }

  /** Begins to run in a task. */
  final void enter(TaskExecution tasks) {
    primitive().bindTo(tasks.loop());
    task = tasks.task();
  }

  /** Has the task wait until {@link #call}, now that this is in a line. */
  final Object waitForCall(TaskExecution tasks) {
    state = WAITING;
    return tasks.suspend(this, this);
  }

  /** Lets the task go on, in the next turn. This is in no line any more. */
  final void call() {
    state = CALLED;
    wake();
  }

  private void wake() {
    LoopTask<?> waiting = task();
    waiting.home().scheduler().add(waiting);
  }

  /** Returns the task that this runs in, or has run in. */
  final LoopTask<?> task() {
    LoopTask<?> present = task;
    if (present == null) {
      throw illegalState();
    }
    return present;
  }

  @Override
  public boolean cancelWith(Cancellation request) {
    switch (state) {
      case WAITING -> {
        leave();
        wake();
      }
      case CALLED -> giveBack(); // the task is in the ready queue already
      default -> {
        return false;
      }
    }
    state = OVER;
    cancelled = new CancelledError(request);
    return true;
  }

  @Override
  public @Nullable Throwable failure() {
    CancelledError failure = cancelled;
    cancelled = null;
    return failure;
  }

  @Override
  public @Nullable Object value() {
    return null; // is taken in the step that follows
  }

  /** Returns what this waits for something of. */
  abstract LoopBound primitive();

  /**
   * Takes what there is.
   *
   * @return what to give; {@link #SUSPENDED} if there is nothing, and this has got in line
   */
  abstract @Nullable Object begin();

  /** Takes what it was handed, and returns what to give. The turn of its task has come. */
  abstract @Nullable Object take();

  /** Gets out of the line. */
  abstract void leave();

  /** Gives back what it was handed and has not taken. */
  abstract void giveBack();
}
