package dev.fermata.internal.body;

import dev.fermata.Awaitable;
import dev.fermata.internal.task.Failures;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Running;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs original bodies. It and the thread that steps one of its machines hand a
 * {@link Baton} to each other. So it may act for the loop's thread, and awaits through the {@link
 * Execution} as a machine does.
 *
 * <p>A coroutine that a body awaits directly runs in the same thread, as a plain call, so that the
 * stack in a debugger is the chain of awaits. When it waits, each of the bodies on that stack is a
 * waiting machine of its own: the trampoline of the task resumes the one above first, and when that
 * has ended the one below. Whatever is stepped in another way, as a generator is, has its body in a
 * thread of its own.
 */
final class BodyThread {
  private static final ThreadLocal<@Nullable BodyThread> CURRENT = new ThreadLocal<>();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /**
   * How often bodies that are unwound may wait nevertheless, before their thread is left to itself.
   */
  private static final int MOST_REFUSALS = 1000;

  private final Loop loop = Loop.current();
  private final Runnable unwinding = this::unwind;
  private final Levels levels = new Levels();
  private final Execution execution;
  private final Baton baton;

  /**
   * Puts what carriers have taken from the thread that gives the baton into the one that gets it.
   */
  private @Nullable Runnable carried;

  private Running running = Running.onThisThread();
  private Phase phase = Phase.RUNS;

  /** What is awaited on behalf of the innermost body, and not stepped yet. */
  private @Nullable Object expected;

  private boolean abandoned;
  private boolean ended;

  private BodyThread(OriginalBody first, Execution execution) {
    this.execution = execution;
    this.baton = new Baton(() -> run(first), "fermata-body-" + NUMBER.incrementAndGet());
  }

  /** Returns the one whose innermost body is running this code, or null. */
  static @Nullable BodyThread current() {
    BodyThread current = CURRENT.get();
    return current == null || current.phase != Phase.RUNS ? null : current;
  }

  /** Returns the innermost body. */
  OriginalBody body() {
    return levels.top();
  }

  /**
   * Makes the first step of a coroutine, in this thread where that is what a body awaits.
   *
   * @return what the step is to return
   * @throws Throwable what the step is to throw
   */
  static @Nullable Object begin(OriginalCoroutine<?> body, Execution execution) throws Throwable {
    BodyThread here = CURRENT.get();
    if (here != null && here.expected == body) {
      here.expected = null;
      if (here.phase == Phase.ENDS) {
        here.levels.replaceTop(body);
        return Machine.SUSPENDED; // it runs when this has returned, instead of on top of it
      }
      if (!here.levels.areFull()) {
        return here.runNested(body);
      }
    }
    return start(body, execution);
  }

  /**
   * Makes the first step of a machine in a thread of its own.
   *
   * @return what the step is to return
   * @throws Throwable what the step is to throw
   */
  static @Nullable Object start(OriginalBody body, Execution execution) throws Throwable {
    BodyThread made = new BodyThread(body, execution);
    made.loop.addLeftover(made.unwinding);
    body.runsIn(made);
    return made.resume(null, null);
  }

  /**
   * Lets the innermost body go on.
   *
   * @param value what it waited for
   * @param thrown what to throw there instead, or null
   * @return the outcome of the step: a result, or that it waits or has emitted
   * @throws Throwable the failure of the body
   */
  @Nullable Object resume(@Nullable Object value, @Nullable Throwable thrown) throws Throwable {
    running = Running.onThisThread();
    carried = running.handOver();
    try {
      return baton.give(value, thrown);
    } finally {
      takeOver();
      if (ended) {
        loop.removeLeftover(unwinding);
      }
    }
  }

  private void run(OriginalBody first) {
    CURRENT.set(this);
    Running.actFor(running);
    takeOver();
    levels.push(first);
    Object result = null;
    Throwable thrown = null;
    try {
      result = runTop();
    } catch (Throwable failed) {
      thrown = failed;
    }
    levels.pop();
    ended = true;
    carried = running.handOver();
    baton.leave(result, thrown);
  }

  /** Runs a body on top of the one that awaits it. */
  private @Nullable Object runNested(OriginalBody body) throws Throwable {
    levels.push(body);
    body.runsIn(this);
    Object result = null;
    Throwable thrown = null;
    try {
      result = runTop();
    } catch (Throwable failed) {
      thrown = failed;
    }
    phase = Phase.AWAITS;
    if (levels.pop()) {
      return giveBack(result, thrown);
    }
    if (thrown != null) {
      throw thrown;
    }
    return result;
  }

  /** Runs the innermost body, and in its place what it returns. */
  private @Nullable Object runTop() throws Throwable {
    while (true) {
      OriginalBody body = levels.top();
      Object result = null;
      try {
        phase = Phase.RUNS;
        Object returned = Levels.call(body.original());
        phase = Phase.ENDS;
        if (!abandoned) {
          expected = returned;
          result = body.end(returned, execution);
        }
      } catch (Throwable failed) {
        body.failed();
        throw failed;
      } finally {
        expected = null;
        body.runsIn(null);
      }
      if (levels.top() == body) {
        return result;
      }
      levels.top().runsIn(this);
    }
  }

  /** In this thread: awaits for the innermost body. */
  @Nullable Object await(Awaitable<?> awaitable) {
    return perform(awaitable, () -> execution.await(awaitable, (Machine) levels.top()));
  }

  /** In this thread: awaits for the innermost body. */
  @Nullable Object await(CompletionStage<?> stage) {
    return perform(null, () -> execution.await(stage, (Machine) levels.top()));
  }

  /** In this thread: emits for the innermost body, which is that of a generator. */
  void emit(OriginalGenerator<?> generator, @Nullable Object value) {
    perform(null, () -> generator.emitUnchecked(value));
  }

  private @Nullable Object perform(@Nullable Object awaited, Step step) {
    try {
      if (abandoned) {
        return giveBack(Machine.SUSPENDED, null);
      }
      phase = Phase.AWAITS;
      expected = awaited;
      Object result = step.make();
      expected = null;
      return result == Machine.SUSPENDED || result == Machine.EMITTED ? pause(result) : result;
    } catch (Throwable failed) {
      throw Failures.sneak(failed);
    } finally {
      expected = null;
      phase = Phase.RUNS;
    }
  }

  private @Nullable Object pause(Object marker) throws Throwable {
    levels.detach();
    return giveBack(marker, null);
  }

  private @Nullable Object giveBack(@Nullable Object value, @Nullable Throwable thrown)
      throws Throwable {
    carried = running.handOver();
    try {
      return baton.giveBack(value, thrown);
    } finally {
      Running.actFor(running);
      takeOver();
    }
  }

  /**
   * This thread acts now; gives it the values that carriers have taken from the one that had the
   * baton.
   */
  private void takeOver() {
    running.takeOver();
    Runnable taken = carried;
    carried = null;
    if (taken != null) {
      taken.run();
    }
  }

  /** Returns where in the source a body waits; {@code otherwise} if that is not known. */
  StackTraceElement place(OriginalBody body, StackTraceElement otherwise) {
    StackTraceElement place = levels.place(body, baton.body());
    return place == null ? otherwise : place;
  }

  /** Ends bodies that wait, and that nothing will resume any more. */
  private void unwind() {
    abandoned = true;
    for (int refused = 0; refused < MOST_REFUSALS && !ended; refused++) {
      try {
        resume(null, new Abandoned());
      } catch (Throwable unwound) {
        // It is that, or what a finally block has put in its place. Nobody is there to be told.
      }
    }
  }

  /** What the innermost body does. */
  private enum Phase {
    RUNS,
    AWAITS,
    ENDS
  }

  /** A step of the innermost body's machine. */
  private interface Step {
    @Nullable Object make() throws Throwable;
  }
}
