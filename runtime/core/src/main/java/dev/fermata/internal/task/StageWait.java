package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.ExceptionContext;
import dev.fermata.internal.loop.Inbox;
import dev.fermata.internal.loop.Ready;
import dev.fermata.machine.Machine;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for a stage, which completes in any thread. The stage may also call back at
 * once, or more than once.
 */
final class StageWait extends Inbox.Entry
    implements Wait, BiConsumer<@Nullable Object, @Nullable Throwable> {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(StageWait.class, "state", Object.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final Loop loop;

  /** Both are forgotten when the wait is over: the stage may live on, and refers to this. */
  private @Nullable LoopTask<?> task;

  private @Nullable CompletionStage<?> stage;

  /** What the stage comes from, as long as that is of this loop and pending. */
  private @Nullable AbstractDeferred<?> source;

  /** Is told that {@link #source} is done. */
  private final Ready sourceDone = this::leaveTheLoop;

  /** The loop was told that something outside of it is under way. */
  private boolean outside;

  /** A {@link Phase}; in the end {@link Settled}. */
  private volatile Object state = Phase.REGISTERING;

  private StageWait(LoopTask<?> task, CompletionStage<?> stage) {
    this.loop = task.home();
    this.task = task;
    this.stage = stage;
  }

  /** Returns the value of a future that is done, or throws its failure. */
  static @Nullable Object outcome(CompletableFuture<?> future) throws Throwable {
    try {
      return future.getNow(null);
    } catch (CompletionException | CancellationException failed) {
      throw Failures.ofStage(failed);
    }
  }

  /** Has {@code task} wait for {@code stage}; returns its value if it has called back at once. */
  static @Nullable Object begin(CompletionStage<?> stage, LoopTask<?> task) throws Throwable {
    StageWait wait = new StageWait(task, stage);
    stage.whenComplete(wait);
    if (STATE.compareAndSet(wait, Phase.REGISTERING, Phase.WAITING)) {
      wait.findSource(stage);
      task.waitFor(wait);
      return Machine.SUSPENDED;
    }
    Throwable failure = wait.failure();
    if (failure != null) {
      throw failure;
    }
    return wait.value();
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable failure) {
    Settled settled = new Settled(value, failure == null ? null : Failures.ofStage(failure));
    Object before = STATE.compareAndExchange(this, Phase.WAITING, settled);
    if (before == Phase.WAITING) {
      loop.scheduler().post(this);
    } else if (before == Phase.REGISTERING
        && !STATE.compareAndSet(this, Phase.REGISTERING, settled)) {
      accept(value, failure); // it was registered meanwhile
    }
  }

  @Override
  public void turn() {
    LoopTask<?> waiter = task;
    if (waiter != null) {
      end();
      waiter.turn();
    }
  }

  @Override
  public boolean cancelWith(Cancellation request) {
    LoopTask<?> waiter = task;
    CompletionStage<?> source = stage;
    Settled cancelled = new Settled(null, new CancelledError(request));
    if (waiter == null || source == null || !STATE.compareAndSet(this, Phase.WAITING, cancelled)) {
      return false;
    }
    end();
    loop.scheduler().add(waiter);
    cancel(source, request);
    return true;
  }

  private void cancel(CompletionStage<?> source, Cancellation request) {
    if (source instanceof Bridge<?> bridge) {
      bridge.cancelWith(request);
      return;
    }
    try {
      source.toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException notCancellable) {
      // A stage need not support it. Then it runs on, and nobody waits for it.
    } catch (Throwable failure) {
      // Whoever cancels the task has nothing to do with it.
      if (Failures.isFatal(failure)) {
        throw failure;
      }
      loop.report(new ExceptionContext("a stage could not be cancelled", failure, source));
    }
  }

  /**
   * What comes from a task of this loop is not outside, so that a virtual clock may jump; what was
   * made of that may be something else when the task is done.
   */
  private void findSource(CompletionStage<?> of) {
    AbstractDeferred<?> pending = LoopFuture.pendingSource(loop, of);
    source = pending;
    if (pending == null) {
      leaveTheLoop();
    } else {
      pending.addWaiter(sourceDone);
    }
  }

  private void leaveTheLoop() {
    source = null;
    if (task != null) {
      outside = true;
      loop.scheduler().outsideBegins();
    }
  }

  private void end() {
    if (outside) {
      outside = false;
      loop.scheduler().outsideEnds();
    }
    if (source != null) {
      source.removeWaiter(sourceDone);
      source = null;
    }
    task = null;
    stage = null;
  }

  @Override
  public @Nullable Throwable failure() {
    return ((Settled) state).failure;
  }

  @Override
  public @Nullable Object value() {
    return ((Settled) state).value;
  }

  @Override
  public Obstacle obstacle() {
    AbstractDeferred<?> inside = source;
    return inside == null ? new Obstacle("the stage", stage, "", List.of()) : inside.obstacle();
  }

  private enum Phase {
    REGISTERING,
    WAITING
  }

  private record Settled(@Nullable Object value, @Nullable Throwable failure) {}
}
