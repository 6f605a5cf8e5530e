package dev.fermata.sync;

import dev.fermata.Cancellation;
import dev.fermata.internal.task.Obstacle;
import dev.fermata.internal.task.TaskExecution;
import dev.fermata.machine.Body;
import dev.fermata.machine.Execution;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits first for a signal and then for the lock; again, until its predicate holds. */
final class WaitForSignal extends Waiter<Void> {
  private static final Body BODY =
      Body.of(AsyncCondition.class, "waitForSignal", "AsyncCondition.java");

  private final AsyncCondition condition;
  private final @Nullable BooleanSupplier predicate;
  private @Nullable AcquireLock held;
  private boolean signalled;

  /** It waits for the lock, which a cancellation does not interrupt. */
  private boolean returning;

  /** The last cancellation that came while it waited. */
  private @Nullable Throwable interrupted;

  WaitForSignal(AsyncCondition condition, @Nullable BooleanSupplier predicate) {
    this.condition = condition;
    this.predicate = predicate;
  }

  @Override
  LoopBound primitive() {
    return condition.lock();
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    TaskExecution tasks = (TaskExecution) execution;
    if (held == null) {
      enter(tasks);
      held = condition.requireHeld(task());
      return predicate != null && predicate.getAsBoolean() ? null : waitForSignal(tasks);
    }
    if (failure != null) {
      interrupted = failure;
    }
    if (!returning) {
      signalled = failure == null;
      returning = true;
      if (begin() == SUSPENDED) {
        return waitForCall(tasks);
      }
    }
    take();
    if (interrupted != null) {
      if (signalled) {
        condition.passSignal();
      }
      throw interrupted;
    }
    return predicate == null || predicate.getAsBoolean() ? null : waitForSignal(tasks);
  }

  private Object waitForSignal(TaskExecution tasks) {
    condition.lock().handOn();
    condition.line().add(this);
    return waitForCall(tasks);
  }

  /** Begins to wait for the lock, if that is not free. */
  @Override
  @Nullable Object begin() {
    if (condition.lock().isFree()) {
      return null;
    }
    condition.lock().line().add(this);
    return SUSPENDED;
  }

  /** Takes the lock back. */
  @Override
  @Nullable Object take() {
    AcquireLock hold = held;
    if (hold == null) {
      throw illegalState();
    }
    returning = false;
    condition.lock().take(hold);
    return null;
  }

  @Override
  public boolean cancelWith(Cancellation request) {
    return !returning && super.cancelWith(request);
  }

  @Override
  void leave() {
    condition.line().remove(this);
  }

  @Override
  void giveBack() {
    condition.passSignal();
  }

  @Override
  public boolean needsAllTasks() {
    return returning;
  }

  @Override
  public Obstacle obstacle() {
    return returning
        ? condition.lock().obstacle()
        : new Obstacle("a signal of", condition, "", List.of());
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
