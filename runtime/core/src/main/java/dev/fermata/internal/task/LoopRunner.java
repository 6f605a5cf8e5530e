package dev.fermata.internal.task;

import dev.fermata.Clock;
import dev.fermata.Context;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionHandler;
import dev.fermata.TurnOrder;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs programs on a loop, and shuts it down. Follows {@code asyncio.Runner}. */
public final class LoopRunner implements EventLoop.Runner {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Loop loop;
  private Context context = Context.current();
  private boolean closed;

  /** What has left the loop, other than as the failure of a program. */
  private @Nullable Throwable thrown;

  private LoopRunner(Loop loop) {
    this.loop = loop;
  }

  /** Returns new settings. */
  public static EventLoop.Builder builder() {
    return new Settings();
  }

  /** Makes a loop, runs a program on it, and shuts it down. */
  public static <T> T runOnce(EventLoop.Builder builder, Coroutine<T> main) {
    requireNoLoop();
    try (EventLoop.Runner runner = builder.open()) {
      return runner.run(main);
    }
  }

  private static void requireNoLoop() {
    Loop running = Running.onThisThread().loop;
    if (running != null) {
      throw new IllegalStateException(
          running + " runs in this thread; await the coroutine, or start it");
    }
  }

  @Override
  public <T> T run(Coroutine<T> main) {
    requireNoLoop();
    if (closed) {
      throw new IllegalStateException(loop + " is closed");
    }
    LoopTask<T> task = loop.startHere(main, context, null);
    try {
      LoopThread.runUntilDone(loop, task);
    } catch (Throwable failure) {
      thrown = failure;
      throw failure;
    } finally {
      context = task.entry();
      if (task.isDone() && !task.isCancelled()) {
        task.exception(); // is thrown below, or something worse is: not to be reported
      }
    }
    return task.result();
  }

  @Override
  public EventLoop loop() {
    return loop;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    requireNoLoop();
    closed = true;
    try {
      Shutdown.run(loop);
    } catch (Throwable failure) {
      // A fatal error that has left run() may come again with a task that it went through. It was
      // thrown before, and a try statement could not add it to itself.
      if (failure != thrown) {
        throw failure;
      }
    } finally {
      LoopThread.close(loop);
      loop.blockingCalls().close();
    }
  }

  /** The settings of a new loop. */
  public static final class Settings implements EventLoop.Builder {
    private String name = "fermata-" + NUMBER.incrementAndGet();
    private boolean debug = Boolean.getBoolean("fermata.debug");
    private Clock clock = Clock.system();
    private @Nullable TurnOrder order;
    private @Nullable Executor executor;
    private @Nullable ExceptionHandler handler;

    private Settings() {}

    @Override
    public Settings name(String name) {
      this.name = Objects.requireNonNull(name);
      return this;
    }

    @Override
    public Settings debug(boolean debug) {
      this.debug = debug;
      return this;
    }

    @Override
    public Settings clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock);
      return this;
    }

    @Override
    public Settings order(TurnOrder order) {
      this.order = Objects.requireNonNull(order);
      return this;
    }

    @Override
    public Settings executor(Executor executor) {
      this.executor = Objects.requireNonNull(executor);
      return this;
    }

    @Override
    public Settings exceptionHandler(ExceptionHandler handler) {
      this.handler = Objects.requireNonNull(handler);
      return this;
    }

    @Override
    public EventLoop.Runner open() {
      return new LoopRunner(new Loop(name, clock, order, debug, executor, handler));
    }
  }
}
