package dev.fermata.internal.task;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Context;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import dev.fermata.machine.OpenGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs the tasks of one loop. */
public final class TaskExecution extends Execution {
  /** How many eager starts may nest on the native stack. */
  private static final int MAX_NESTED = 32;

  private final Loop loop;
  private @Nullable Running running;
  private @Nullable LoopTask<?> current;
  private int nested;

  /** Notes what tasks do, if anybody wants to know. */
  private @Nullable StepLog log;

  TaskExecution(Loop loop) {
    this.loop = loop;
  }

  /** Returns the loop whose tasks it runs. */
  public Loop loop() {
    return loop;
  }

  /** Returns the running task; null in a callback. */
  @Nullable LoopTask<?> current() {
    return current;
  }

  /** Returns the task that runs the machine that asks. */
  public LoopTask<?> task() {
    LoopTask<?> task = current;
    if (task == null) {
      throw new IllegalStateException("no task is running");
    }
    return task;
  }

  Running running() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException(loop + " is not running");
    }
    return now;
  }

  /** Returns the thread that it has; to another one, that it had a moment ago. */
  @Nullable Thread thread() {
    Running now = running;
    return now == null ? null : now.thread();
  }

  void runOn(@Nullable Running next) {
    running = next;
  }

  void setLog(@Nullable StepLog next) {
    log = next;
  }

  @Nullable StepLog log() {
    return log;
  }

  /** A task was made. */
  void made(LoopTask<?> task) {
    if (log != null) {
      log.made(task);
    }
  }

  /** A task was asked to end. */
  void cancelled(LoopTask<?> task) {
    if (log != null) {
      log.cancelled(task);
    }
  }

  private void goesOn(LoopTask<?> task) {
    if (log != null) {
      log.goesOn(task);
    }
    current = task;
  }

  private void hasStepped(LoopTask<?> task) {
    if (log != null) {
      log.hasStepped(task);
    }
  }

  /** Runs a task until it waits or is done. A fatal failure is thrown on. */
  void step(LoopTask<?> task) {
    Running now = running();
    now.enter(task.entry());
    goesOn(task);
    try {
      finish(task, run(task.resume(this)));
    } catch (Throwable failure) {
      end(task, failure);
    } finally {
      current = null;
      task.leave(now.snapshot());
      hasStepped(task);
    }
  }

  /**
   * Runs a new task inside the step of another one, or in a callback, until it waits or is done.
   *
   * @return false if it was not, since too many are nested already
   */
  boolean stepNested(LoopTask<?> task) {
    if (nested == MAX_NESTED) {
      return false;
    }
    Running now = running();
    LoopTask<?> outer = current;
    Context context = now.exchange(task.entry());
    goesOn(task);
    nested++;
    try {
      finish(task, runNested(task.resume(this)));
    } catch (Throwable failure) {
      end(task, failure);
    } finally {
      nested--;
      current = outer;
      task.leave(now.exchange(context));
      hasStepped(task);
    }
    return true;
  }

  private void finish(LoopTask<?> task, @Nullable Object result) {
    if (result == Machine.SUSPENDED) {
      task.suspended(takeInnermost());
    } else {
      task.returned(result);
      loop.taskDone(task);
    }
  }

  private void end(LoopTask<?> task, Throwable failure) {
    boolean fatal = Failures.isFatal(failure);
    if (fatal) {
      task.threwFatal(failure); // the heap may be full; and who waits for it must not be left
    } else {
      task.threw(failure);
    }
    loop.taskDone(task);
    if (fatal) {
      throw Failures.sneak(failure);
    }
  }

  void supplyValue(@Nullable Object value) {
    supply(value);
  }

  void supplyFailureOf(Throwable failure) {
    supplyFailure(failure);
  }

  /** Lets go of the caller of a coroutine that has ended otherwise than by a step of its own. */
  public static void release(CoroutineMachine<?> machine) {
    end(machine);
  }

  static Machine claimed(Coroutine<?> coroutine) {
    return claim(coroutine);
  }

  /** Returns {@code awaitable} as something that can be started; null if it is a deferred. */
  public static @Nullable Coroutine<?> startable(Awaitable<?> awaitable) {
    return asCoroutine(awaitable);
  }

  static List<StackTraceElement> stackOf(@Nullable Machine innermost) {
    return stack(innermost);
  }

  /** Returns the lines for a trace, of which so many at most. */
  static List<String> lines(StackTraceElement[] trace, int most) {
    List<String> lines = new ArrayList<>();
    Arrays.stream(trace).limit(most).forEach(place -> lines.add("at " + text(place)));
    if (trace.length > most) {
      lines.add("and " + (trace.length - most) + " more");
    }
    return lines;
  }

  static List<String> placesOf(@Nullable Machine machine, int innermost, int outermost) {
    return places(machine, innermost, outermost);
  }

  /**
   * Returns where the running task is: the part of it that a thread runs, and the awaits that wait
   * for that.
   *
   * @param trace what the thread of the loop is doing
   */
  StackTraceElement[] traceOfRunning(StackTraceElement[] trace) {
    LoopTask<?> task = current;
    return running(trace, task == null ? null : task.name());
  }

  static void traceInterruption(CancelledError cancelled, Machine innermost, String task) {
    traceAwait(cancelled, innermost, task);
  }

  /**
   * Returns a stack trace without what is of the runtime, and in lines of the user's source.
   *
   * @param task the name of the task in which it was made; null if in none
   */
  public static StackTraceElement[] traceOfCall(StackTraceElement[] made, @Nullable String task) {
    return readable(made, task);
  }

  /** Returns the generators that have begun and not ended, and that the loop is to close. */
  public List<OpenGenerator> generators() {
    return openGenerators();
  }

  List<OpenGenerator> takeLost() {
    return lostGenerators();
  }

  /**
   * Has the running task wait in {@code machine}, which is running, for {@code wait}.
   *
   * @return what the step of {@code machine} is to return
   */
  public Object suspend(Machine machine, Wait wait) {
    task().waitFor(wait);
    return suspend(machine);
  }

  @Override
  protected @Nullable Object awaitDeferred(Deferred<?> awaited) throws Throwable {
    AbstractDeferred<?> deferred = loop.localise((AbstractDeferred<?>) awaited);
    if (deferred.isDone()) {
      Throwable failure = deferred.failure();
      if (failure != null) {
        throw failure;
      }
      return deferred.value();
    }
    LoopTask<?> task = task();
    if (deferred == task) {
      throw new IllegalStateException(task + " awaits itself");
    }
    task.waitFor(deferred);
    deferred.addWaiter(task);
    return Machine.SUSPENDED;
  }

  @Override
  protected @Nullable Object awaitStage(CompletionStage<?> stage) throws Throwable {
    // Others may not tell whether they are done; then they are asked by a callback.
    if (stage.getClass() == CompletableFuture.class || stage instanceof LoopFuture<?>) {
      CompletableFuture<?> future = (CompletableFuture<?>) stage;
      if (future.isDone()) {
        return StageWait.outcome(future);
      }
    }
    return StageWait.begin(stage, task());
  }

  @Override
  protected boolean isDebug() {
    return loop.isDebug();
  }

  @Override
  protected String taskName() {
    return task().name();
  }

  @Override
  protected void awaitNextTurn() {
    loop.scheduler().add(task());
  }
}
