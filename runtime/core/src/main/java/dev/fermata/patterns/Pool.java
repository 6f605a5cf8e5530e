package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Outcome;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.TimerHandle;
import dev.fermata.annotations.Async;
import dev.fermata.sync.AsyncEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a {@link ResourcePool}. Each is lent, idle, or in the hands of a task that
 * makes, checks or destroys it; those who wait are handed what comes from there or is given back.
 */
abstract class Pool<T> {
  private final Home home = new Home(this);
  private final PoolRules<T> rules;

  /** Who waits, in the order in which they came. Those that are done were cancelled. */
  private final Set<Promise<Pooled<T>>> waiters = new LinkedHashSet<>();

  /** From the one that was used first to the one that was used last. */
  private final Deque<Pooled<T>> idle = new ArrayDeque<>();

  /** What makes or checks a resource for those who wait. */
  private final Set<Task<?>> suppliers = new LinkedHashSet<>();

  private final BackgroundTasks destroyers = BackgroundTasks.open();
  private final AsyncEvent empty = new AsyncEvent();
  private int size;
  private boolean closed;
  private @Nullable TimerHandle eviction;

  Pool(PoolRules<T> rules) {
    this.rules = rules;
  }

  @Async
  Coroutine<Lease<T>> acquire() {
    long now = now();
    if (closed) {
      throw new PoolClosedException();
    }
    Pooled<T> last = waiters.isEmpty() ? idle.peekLast() : null;
    if (last != null && rules.isGood(last, now)) {
      idle.removeLast();
    } else {
      last = await(next());
    }
    return done(new Lease<>(this, last));
  }

  /** Waits in line. */
  @Async
  Coroutine<Pooled<T>> next() {
    Promise<Pooled<T>> turn = EventLoop.current().newPromise();
    waiters.add(turn);
    supply();
    try {
      return done(await(turn));
    } catch (CancelledError cancelled) {
      waiters.remove(turn);
      if (turn.isDone() && turn.outcome() instanceof Outcome.Success<Pooled<T>> handed) {
        offer(handed.value());
      }
      throw cancelled;
    }
  }

  @Async
  <R, X extends Throwable> Coroutine<R> use(AsyncFunction<? super T, R, X> call) throws X {
    Lease<T> lease = await(acquire());
    try {
      return done(await(call.begin(lease.value())));
    } catch (Throwable failure) {
      if (Asking.about(failure, () -> rules.breaking().test(failure))) {
        lease.discard();
      }
      throw failure;
    } finally {
      lease.close();
    }
  }

  @Async
  Coroutine<Void> close() {
    now();
    if (!closed) {
      closed = true;
      shut();
    }
    return empty.waitUntilSet();
  }

  private void shut() {
    if (eviction != null) {
      eviction.cancel();
    }
    for (Promise<Pooled<T>> waiter : waiters) {
      if (!waiter.isDone()) {
        waiter.fail(new PoolClosedException());
      }
    }
    waiters.clear();
    List.copyOf(suppliers).forEach(Task::cancel);
    for (Pooled<T> pooled = idle.poll(); pooled != null; pooled = idle.poll()) {
      retire(pooled);
    }
    resize(0);
  }

  /** Has as many resources made or checked as are waited for, if there may be so many. */
  private void supply() {
    while (suppliers.size() < waiters.size() && (size < rules.maxSize() || !idle.isEmpty())) {
      Pooled<T> last = idle.pollLast();
      if (last != null) {
        offer(last);
      } else {
        resize(1);
        Task<T> making = EventLoop.current().start(make(), "ResourcePool.make");
        suppliers.add(making);
        making.onDone(ended -> isMade(making));
      }
    }
  }

  @Async
  Coroutine<T> make() {
    return done(await(rules.make().begin()));
  }

  private void isMade(Task<T> making) {
    suppliers.remove(making);
    if (making.outcome() instanceof Outcome.Success<T> made) {
      lend(new Pooled<>(made.value(), now()));
    } else {
      resize(-1);
      if (!closed) {
        fail(making);
      }
    }
    supply();
  }

  /**
   * Tells the first who waits that there is nothing for it, or else the handler of the loop. That
   * somebody has cancelled the task is of no concern to who waits.
   */
  private void fail(Task<T> making) {
    if (making.cancelRequests() > 0) {
      return;
    }
    Promise<Pooled<T>> waiter = nextWaiter();
    Cancellation request = making.cancellation();
    if (making.outcome() instanceof Outcome.Failure<T> failed) {
      if (waiter != null) {
        waiter.fail(failed.error());
      } else {
        EventLoop.current()
            .report(
                new ExceptionContext(
                    "making a resource failed, which nobody waits for", failed.error(), making));
      }
    } else if (waiter != null) {
      waiter.cancelWith(
          request != null ? request : Cancellation.of("making the resource was cancelled"));
    }
  }

  @Async
  Coroutine<Boolean> check(AsyncFunction<? super T, Boolean, RuntimeException> isGood, T value) {
    return done(await(isGood.begin(value)));
  }

  private void isChecked(Task<Boolean> checking, Pooled<T> pooled) {
    suppliers.remove(checking);
    if (checking.outcome() instanceof Outcome.Success<Boolean> answer
        && Boolean.TRUE.equals(answer.value())) {
      lend(pooled);
    } else {
      retire(pooled);
    }
    supply();
  }

  /** Takes in what can be lent, if it is still good. */
  private void offer(Pooled<T> pooled) {
    AsyncFunction<? super T, Boolean, RuntimeException> check = rules.check();
    if (closed || rules.isOld(pooled, now())) {
      retire(pooled);
    } else if (waiters.isEmpty() || check == null || rules.isGood(pooled, now())) {
      lend(pooled);
    } else {
      Task<Boolean> checking =
          EventLoop.current().start(check(check, pooled.value()), "ResourcePool.check");
      suppliers.add(checking);
      checking.onDone(ended -> isChecked(checking, pooled));
    }
  }

  /** Hands a good one to the first who waits; if there is none, it is idle. */
  private void lend(Pooled<T> pooled) {
    Promise<Pooled<T>> waiter = nextWaiter();
    if (closed) {
      retire(pooled);
    } else if (waiter != null) {
      waiter.complete(pooled);
    } else {
      pooled.rest(now());
      idle.addLast(pooled);
      awaitEviction();
    }
  }

  private @Nullable Promise<Pooled<T>> nextWaiter() {
    for (var line = waiters.iterator(); line.hasNext(); ) {
      Promise<Pooled<T>> waiter = line.next();
      line.remove();
      if (!waiter.isDone()) {
        return waiter;
      }
    }
    return null;
  }

  void takeBack(Pooled<T> pooled, boolean discarded) {
    pooled.rest(now());
    if (discarded) {
      retire(pooled);
    } else {
      offer(pooled);
    }
  }

  /** Destroys one. That begins at once: it cannot be cancelled before. */
  private void retire(Pooled<T> pooled) {
    destroyers
        .startEagerly(destroy(pooled.value()), "ResourcePool.destroy")
        .onDone(
            ended -> {
              resize(-1);
              supply();
            });
  }

  @Async
  Coroutine<Void> destroy(T value) {
    await(rules.destroy().begin(value));
    return done();
  }

  private void awaitEviction() {
    Pooled<T> first = idle.peekFirst();
    if (first != null && eviction == null && rules.idleTimeout() < Nanos.LONGEST) {
      eviction = EventLoop.current().callAt(first.used() + rules.idleTimeout(), this::evict);
    }
  }

  private void evict() {
    eviction = null;
    long last = now() - rules.idleTimeout();
    for (Pooled<T> first = idle.peekFirst();
        first != null && first.used() <= last;
        first = idle.peekFirst()) {
      retire(idle.removeFirst());
    }
    awaitEviction();
  }

  private void resize(int difference) {
    size += difference;
    if (size > 0) {
      empty.clear();
    } else {
      empty.set();
    }
  }

  private long now() {
    return home.enter(
            () -> {
              throw new IllegalStateException("was not closed with its loop: " + this);
            })
        .time();
  }

  /** Throws if this is not the thread of its loop. */
  void requireHome() {
    now();
  }

  int size() {
    return size;
  }

  int idle() {
    return idle.size();
  }

  int waiting() {
    return (int) waiters.stream().filter(waiter -> !waiter.isDone()).count();
  }

  @Override
  public String toString() {
    return "ResourcePool[%d of %d, %d idle, %d waiting%s]"
        .formatted(size, rules.maxSize(), idle.size(), waiting(), closed ? ", closed" : "");
  }
}
