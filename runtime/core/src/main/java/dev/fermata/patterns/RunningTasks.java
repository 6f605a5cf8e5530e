package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.annotations.Async;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tasks of a {@link BackgroundTasks}, in the order in which they were started. */
abstract class RunningTasks {
  /** Whether tasks can be started. */
  enum Phase {
    OPEN,
    /** Its own tasks may still start others. */
    CLOSING,
    CLOSED
  }

  private final Set<Task<?>> tasks = new LinkedHashSet<>();
  private final Home home = new Home(this);
  private final @Nullable Duration grace;
  private Phase phase = Phase.OPEN;

  RunningTasks(@Nullable Duration grace) {
    this.grace = grace;
  }

  <T> Task<T> add(Coroutine<T> coroutine, Function<EventLoop, Task<T>> start) {
    EventLoop loop;
    try {
      loop = enterToStart();
    } catch (IllegalStateException refusal) {
      coroutine.discard();
      throw refusal;
    }
    Task<T> task = start.apply(loop);
    tasks.add(task);
    task.onDone(ended -> end(loop, task));
    return task;
  }

  private EventLoop enterToStart() {
    EventLoop loop = home.enter();
    if (phase == Phase.CLOSED || (phase == Phase.CLOSING && !tasks.contains(Tasks.current()))) {
      throw new IllegalStateException("no task can be started: " + this);
    }
    return loop;
  }

  private void end(EventLoop loop, Task<?> task) {
    tasks.remove(task);
    Throwable failure = task.isCancelled() ? null : task.exception();
    if (failure != null) {
      loop.report(
          new ExceptionContext("the background task " + task.name() + " failed", failure, task));
    }
  }

  /** Those that are not done; of those that are, some may not have left yet. */
  List<Task<?>> left() {
    return tasks.stream().filter(task -> !task.isDone()).toList();
  }

  void cancelAll(@Nullable Cancellation request) {
    Cancellation known = request != null ? request : Cancellation.of(null);
    for (Task<?> task : left()) {
      task.cancelWith(known);
    }
  }

  @Async
  Coroutine<Void> drain() {
    for (List<Task<?>> left = left(); !left.isEmpty(); left = left()) {
      await(Tasks.wait(left, ReturnWhen.ALL_COMPLETED));
    }
    return done();
  }

  /** Waits as {@link #drain}, for as long as {@code limit}. */
  @Async
  Coroutine<Void> drain(Duration limit) {
    EventLoop loop = EventLoop.current();
    long end = loop.time() + limit.toNanos();
    for (List<Task<?>> left = left(); !left.isEmpty() && loop.time() < end; left = left()) {
      await(Tasks.wait(left, ReturnWhen.ALL_COMPLETED, Duration.ofNanos(end - loop.time())));
    }
    return done();
  }

  @Async
  Coroutine<Void> exit(@Nullable Throwable failure) {
    home.enter();
    if (phase == Phase.OPEN) {
      phase = Phase.CLOSING;
    }
    CancelledError cancelled = null;
    Cancellation request = why(failure);
    if (failure == null) {
      try {
        await(grace == null ? drain() : drain(grace));
      } catch (CancelledError interrupted) {
        cancelled = interrupted;
        request = interrupted.cancellation();
      }
    }
    phase = Phase.CLOSED;
    while (!left().isEmpty()) {
      cancelAll(request);
      try {
        await(drain());
      } catch (CancelledError interrupted) {
        cancelled = interrupted;
        request = interrupted.cancellation();
      }
    }
    if (cancelled != null) {
      throw cancelled;
    }
    return done();
  }

  private static @Nullable Cancellation why(@Nullable Throwable failure) {
    if (failure instanceof CancelledError cancelled) {
      return cancelled.cancellation();
    }
    return Cancellation.of(
        failure == null ? "the time for background tasks is over" : "the body has failed", failure);
  }

  @Override
  public String toString() {
    String state =
        switch (phase) {
          case OPEN -> "";
          case CLOSING -> ", closing";
          case CLOSED -> ", closed";
        };
    return "BackgroundTasks[" + left().size() + " running" + state + "]";
  }
}
