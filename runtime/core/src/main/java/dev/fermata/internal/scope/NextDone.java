package dev.fermata.internal.scope;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Tasks;
import dev.fermata.internal.scope.AsCompleted.OneDone;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the next one of several that is done. It gives the outcome of that, or moves the walk
 * to it.
 *
 * @param <A> the type of the awaitables
 * @param <R> the type of what it gives
 */
final class NextDone<A extends Awaitable<?>, R> extends CoroutineMachine<R> {
  private static final Body BODY = Body.of(Tasks.class, "asCompleted", "Tasks.java");

  private final AsCompleted<?, A> all;
  private final boolean moves;
  private @Nullable Release woken;
  private @Nullable OneDone<A> given;

  private NextDone(AsCompleted<?, A> all, boolean moves) {
    this.all = all;
    this.moves = moves;
  }

  /** Returns one that gives an outcome, and that one is left for. */
  static <T> Coroutine<T> outcome(AsCompleted<T, ?> all) {
    return new NextDone<>(all, false);
  }

  /** Returns one that moves the walk. */
  static Coroutine<Boolean> move(AsCompleted<?, ?> all) {
    return new NextDone<>(all, true);
  }

  /** Returns whether it has been cancelled while it waited, and has had no turn since. */
  boolean isInterrupted() {
    return woken != null && woken.isDone();
  }

  /** It is given one that is done; none if nothing will be given any more. */
  void give(@Nullable OneDone<A> one) {
    given = one;
    if (woken != null) {
      woken.complete(null);
    }
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      all.takeBack(this, given);
      throw failure;
    }
    if (state == 0) {
      state = 1;
      if (moves) {
        all.setCurrent(null);
        if (!all.reserve()) {
          return false;
        }
      }
      given = all.take(this);
      if (given == null && !all.isClosed()) {
        Release call = new Release(all.loop(), all::obstacle, false);
        woken = call;
        return execution.await(call, this);
      }
    }
    return end(execution, given);
  }

  private @Nullable Object end(Execution execution, @Nullable OneDone<A> one) throws Throwable {
    if (one == null) {
      if (moves) {
        return false;
      }
      throw new IllegalStateException("the walk was closed before");
    }
    if (one.late) {
      throw new AsyncTimeoutException("not done in time");
    }
    if (moves) {
      all.setCurrent(one);
      return true;
    }
    return execution.await(one.deferred, this);
  }

  @Override
  protected void clear() {
    given = null;
    woken = null;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
