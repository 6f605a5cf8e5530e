package dev.fermata.internal.scope;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Timeout;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopTask;
import dev.fermata.internal.task.TimeLimit;
import dev.fermata.internal.task.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A time limit. It is its own timer. Follows {@code timeouts.py} of asyncio. */
public final class LoopTimeout implements Timeout, TimeLimit {
  private final Loop loop;
  private final LoopTask<?> task;
  private final Requests requests;
  private @Nullable Cancellation request;
  private Phase phase = Phase.ACTIVE;
  private long when;
  private int slot = -1;

  private LoopTimeout(Loop loop) {
    this.loop = loop;
    this.task = loop.execution().task();
    this.requests = Requests.ofScope(task, "a time limit");
  }

  /** Limits the running task from now on. */
  public static LoopTimeout after(Duration limit) {
    LoopTimeout timeout = new LoopTimeout(Loop.current());
    timeout.arm(Times.after(timeout.loop.time(), Times.nanos(limit)));
    return timeout;
  }

  /** Limits the running task to a time. */
  public static LoopTimeout at(long time) {
    LoopTimeout timeout = new LoopTimeout(Loop.current());
    timeout.arm(time);
    return timeout;
  }

  private void arm(long time) {
    loop.scheduler().removeTimer(this);
    when = time;
    if (time <= loop.time()) {
      loop.scheduler().add(this);
    } else if (time != Clock.NEVER) {
      loop.scheduler().addTimer(this, time);
    }
  }

  @Override
  public void turn() {
    // It may have been left, or set to a later time, while it was in the ready queue.
    if (phase == Phase.ACTIVE && when <= loop.time()) {
      phase = Phase.EXPIRING;
      Cancellation made = requests.make(Source.TIMEOUT, null, null);
      request = made;
      task.cancelWith(made);
    }
  }

  @Override
  public LoopTask<?> limitedTask() {
    return task;
  }

  @Override
  public boolean expired() {
    return phase == Phase.EXPIRING || phase == Phase.EXPIRED;
  }

  @Override
  public long when() {
    return when;
  }

  @Override
  public void reschedule(Duration limit) {
    reschedule(Times.after(loop.time(), Times.nanos(limit)));
  }

  @Override
  public void reschedule(long loopTimeNanos) {
    loop.checkThread();
    if (phase != Phase.ACTIVE) {
      throw new IllegalStateException("the time limit has " + phase.text);
    }
    arm(loopTimeNanos);
  }

  @Override
  public Coroutine<Void> exit(@Nullable Throwable failureOrNull) {
    return new Leave(this, failureOrNull);
  }

  /**
   * Leaves the scope.
   *
   * @throws AsyncTimeoutException if {@code failure} is the cancellation that this has asked for
   */
  void leave(@Nullable Throwable failure) {
    loop.scheduler().removeTimer(this);
    requests.close();
    if (phase == Phase.ACTIVE) {
      phase = Phase.LEFT;
    } else if (request != null && phase == Phase.EXPIRING) {
      phase = Phase.EXPIRED;
      boolean onlyOurs = requests.takeBack(request);
      if (onlyOurs && failure instanceof CancelledError) {
        throw new AsyncTimeoutException(failure);
      }
    }
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
  public String toString() {
    return "Timeout[has " + phase.text + "]";
  }

  private enum Phase {
    ACTIVE("not ended"),
    EXPIRING("expired"),
    EXPIRED("expired"),
    LEFT("been left");

    final String text;

    Phase(String text) {
      this.text = text;
    }
  }
}
