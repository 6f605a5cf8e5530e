package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutines;
import dev.fermata.internal.loop.Scheduler;
import dev.fermata.internal.loop.Timer;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.YieldNow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a time. It is its own timer. As in asyncio, its time makes it ready, and its turn makes
 * the task ready, for the turn after.
 */
public final class Sleep extends CoroutineMachine<Void> implements Timer, Wait {
  private static final Body BODY = Body.of(Coroutines.class, "sleep", "Coroutines.java");

  private final long nanos;
  private int slot = -1;
  private @Nullable LoopTask<?> task;
  private @Nullable CancelledError cancelled;

  /** Makes one that waits for {@code duration}. */
  public Sleep(Duration duration) {
    this.nanos = Times.nanos(duration);
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    if (state == 1) {
      return null;
    }
    state = 1;
    if (nanos <= 0) {
      return execution.await(YieldNow.INSTANCE, this);
    }
    TaskExecution tasks = (TaskExecution) execution;
    task = tasks.task();
    Scheduler scheduler = tasks.loop().scheduler();
    scheduler.addTimer(this, Times.after(scheduler.time(), nanos));
    return tasks.suspend(this, this);
  }

  @Override
  public void turn() {
    wake();
  }

  private boolean wake() {
    LoopTask<?> sleeper = task;
    if (sleeper == null) {
      return false;
    }
    task = null;
    sleeper.home().scheduler().add(sleeper);
    return true;
  }

  @Override
  public boolean cancelWith(Cancellation request) {
    LoopTask<?> sleeper = task;
    if (sleeper == null) {
      return false;
    }
    sleeper.home().scheduler().removeTimer(this);
    cancelled = new CancelledError(request);
    return wake();
  }

  @Override
  public @Nullable Throwable failure() {
    return cancelled;
  }

  @Override
  public @Nullable Object value() {
    return null;
  }

  @Override
  public boolean needsAllTasks() {
    return false;
  }

  @Override
  public Obstacle obstacle() {
    LoopTask<?> sleeper = task;
    if (nanos == Clock.NEVER) {
      return Obstacle.of("a sleep without end");
    }
    String amount = "of " + Spans.text(nanos);
    long due = sleeper == null ? Clock.NEVER : sleeper.home().scheduler().deadline(this);
    return Obstacle.ofTime("the end of a sleep", amount, due);
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public void setSlot(int slot) {
    this.slot = slot;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
