package dev.fermata.internal.flow;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.CancelledError;
import dev.fermata.Context;
import dev.fermata.internal.scope.ResourceExit;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopPromise;
import dev.fermata.internal.task.LoopTask;
import dev.fermata.internal.task.TaskExecution;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import dev.fermata.machine.YieldNow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through something asynchronous in a task of its own, for somebody outside of the loop: goes
 * as far as it was asked to, and hands each element on. Any thread may ask; all else happens on the
 * loop.
 *
 * @param <T> the type of the elements
 */
final class Walk<T> {
  private static final Body BODY = Body.of(AsyncIterable.class, "iterator", "AsyncIterable.java");

  /** How many elements in a row are handed on before other tasks have a turn. */
  private static final int MOST_IN_A_ROW = 128;

  /** Tells that the loop was closed while the walk was on its way, if nothing ended it before. */
  private final Runnable atClose = this::loopClosed;

  /** What the task does. */
  private enum Phase {
    BETWEEN_ELEMENTS,
    MOVING,
    LEAVING
  }

  private final AsyncIterable<? extends T> source;
  private final Loop loop;
  private final Listener<T> listener;

  /** Who asks is not on this loop, and may do so at any time. */
  private final boolean askedFromOutside;

  private @Nullable AsyncIterator<? extends T> iterator;
  private @Nullable LoopTask<Void> task;

  /** What it waits for when it has gone as far as it was asked to. */
  private @Nullable LoopPromise<Void> asked;

  private Phase phase = Phase.BETWEEN_ELEMENTS;
  private long left;
  private int inARow;
  private boolean stopped;
  private boolean outside;

  /** Whom a walk tells; on the thread of the loop, unless that is closed. */
  interface Listener<T> {
    /** Takes an element; returns false if it wants no other one. */
    boolean next(T element);

    /** The walk is over, or cannot be gone on with. It may be said more than once. */
    void ended(@Nullable Throwable failureOrNull);
  }

  Walk(
      AsyncIterable<? extends T> source,
      Loop loop,
      Listener<T> listener,
      boolean askedFromOutside) {
    this.source = source;
    this.loop = loop;
    this.listener = listener;
    this.askedFromOutside = askedFromOutside;
  }

  Loop loop() {
    return loop;
  }

  /** Starts the walk. To be called once. */
  void start(Context context) {
    order(() -> context.run(this::startTask));
  }

  private void startTask() {
    LoopTask<Void> started = (LoopTask<Void>) loop.start(new Steps());
    task = started;
    loop.addLeftover(atClose);
    started.addWaiter(this::tellEnd);
  }

  private void loopClosed() {
    if (!tellEnd()) {
      listener.ended(closed());
    }
  }

  private RejectedExecutionException closed() {
    return new RejectedExecutionException(loop + " is closed");
  }

  /** Lets it go on for {@code count} elements more. */
  void ask(long count) {
    order(
        () -> {
          left = left + count < 0 ? Long.MAX_VALUE : left + count;
          wake();
          tellEnd();
        });
  }

  /** Has it go no further: closes what it walks through, and ends. */
  void stop() {
    order(
        () -> {
          stopped = true;
          if (phase == Phase.MOVING && task != null) {
            task.cancel("who asked for the elements wants no more");
          } else {
            wake();
          }
        });
  }

  /** Does something on the thread of the loop. */
  void order(Runnable action) {
    Order.bring(loop, action, () -> listener.ended(closed()));
  }

  private void wake() {
    if (asked != null && !asked.isDone()) {
      asked.complete(null);
    }
  }

  /** Tells that the walk has ended; returns false if it has not. */
  private boolean tellEnd() {
    LoopTask<Void> ended = task;
    if (ended == null || !ended.isDone()) {
      return false;
    }
    loop.removeLeftover(atClose);
    Throwable failure = ended.failure();
    listener.ended(stopped && failure instanceof CancelledError ? null : failure);
    return true;
  }

  /** The task. */
  private final class Steps extends CoroutineMachine<Void> {
    @Override
    protected @Nullable Object step(
        Execution execution, @Nullable Object awaited, @Nullable Throwable failure)
        throws Throwable {
      if (outside) {
        outside = false;
        loop.scheduler().outsideEnds();
      }
      if (phase == Phase.LEAVING) {
        if (failure != null) {
          throw failure;
        }
        return null;
      }
      Throwable thrown = failure;
      if (thrown == null) {
        try {
          Object result = walk(execution, this, awaited);
          if (result == SUSPENDED || phase == Phase.MOVING) {
            return result;
          }
        } catch (Throwable ofWalk) {
          thrown = ofWalk;
        }
      }
      phase = Phase.LEAVING;
      AsyncCloseable closeable = iterator instanceof AsyncCloseable closing ? closing : null;
      return execution.await(new ResourceExit(closeable, thrown), this);
    }

    @Override
    protected void clear() {
      iterator = null;
      asked = null;
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }

  /** Goes on until it waits, or comes to the end while it is moving, or is to leave. */
  private @Nullable Object walk(Execution execution, Machine steps, @Nullable Object awaited)
      throws Throwable {
    AsyncIterator<? extends T> elements = iterator;
    if (elements == null) {
      if (stopped) {
        return null;
      }
      elements = source.iterator();
      iterator = elements;
    }
    Object moved = awaited;
    while (true) {
      if (phase == Phase.MOVING) {
        if (!Boolean.TRUE.equals(moved)) {
          return null;
        }
        phase = Phase.BETWEEN_ELEMENTS;
        left--;
        if (!listener.next(elements.current())) {
          return null;
        }
      }
      if (stopped) {
        return null;
      }
      if (left == 0) {
        return waitUntilAsked(execution, steps);
      }
      if (++inARow > MOST_IN_A_ROW) {
        inARow = 0;
        return execution.await(YieldNow.INSTANCE, steps);
      }
      phase = Phase.MOVING;
      moved = execution.await(elements.moveNext(), steps);
      if (moved == Machine.SUSPENDED) {
        return moved;
      }
    }
  }

  private @Nullable Object waitUntilAsked(Execution execution, Machine steps) throws Throwable {
    LoopPromise<Void> promise = new LoopPromise<>(((TaskExecution) execution).loop());
    asked = promise;
    inARow = 0;
    if (askedFromOutside) {
      outside = true;
      loop.scheduler().outsideBegins();
    }
    return execution.await(promise, steps);
  }
}
