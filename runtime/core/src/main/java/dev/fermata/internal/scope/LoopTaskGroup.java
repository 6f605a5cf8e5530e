package dev.fermata.internal.scope;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionContext;
import dev.fermata.ExceptionGroup;
import dev.fermata.GeneratorClosed;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.internal.task.Failures;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopTask;
import dev.fermata.internal.task.Obstacle;
import dev.fermata.internal.task.OwnedTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group of tasks. Follows {@code taskgroups.py} of asyncio, of 2026. */
public final class LoopTaskGroup implements TaskGroup {
  private final Loop loop;
  private final LoopTask<?> parent;
  private final Requests requests;
  private final Set<Task<?>> running = new LinkedHashSet<>();
  private final List<Throwable> failures = new ArrayList<>();
  private @Nullable Throwable fatal;
  private @Nullable Release allDone;
  private boolean exiting;

  /** The request by which the tasks were cancelled, and nothing can be started any more. */
  private @Nullable Cancellation abort;

  /** The request by which the body was cancelled for the failure of a task, to be taken back. */
  private @Nullable Cancellation own;

  private LoopTaskGroup(Loop loop) {
    this.loop = loop;
    this.parent = loop.execution().task();
    this.requests = Requests.ofScope(parent, "a task group");
  }

  /** Opens a group for the running task. */
  public static LoopTaskGroup open() {
    return new LoopTaskGroup(Loop.current());
  }

  @Override
  public <T> Task<T> start(Coroutine<T> coroutine) {
    requireOpen(coroutine);
    return add(loop.start(coroutine));
  }

  @Override
  public <T> Task<T> start(Coroutine<T> coroutine, String name) {
    requireOpen(coroutine);
    return add(loop.start(coroutine, name));
  }

  @Override
  public <T> Task<T> startEagerly(Coroutine<T> coroutine) {
    requireOpen(coroutine);
    return addEager(loop.startEagerly(coroutine, null));
  }

  @Override
  public <T> Task<T> startEagerly(Coroutine<T> coroutine, String name) {
    requireOpen(coroutine);
    return addEager(loop.startEagerly(coroutine, name));
  }

  private <T> Task<T> addEager(LoopTask<T> task) {
    add(task);
    if (abort != null) {
      task.cancelWith(abort); // its first step has ended the group
    }
    return task;
  }

  @Override
  public void cancel() {
    loop.checkThread();
    if (abort == null && !hasEnded()) {
      Cancellation call = Cancellation.of(null);
      abort(requests.make(Source.TASK_GROUP, call.task(), call));
    }
  }

  @Override
  public boolean isCancelled() {
    return abort != null;
  }

  private boolean hasEnded() {
    return exiting && running.isEmpty();
  }

  private void requireOpen(Coroutine<?> refused) {
    loop.checkThread();
    if (hasEnded()) {
      refused.discard();
      throw new IllegalStateException("the task group has ended");
    }
    if (abort != null) {
      refused.discard();
      throw new IllegalStateException("the task group is shutting down");
    }
  }

  private <T> Task<T> add(Task<T> task) {
    running.add(task);
    ((LoopTask<T>) task).addWaiter(new ChildDone(this, (LoopTask<T>) task));
    return task;
  }

  private void childDone(LoopTask<?> task) {
    running.remove(task);
    if (allDone != null && running.isEmpty()) {
      allDone.release();
    }
    Throwable failure = task.isCancelled() ? null : task.failure();
    if (failure == null) {
      return;
    }
    failures.add(failure);
    noteFatal(failure);
    if (parent.isDone()) {
      loop.report(
          new ExceptionContext(
              task.name() + " failed when the owner of its group was done", failure, task));
    } else if (abort == null) {
      Cancellation request = requests.make(Source.TASK_GROUP, task.name(), failure);
      abort(request);
      own = request;
      parent.cancelWith(request);
    }
  }

  private void noteFatal(Throwable failure) {
    if (fatal == null && Failures.isFatal(failure)) {
      fatal = failure;
    }
  }

  private void abort(Cancellation request) {
    abort = request;
    for (Task<?> task : List.copyOf(running)) {
      task.cancelWith(request);
    }
  }

  @Override
  public Coroutine<Void> exit(@Nullable Throwable failureOrNull) {
    return new GroupExit(this, failureOrNull);
  }

  /** The body has ended. */
  void bodyEnded(@Nullable Throwable failure) {
    exiting = true;
    requests.close();
    if (failure instanceof CancelledError cancelled) {
      abortOnce(cancelled);
    } else if (failure != null) {
      noteFatal(failure);
      if (abort == null) {
        abort(requests.make(Source.TASK_GROUP, parent.name(), failure));
      }
    }
  }

  /**
   * Cancels the tasks on behalf of who has cancelled the body, unless they are cancelled already;
   * returns whether they were not.
   */
  boolean abortOnce(CancelledError ofBody) {
    if (abort != null) {
      return false;
    }
    Cancellation request = ofBody.cancellation();
    abort(requests.make(Source.TASK_GROUP, parent.name(), request == null ? ofBody : request));
    return true;
  }

  /** Returns what is done when all tasks are; null if they are. */
  @Nullable Release allDone() {
    allDone = running.isEmpty() ? null : new Release(loop, this::obstacle, true);
    return allDone;
  }

  private Obstacle obstacle() {
    List<LoopTask<?>> tasks = new ArrayList<>();
    running.forEach(task -> tasks.add((LoopTask<?>) task));
    return Obstacle.ofTasks("the tasks of its group", tasks);
  }

  /**
   * Throws what the group is to throw, now that all tasks have ended.
   *
   * @param ofBody the failure of the body
   * @param outside the cancellation that the group was told of, while it was not ending itself
   * @param absorbed the last cancellation while it waited for its tasks
   */
  void finish(
      @Nullable Throwable ofBody,
      @Nullable CancelledError outside,
      @Nullable CancelledError absorbed)
      throws Throwable {
    if (fatal != null) {
      reportLost(fatal);
      throw fatal;
    }
    CancelledError cancelled = outside;
    if (own != null) {
      if (requests.takeBack(own)) {
        cancelled = null;
      } else if (cancelled == null) {
        cancelled = absorbed;
      }
    }
    boolean bodyFailed = ofBody != null && !(ofBody instanceof CancelledError);
    if (cancelled == null && !bodyFailed && requests.isAny()) {
      cancelled = absorbed; // by a group that was cancelled as a whole
    }
    if (cancelled != null && failures.isEmpty()) {
      if (bodyFailed) {
        cancelled.addSuppressed(ofBody);
      }
      throw cancelled;
    }
    if (bodyFailed) {
      failures.add(ofBody);
    }
    if (failures.isEmpty()) {
      return;
    }
    if (requests.isAny()) {
      // The failures go first. The cancellation from outside stays, for the next await.
      Cancellation again = fromOutside(outside, absorbed);
      parent.uncancel();
      parent.cancelWith(again);
    }
    if (ofBody instanceof GeneratorClosed && failures.size() == 1) {
      throw ofBody;
    }
    throw new ExceptionGroup("unhandled errors in a TaskGroup", failures);
  }

  /** Returns the request from outside, of two cancellations and the last request of all. */
  private Cancellation fromOutside(
      @Nullable CancelledError first, @Nullable CancelledError second) {
    for (CancelledError error : Arrays.asList(first, second)) {
      Cancellation request = error == null ? null : error.cancellation();
      if (request != null && request != own) {
        return request;
      }
    }
    Cancellation last = parent.cancellation();
    return last == null ? Cancellation.of(null) : last;
  }

  private void reportLost(Throwable thrown) {
    for (Throwable failure : failures) {
      if (failure != thrown) {
        loop.report(
            new ExceptionContext(
                "a task of a group failed, which ends by a fatal error", failure, this));
      }
    }
  }

  @Override
  public String toString() {
    String phase = abort != null ? "shutting down" : exiting ? "ending" : "open";
    return "TaskGroup[" + running.size() + " tasks, " + phase + "]";
  }

  private record ChildDone(LoopTaskGroup group, LoopTask<?> task) implements OwnedTask {
    @Override
    public LoopTask<?> owner() {
      return group.parent;
    }

    @Override
    public void turn() {
      group.childDone(task);
    }
  }
}
