package dev.fermata.internal.scope;

import dev.fermata.Awaitable;
import dev.fermata.Completions;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.TimerHandle;
import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.task.AbstractDeferred;
import dev.fermata.internal.task.Done;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Obstacle;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several awaitables in the order in which they are done. Follows {@code as_completed} of asyncio,
 * since 3.13.
 *
 * @param <T> the type of the values
 * @param <A> the type of the awaitables
 */
public final class AsCompleted<T, A extends Awaitable<? extends T>>
    implements Completions.Walk<T, A> {
  private final Loop loop;
  private final Set<OneDone<A>> running = new LinkedHashSet<>();

  /** What is done, or late, and was not given to anybody. */
  private final Deque<OneDone<A>> ready = new ArrayDeque<>();

  /** Who waits for the next one; then nothing is ready. */
  private final Deque<NextDone<A, ?>> waiting = new ArrayDeque<>();

  /** How many are left that nobody has asked for. */
  private int left;

  private boolean closed;
  private @Nullable TimerHandle timer;
  private @Nullable A current;

  private AsCompleted(Loop loop) {
    this.loop = loop;
  }

  /** Starts those that are coroutines; without a limit if that is null. */
  public static <T, A extends Awaitable<? extends T>> Completions<T, A> of(
      Collection<? extends A> all, @Nullable Duration limit) {
    AsCompleted<T, A> completed = new AsCompleted<>(Loop.current());
    Started.all(completed.loop, all).forEach(completed::add);
    if (limit != null && completed.left > 0) {
      completed.timer = completed.loop.callLater(limit, completed::late);
    }
    return new All<>(completed);
  }

  @SuppressWarnings("unchecked") // it was given as one of these
  private void add(Awaitable<?> awaitable, AbstractDeferred<?> deferred) {
    OneDone<A> one = new OneDone<>(this, (A) awaitable, deferred);
    running.add(one);
    one.deferred.addWaiter(one);
    left++;
  }

  private void done(OneDone<A> one) {
    if (running.remove(one)) {
      if (running.isEmpty()) {
        endTimer();
      }
      give(one);
    }
  }

  /** The time has come: each that is not done is late. */
  private void late() {
    while (!running.isEmpty()) {
      OneDone<A> one = running.iterator().next();
      running.remove(one);
      one.deferred.removeWaiter(one);
      one.late = true;
      give(one);
    }
  }

  private void give(OneDone<A> one) {
    NextDone<A, ?> next = firstWaiting();
    if (next == null) {
      ready.add(one);
    } else {
      next.give(one);
    }
  }

  /** Takes out who is first in line; null if nobody is who could still be given something. */
  private @Nullable NextDone<A, ?> firstWaiting() {
    NextDone<A, ?> first = waiting.poll();
    while (first != null && first.isInterrupted()) {
      first = waiting.poll();
    }
    return first;
  }

  /** Somebody who has asked is cancelled: what it was given is for who comes first now. */
  void takeBack(NextDone<A, ?> asker, @Nullable OneDone<A> given) {
    waiting.remove(asker);
    left++;
    if (given != null && !closed) {
      NextDone<A, ?> next = firstWaiting();
      if (next == null) {
        ready.addFirst(given);
      } else {
        next.give(given);
      }
    }
  }

  /** Returns what is ready; null if nothing is, and {@code asker} has got in line. */
  @Nullable OneDone<A> take(NextDone<A, ?> asker) {
    OneDone<A> one = ready.poll();
    if (one == null && !closed) {
      waiting.add(asker);
    }
    return one;
  }

  /** Asks for one; returns whether there is one to come. */
  boolean reserve() {
    if (!hasNext()) {
      return false;
    }
    left--;
    return true;
  }

  void setCurrent(@Nullable OneDone<A> one) {
    current = one == null ? null : one.element();
  }

  Obstacle obstacle() {
    return Obstacle.ofAll("the next of several", running.stream().map(one -> one.deferred));
  }

  Loop loop() {
    return loop;
  }

  @Override
  public boolean hasNext() {
    return left > 0 && !closed;
  }

  @Override
  public Coroutine<T> next() {
    if (!reserve()) {
      throw new NoSuchElementException("all were given");
    }
    return NextDone.outcome(this);
  }

  @Override
  public Awaitable<Boolean> moveNext() {
    return NextDone.move(this);
  }

  @Override
  public A current() {
    if (current == null) {
      throw new IllegalStateException("there is no current element");
    }
    return current;
  }

  @Override
  public Coroutine<Void> closeAsync() {
    endTimer();
    for (OneDone<A> one : running) {
      one.deferred.removeWaiter(one);
    }
    running.clear();
    ready.clear();
    closed = true;
    for (NextDone<A, ?> next = firstWaiting(); next != null; next = firstWaiting()) {
      next.give(null);
    }
    return new Done<>(null);
  }

  /** Returns whether nothing will be given any more. */
  boolean isClosed() {
    return closed;
  }

  private void endTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  @Override
  public String toString() {
    return "Completions[" + running.size() + " not done]";
  }

  /**
   * What is walked through, once.
   *
   * @param iterator the walk
   */
  public record All<T, A extends Awaitable<? extends T>>(AsCompleted<T, A> iterator)
      implements Completions<T, A> {
    @Override
    public String toString() {
      return iterator.toString();
    }
  }

  /** One of them. */
  static final class OneDone<A extends Awaitable<?>> implements Ready {
    final AbstractDeferred<?> deferred;
    private final AsCompleted<?, A> all;
    private final A awaitable;
    boolean late;

    private OneDone(AsCompleted<?, A> all, A awaitable, AbstractDeferred<?> deferred) {
      this.all = all;
      this.awaitable = awaitable;
      this.deferred = deferred;
    }

    @Override
    public void turn() {
      all.done(this);
    }

    @SuppressWarnings("unchecked") // an awaitable that is no deferred may be any coroutine
    A element() {
      return awaitable instanceof Deferred<?> ? awaitable : (A) new OutcomeOf<>(deferred);
    }
  }
}
