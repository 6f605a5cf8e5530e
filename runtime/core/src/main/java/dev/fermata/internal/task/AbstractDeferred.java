package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Deferred;
import dev.fermata.EventLoop;
import dev.fermata.Handle;
import dev.fermata.Outcome;
import dev.fermata.internal.loop.Ready;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of a deferred and who waits for it. Follows {@code Future} of asyncio.
 *
 * @param <T> the type of the value
 */
public abstract non-sealed class AbstractDeferred<T> implements Deferred<T>, Wait {
  private static final byte PENDING = 0;
  private static final byte SUCCEEDED = 1;
  private static final byte FAILED = 2;
  private static final byte CANCELLED = 3;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(AbstractDeferred.class, "state", byte.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final Loop loop;

  /** Written last by what ends it: who sees that it is done sees its outcome. */
  private byte state = PENDING;

  /**
   * The value; the failure; for a cancellation the error that nobody has taken yet, else the
   * request for it, or its message if there was none.
   */
  private @Nullable Object result;

  /** Nobody, one {@link Ready}, or {@link Waiters}; once it has failed, its {@link Unasked}. */
  private @Nullable Object waiters;

  /** Makes a pending one. */
  protected AbstractDeferred(Loop loop) {
    this.loop = loop;
  }

  @Override
  public final EventLoop loop() {
    return loop.handOut();
  }

  /** As {@link #loop}, for code that gives it to nobody else. */
  public final Loop home() {
    return loop;
  }

  @Override
  public final boolean isDone() {
    return (byte) STATE.getAcquire(this) != PENDING;
  }

  @Override
  public final boolean isCancelled() {
    return (byte) STATE.getAcquire(this) == CANCELLED;
  }

  @Override
  public final boolean cancel() {
    return cancel(null);
  }

  @Override
  public final boolean cancel(@Nullable String message) {
    loop.checkThread();
    return !isDone() && cancelWith(Cancellation.of(message));
  }

  @Override
  public @Nullable Cancellation cancellation() {
    if (state != CANCELLED) {
      return null;
    }
    return result instanceof CancelledError error
        ? error.cancellation()
        : result instanceof Cancellation request ? request : null;
  }

  @Override
  public final T result() {
    requireDone();
    Throwable failure = failure();
    if (failure != null) {
      throw Failures.sneak(failure);
    }
    return typedValue();
  }

  @Override
  public final @Nullable Throwable exception() {
    requireDone();
    Throwable failure = failure();
    if (state == CANCELLED && failure != null) {
      throw Failures.sneak(failure);
    }
    return failure;
  }

  @Override
  public final Outcome<T> outcome() {
    requireDone();
    if (state == CANCELLED) {
      return new Outcome.Cancelled<>();
    }
    Throwable failure = failure();
    return failure == null ? new Outcome.Success<>(typedValue()) : new Outcome.Failure<>(failure);
  }

  /** Returns how it has failed, for a report: that does not count as asked for. */
  final @Nullable Throwable failureUnasked() {
    return state == FAILED ? (Throwable) result : null;
  }

  private void requireDone() {
    if (!isDone()) {
      throw new IllegalStateException(this + " is not done");
    }
  }

  @Override
  public final @Nullable Object value() {
    return result;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // is set to a T only, and T may include null
  private T typedValue() {
    return (T) result;
  }

  @Override
  public final @Nullable Throwable failure() {
    if (state == FAILED) {
      if (waiters instanceof Unasked unasked && unasked.askedFor()) {
        waiters = null;
      }
      return (Throwable) result;
    }
    if (state != CANCELLED) {
      return null;
    }
    if (result instanceof CancelledError first) {
      // An error collects suppressed ones and belongs to one stack: each asker has its own.
      Cancellation request = first.cancellation();
      result = request == null ? first.getMessage() : request;
      return first;
    }
    return result instanceof Cancellation request
        ? new CancelledError(request)
        : new CancelledError((String) result);
  }

  /** Ends it with a value. It is pending. */
  protected final void settleValue(@Nullable Object value) {
    settle(SUCCEEDED, value, null);
  }

  /** Ends it with a failure. It is pending. */
  protected final void settleFailed(Throwable failure) {
    settle(FAILED, failure, loop.unasked().add(this, failure));
  }

  /** Ends it with a failure of which somebody is told anyway. It is pending. */
  final void settleReported(Throwable failure) {
    settle(FAILED, failure, null);
  }

  /** Ends it as another one has ended. It is pending. */
  final void settleAs(AbstractDeferred<?> other) {
    if (other.state == FAILED) {
      Throwable failure = Objects.requireNonNull((Throwable) other.result);
      // Whoever asks for this one, asks for the other one, where the failure is waiting for that.
      settle(FAILED, failure, other.waiters instanceof Unasked unasked ? unasked : null);
    } else if (other.failure() instanceof CancelledError cancelled) {
      settleCancelled(cancelled);
    } else {
      settleValue(other.result);
    }
  }

  /** Ends it with a cancellation. It is pending. */
  protected final void settleCancelled(Cancellation request) {
    settle(CANCELLED, request, null);
  }

  /** Ends it with a cancellation that was thrown. It is pending. */
  protected final void settleCancelled(CancelledError error) {
    settle(CANCELLED, error, null);
  }

  private void settle(byte outcome, @Nullable Object outcomeResult, @Nullable Unasked unasked) {
    Object waiting = waiters;
    result = outcomeResult;
    waiters = unasked;
    STATE.setRelease(this, outcome);
    if (waiting instanceof Ready one) {
      loop.scheduler().add(one);
    } else if (waiting instanceof Waiters many) {
      for (Ready one : many.list()) {
        loop.scheduler().add(one);
      }
    }
  }

  /** Makes {@code waiter} ready when this is done; at once if it is. */
  public final void addWaiter(Ready waiter) {
    if (state != PENDING) {
      loop.scheduler().add(waiter);
    } else if (waiters == null) {
      waiters = waiter;
    } else if (waiters instanceof Waiters many) {
      many.list().add(waiter);
    } else {
      Waiters many = new Waiters(new ArrayList<>(4));
      many.list().add((Ready) waiters);
      many.list().add(waiter);
      waiters = many;
    }
  }

  /** Returns whether it has failed, and nobody has asked for the failure. */
  public final boolean isUnasked() {
    return waiters instanceof Unasked;
  }

  /** Undoes {@link #addWaiter} of {@code waiter} or an equal one, if this is not done. */
  public final void removeWaiter(Ready waiter) {
    if (waiter.equals(waiters)) {
      waiters = null;
      deserted();
    } else if (waiters instanceof Waiters many && many.list().remove(waiter)) {
      if (many.list().isEmpty()) {
        waiters = null;
        deserted();
      }
    }
  }

  /** Returns the task to which it belongs, as one of a group does; null if to none. */
  final @Nullable LoopTask<?> owner() {
    Object waiting = waiters;
    List<Ready> all = waiting instanceof Waiters many ? many.list() : List.of();
    if (waiting instanceof OwnedTask owned) {
      return owned.owner();
    }
    for (Ready one : all) {
      if (one instanceof OwnedTask owned) {
        return owned.owner();
      }
    }
    return null;
  }

  /** The last one that waited has gone away. */
  void deserted() {}

  @Override
  public final Handle onDone(Consumer<? super Deferred<T>> action) {
    Objects.requireNonNull(action);
    loop.checkOpen();
    DoneCallback<T> callback = new DoneCallback<>(this, action, loop.snapshot());
    addWaiter(callback);
    return callback;
  }

  @Override
  public final CompletableFuture<T> toCompletableFuture() {
    return Bridge.to(this);
  }

  @Override
  public final T join() {
    return Bridge.join(this);
  }

  /** Returns the word for its state. */
  protected final String stateName() {
    return switch (state) {
      case PENDING -> "pending";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      default -> "cancelled";
    };
  }

  /** Returns what to call it in a report. */
  protected abstract String kind();

  /** Says for whom one waits who waits for this. */
  @Override
  public Obstacle obstacle() {
    return Obstacle.of(kind());
  }

  @Override
  public String toString() {
    return kind() + "[" + stateName() + "]";
  }

  private record Waiters(List<Ready> list) {}
}
