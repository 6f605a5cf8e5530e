package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.TimerHandle;
import dev.fermata.annotations.Async;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives an action the last of the values that were submitted, when its time has come, and one run
 * at a time. A {@link Debouncer} and a {@link Throttle} say when that is.
 */
abstract class Deliveries<T> {
  private final Home home = new Home(this);
  private final BackgroundTasks background = BackgroundTasks.open();
  private final String name;
  private final AsyncFunction<? super T, ?, RuntimeException> action;
  private @Nullable T pending;
  private boolean closed;

  /** When the pending value is to be delivered. */
  private long due;

  /** Comes not later than that, and then sees whether there is something to do. */
  private @Nullable TimerHandle timer;

  /** The last run. */
  private @Nullable Task<Void> run;

  /** When that has begun. */
  private long begun;

  Deliveries(String name, AsyncFunction<? super T, ?, ?> action) {
    this.name = name;
    this.action = Unchecked.function(action);
  }

  long now() {
    return home.enter(this::forget).time();
  }

  /** The tasks of the loop that was closed have ended, and its timers will not come. */
  private void forget() {
    timer = null;
    run = null;
    drop();
  }

  boolean isPending() {
    return pending != null;
  }

  long due() {
    return due;
  }

  /** Returns the first time from now on that is a period after the last run has begun. */
  long nextAfter(long period) {
    long now = now();
    return run == null ? now : Math.max(now, begun + period);
  }

  void submit(T submitted, long at) {
    if (closed) {
      throw new IllegalStateException("closed: " + this);
    }
    pending = Objects.requireNonNull(submitted);
    due = at;
    proceed();
  }

  private void proceed() {
    EventLoop loop = home.enter(this::forget);
    if (pending == null || isRunning()) {
      return;
    }
    if (due <= loop.time()) {
      begin(pending);
    } else if (timer == null) {
      timer = loop.callAt(due, this::timeHasCome);
    }
  }

  private void timeHasCome() {
    timer = null;
    proceed();
  }

  private boolean isRunning() {
    return run != null && !run.isDone();
  }

  private void begin(T delivered) {
    drop();
    begun = now();
    Task<Void> started = background.start(deliver(delivered), name);
    run = started;
    started.onDone(ended -> proceed());
  }

  void drop() {
    pending = null;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  @Async
  Coroutine<Void> deliver(T delivered) {
    await(action.begin(delivered));
    return done();
  }

  @Async
  Coroutine<Void> flush() {
    await(ended());
    T last = pending;
    if (last != null) {
      begin(last);
    }
    return ended();
  }

  /** Waits for the run that is under way. */
  @Async
  Coroutine<Void> ended() {
    Task<Void> last = run;
    if (last != null) {
      await(Tasks.wait(List.of(last), ReturnWhen.ALL_COMPLETED));
    }
    return done();
  }

  @Async
  Coroutine<Void> exit(@Nullable Throwable failure) {
    closed = true;
    if (failure == null) {
      try {
        await(flush());
      } catch (CancelledError cancelled) {
        drop();
        await(background.exit(cancelled));
        throw cancelled;
      }
    }
    drop();
    return background.exit(failure);
  }

  @Override
  public String toString() {
    String state = closed ? "closed" : isPending() ? "pending" : "idle";
    return name + "[" + state + (isRunning() ? ", running" : "") + "]";
  }
}
