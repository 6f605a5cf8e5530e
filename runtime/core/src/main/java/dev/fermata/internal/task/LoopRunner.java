package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.Context;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs programs on a loop, and shuts it down. Follows {@code asyncio.Runner}. */
public final class LoopRunner implements EventLoop.Runner {
  private final Loop loop;
  private final @Nullable Boolean signals;
  private Context context = Context.current();
  private boolean closed;

  /** The thread that uses this at present. */
  private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();

  /** What has left the loop, other than as the failure of a program. */
  private @Nullable Throwable thrown;

  LoopRunner(Loop loop, @Nullable Boolean signals) {
    this.loop = loop;
    this.signals = signals;
  }

  /** Makes a loop, runs a program on it, and shuts it down. */
  public static <T> T runOnce(Settings settings, Coroutine<T> main) {
    requireNoLoop(main);
    try (EventLoop.Runner runner = settings.openUnknown()) {
      return runner.run(main);
    }
  }

  private static void requireNoLoop(Coroutine<?> refused) {
    if (Running.onThisThread().loop != null) {
      refused.discard();
    }
    LoopThread.requireNoLoop();
  }

  @Override
  public <T> T run(Coroutine<T> main) {
    requireNoLoop(main);
    begin();
    try {
      return runAlone(main);
    } finally {
      user.set(null);
    }
  }

  /** Only one thread may run the loop at a time, or shut it down. */
  private void begin() {
    Thread present = user.compareAndExchange(null, Thread.currentThread());
    if (present != null) {
      throw new IllegalStateException(
          loop + " is run by the thread " + present.getName() + " at present");
    }
  }

  private <T> T runAlone(Coroutine<T> main) {
    if (closed) {
      throw new IllegalStateException(loop + " is closed");
    }
    LoopTask<T> task = loop.startHere(main, context, null);
    LoopThread.Stop stop = new LoopThread.Stop();
    task.addWaiter(stop);
    try (Interruption interruption = Interruption.of(task, stop, signals)) {
      LoopThread.runUntil(stop, loop, () -> task.cancelWith(interruption()));
      interruption.check();
    } catch (Throwable failure) {
      thrown = failure;
      throw failure;
    } finally {
      task.removeWaiter(stop);
      context = task.entry();
      if (task.isDone() && !task.isCancelled()) {
        task.exception(); // is thrown below, or something worse is: not to be reported
      }
    }
    return task.result();
  }

  private static Cancellation interruption() {
    return Cancellation.of(
        Source.INTERRUPT, null, "the thread of the event loop was interrupted", null);
  }

  @Override
  public EventLoop loop() {
    return loop;
  }

  @Override
  public void close() {
    LoopThread.requireNoLoop();
    begin();
    try {
      if (!closed) {
        closed = true;
        shutDown();
      }
    } finally {
      user.set(null);
    }
  }

  private void shutDown() {
    try {
      LoopThread.shutDown(loop);
    } catch (Throwable failure) {
      // A fatal error that has left run() may come again with a task that it went through. It was
      // thrown before, and a try statement could not add it to itself.
      if (failure != thrown) {
        throw failure;
      }
    }
  }
}
