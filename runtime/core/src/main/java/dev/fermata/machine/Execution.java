package dev.fermata.machine;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What runs machines: the task that is running, as generated code sees it. There is one for each
 * event loop.
 *
 * <p>Awaiting a machine runs it at once, as a native call that returns its value or throws its
 * failure. When that has nested too deep for the stack, the next machine is not called: everything
 * unwinds as if it waited, and the trampoline in {@link #run} calls it from below. A task remembers
 * only its innermost waiting machine; each machine knows its caller. So a resumption costs the same
 * at any depth, and depth is bounded by memory alone.
 */
public abstract class Execution {
  /** How many machines run nested on the native stack. */
  private static final int MAX_DEPTH = 128;

  private int depth;

  /** The machine that was not called, for depth; what the trampoline runs next. */
  private @Nullable Machine postponed;

  /** The machine that waits, after a step has returned {@link Machine#SUSPENDED}. */
  private @Nullable Machine innermost;

  /*
   * The outcome for the step that is about to be made. It passes through fields since a local
   * variable of the trampoline would keep the value alive for as long as the step runs.
   */
  private @Nullable Object value;
  private @Nullable Throwable failure;

  /** The machine that the trampoline steps; null between two steps. For reports. */
  private @Nullable Machine stepped;

  /** The failure that the last step of the trampoline was given. */
  private @Nullable Throwable received;

  /** The failure that is on its way through the machines of the task. */
  private @Nullable Throwable traced;

  private final OpenGenerators generators = new OpenGenerators();

  /** Makes the execution of a loop. */
  protected Execution() {}

  /**
   * Awaits a coroutine, deferred or step of a generator.
   *
   * @param <T> the type of its value, for {@code awaitable} to be inferred from
   * @param awaitable what to await
   * @param caller the machine that awaits it
   * @return its value if there is one now, else {@link Machine#SUSPENDED}: then {@code caller} is
   *     to save itself and return that
   * @throws Throwable its failure, if it has failed now
   */
  public final <T> @Nullable Object await(Awaitable<? extends T> awaitable, Machine caller)
      throws Throwable {
    if (awaitable instanceof CoroutineMachine<?> machine) {
      if (machine.caller != null) {
        return awaitUsed(machine, caller);
      }
      machine.caller = caller;
      int level = depth;
      if (level == MAX_DEPTH) {
        return postpone(machine, null);
      }
      depth = level + 1;
      try {
        Object result = machine.step(this, null, null);
        if (result != Machine.SUSPENDED) {
          machine.end();
          depth = level;
        }
        return result;
      } catch (Throwable thrown) {
        trace(thrown, machine);
        machine.end();
        depth = level;
        throw thrown;
      }
    }
    return awaitOther(awaitable, caller);
  }

  /**
   * Awaits a stage. Its failure is thrown without the {@code CompletionException} around it. When
   * the task is cancelled while it waits, the stage is cancelled.
   *
   * @param <T> the type of its value, for {@code stage} to be inferred from
   * @param stage what to await
   * @param caller the machine that awaits it
   * @return its value if there is one now, else {@link Machine#SUSPENDED}
   * @throws Throwable its failure, if it has failed now
   */
  public final <T> @Nullable Object await(CompletionStage<? extends T> stage, Machine caller)
      throws Throwable {
    if (stage == null) {
      throw nullAwaited(caller);
    }
    try {
      return waiting(awaitStage(stage), caller);
    } catch (Throwable handedOn) {
      receive(handedOn, caller);
      throw handedOn;
    }
  }

  /**
   * Awaits a coroutine in the place of {@code frame}, which ends here: the outcome of the coroutine
   * is its outcome, and nothing of it is kept.
   *
   * @param coroutine what to await
   * @param frame the machine that returns what this returns
   * @return the value if there is one now, else {@link Machine#SUSPENDED}
   * @throws Throwable its failure, if it has failed now
   */
  public final @Nullable Object tail(Coroutine<?> coroutine, Machine frame) throws Throwable {
    Machine caller = frame.caller;
    if (caller == null) {
      throw new IllegalStateException(frame.body() + " is not running");
    }
    if (coroutine == null) {
      throw new NullPointerException(
          frame.body()
              + " returned null; a body ends with return done(value), or return done() without a value");
    }
    // A yield keeps its caller as the machine to go on with, and a root is none.
    Coroutine<?> successor = coroutine == YieldNow.INSTANCE ? new Relay<>(coroutine) : coroutine;
    if (successor instanceof CoroutineMachine<?> machine) {
      machine.unwatch();
      if (machine.caller == null) {
        frame.failed(this); // as much as ended; its outcome is for another machine to give
      }
    }
    return await(successor, caller);
  }

  private @Nullable Object awaitUsed(CoroutineMachine<?> machine, Machine caller) throws Throwable {
    if (machine == YieldNow.INSTANCE) {
      awaitNextTurn();
      return suspend(caller);
    }
    machine.unwatch();
    if (machine.caller == null) {
      return await(machine, caller);
    }
    throw machine.usedTwice();
  }

  private @Nullable Object awaitOther(Awaitable<?> awaitable, Machine caller) throws Throwable {
    if (awaitable instanceof Deferred<?> deferred) {
      try {
        return waiting(awaitDeferred(deferred), caller);
      } catch (Throwable handedOn) {
        receive(handedOn, caller);
        throw handedOn;
      }
    }
    if (awaitable instanceof GeneratorHandle<?> generator) {
      return advance(generator, null, caller);
    }
    throw nullAwaited(caller);
  }

  private static NullPointerException nullAwaited(Machine caller) {
    return new NullPointerException(
        caller.body()
            + " awaits null, or returns it as a future: done() and completedFuture(null) are what there"
            + " is nothing to wait for");
  }

  private @Nullable Object waiting(@Nullable Object result, Machine caller) {
    if (result == Machine.SUSPENDED) {
      innermost = caller;
    }
    return result;
  }

  /** Remembers {@code machine} as the one that waits, and returns {@link Machine#SUSPENDED}. */
  protected final Object suspend(Machine machine) {
    innermost = machine;
    return Machine.SUSPENDED;
  }

  /**
   * Moves a generator to its next element, throwing {@code thrown} at its {@code emit} if given.
   */
  final @Nullable Object advance(
      GeneratorHandle<?> handle, @Nullable Throwable thrown, Machine caller) throws Throwable {
    GeneratorMachine<?> generator = handle.machine;
    if (!generator.enter(this)) {
      return false;
    }
    if (generator.begin()) {
      generator.setOpen(generators.add(handle, isDebug() ? beginning(handle, caller) : null));
    }
    return resume(generator, thrown, caller);
  }

  private @Nullable Object resume(
      GeneratorMachine<?> generator, @Nullable Throwable thrown, Machine caller) throws Throwable {
    generator.caller = caller;
    int level = depth;
    if (level == MAX_DEPTH) {
      return postpone(generator, thrown);
    }
    depth = level + 1;
    try {
      Object result = generator.step(this, null, thrown);
      if (result == Machine.SUSPENDED) {
        return result;
      }
      depth = level;
      return generator.ended(this, result);
    } catch (Throwable failed) {
      trace(failed, generator);
      depth = level;
      generator.failed(this);
      throw failed;
    }
  }

  /** Throws {@code closed} at the {@code emit} of a generator that may emit no more. */
  final @Nullable Object close(GeneratorMachine<?> generator, Throwable closed, Machine caller)
      throws Throwable {
    if (!generator.enter(this)) {
      return false;
    }
    generator.closing();
    return resume(generator, closed, caller);
  }

  private Object postpone(Machine machine, @Nullable Throwable thrown) {
    postponed = machine;
    failure = thrown;
    return Machine.SUSPENDED;
  }

  /** Gives the machine that {@link #run} is called with this value instead of null. */
  protected final void supply(@Nullable Object value) {
    this.value = value;
  }

  /** Gives the machine that {@link #run} is called with this failure. */
  protected final void supplyFailure(Throwable failure) {
    this.value = null;
    this.failure = failure;
  }

  /** Marks a coroutine as the root of a task, which nothing else may await or start. */
  protected static Machine claim(Coroutine<?> coroutine) {
    if (coroutine == YieldNow.INSTANCE) {
      return claim(new Relay<>(coroutine));
    }
    CoroutineMachine<?> machine =
        (CoroutineMachine<?>) Objects.requireNonNull(coroutine, "null cannot be started");
    machine.claim();
    return machine;
  }

  /** Marks a coroutine as ended, as the step that ends it does. */
  protected static void end(CoroutineMachine<?> machine) {
    machine.end();
  }

  /** Returns {@code awaitable} as a coroutine that can be started; null if it is a deferred. */
  protected static @Nullable Coroutine<?> asCoroutine(Awaitable<?> awaitable) {
    if (awaitable instanceof GeneratorHandle<?> generator) {
      return new Advance(generator, null);
    }
    return awaitable instanceof Coroutine<?> coroutine ? coroutine : null;
  }

  /**
   * Runs a task from one of its machines until the task waits or ends.
   *
   * @param machine the machine to step first, with what was supplied
   * @return {@link Machine#SUSPENDED}, with {@link #takeInnermost()} as the machine to go on with;
   *     else the result of the task
   * @throws Throwable the failure of the task
   */
  protected final @Nullable Object run(Machine machine) throws Throwable {
    for (; ; ) {
      Machine caller = machine.caller;
      stepped = machine;
      depth = 1;
      Throwable thrown = null;
      Object result = null;
      try {
        result = machine.step(this, takeValue(), takeFailure());
      } catch (Throwable failed) {
        thrown = failed;
        postponed = null; // by a step that has unwound in an unusual way, as by a full stack
      }
      if (result == Machine.SUSPENDED) {
        Machine next = postponed;
        if (next == null) {
          leave();
          return result;
        }
        postponed = null;
        machine = next;
        continue;
      }
      if (thrown != null) {
        trace(thrown, machine);
        machine.failed(this);
        if (caller == Machine.ROOT) {
          leave();
          throw thrown;
        }
        failure = thrown;
      } else {
        result = machine.ended(this, result);
        if (caller == Machine.ROOT) {
          leave();
          return result;
        }
        value = result;
      }
      if (caller == null) {
        throw new IllegalStateException(machine.body() + " was stepped, but nobody awaits it");
      }
      machine = caller;
    }
  }

  /**
   * Runs a task inside the step of another one.
   *
   * @see #run
   */
  protected final @Nullable Object runNested(Machine machine) throws Throwable {
    int level = depth;
    Machine below = stepped;
    try {
      return run(machine);
    } finally {
      depth = level;
      stepped = below;
    }
  }

  private void leave() {
    stepped = null;
    received = null;
    traced = null;
  }

  /** Completes the stack trace of a failure that leaves a machine, unless that was done below. */
  private void trace(Throwable thrown, Machine machine) {
    if (thrown == traced) {
      return;
    }
    traced = thrown;
    if (thrown == received) {
      if (AwaitTrace.isWanted(thrown)) {
        AwaitTrace.ofReceived(thrown, machine, false, taskName());
      }
    } else if (!machine.isInThread() && AwaitTrace.isWanted(thrown)) {
      AwaitTrace.ofThrown(thrown, machine, taskName());
    }
  }

  /** Completes the stack trace of a failure that an await has at once. */
  private void receive(Throwable thrown, Machine machine) {
    traced = thrown;
    if (AwaitTrace.isWanted(thrown)) {
      AwaitTrace.ofReceived(thrown, machine, true, taskName());
    }
  }

  private @Nullable Object takeValue() {
    Object taken = value;
    value = null;
    return taken;
  }

  private @Nullable Throwable takeFailure() {
    Throwable taken = failure;
    failure = null;
    received = taken;
    return taken;
  }

  /** Returns and forgets the machine that the task waits in, after {@link #run} suspended. */
  protected final Machine takeInnermost() {
    Machine taken = innermost;
    if (taken == null) {
      throw new IllegalStateException("a step returned SUSPENDED, but awaited nothing");
    }
    innermost = null;
    return taken;
  }

  /**
   * Gives a cancellation that has no stack trace the await that it interrupts.
   *
   * @param innermost the machine that waits
   * @param task the name of the task
   */
  protected static void traceAwait(CancelledError cancelled, Machine innermost, String task) {
    AwaitTrace.ofInterruption(cancelled, innermost, task);
  }

  /**
   * Returns a stack trace without what is of the runtime, and in lines of the user's source.
   *
   * @param made the trace as the virtual machine has it
   * @param task the name of the task in which it was made; null if in none
   */
  protected static StackTraceElement[] readable(StackTraceElement[] made, @Nullable String task) {
    return AwaitTrace.ofCall(made, task);
  }

  /** Returns the places in the source that a task waits at, innermost first. */
  protected static List<StackTraceElement> stack(@Nullable Machine innermost) {
    List<StackTraceElement> stack = new ArrayList<>();
    Machine machine = waiting(innermost);
    while (machine != null) {
      stack.add(machine.place());
      machine = waiting(machine.caller);
    }
    return stack;
  }

  /**
   * Returns the same in lines for people.
   *
   * @param first how many of the innermost ones there are at most
   * @param last how many of the outermost ones come after what is left out
   */
  protected static List<String> places(@Nullable Machine innermost, int first, int last) {
    int all = 0;
    for (Machine machine = waiting(innermost); machine != null; machine = waiting(machine.caller)) {
      all++;
    }
    List<String> places = new ArrayList<>();
    int place = 0;
    for (Machine machine = waiting(innermost); machine != null; machine = waiting(machine.caller)) {
      if (place == first && all > first + last) {
        places.add("and " + (all - first - last) + " more, up to");
      }
      if (place < first || place >= all - last) {
        places.add("at " + text(machine.place()));
      }
      place++;
    }
    return places;
  }

  /** Returns a place in a line, without the class loader and module that the JDK would name. */
  protected static String text(StackTraceElement place) {
    String file = place.getFileName() == null ? "Unknown Source" : place.getFileName();
    String line = place.getLineNumber() < 0 ? "" : ":" + place.getLineNumber();
    String where = place.isNativeMethod() ? "Native Method" : file + line;
    return place.getClassName() + "." + place.getMethodName() + "(" + where + ")";
  }

  private static @Nullable Machine waiting(@Nullable Machine machine) {
    return machine == Machine.ROOT || machine == Machine.ENDED ? null : machine;
  }

  /**
   * Returns where the task is that a thread runs.
   *
   * @param made what the thread is doing, as the virtual machine has it
   * @param task the name of the task; null if none runs
   */
  protected final StackTraceElement[] running(StackTraceElement[] made, @Nullable String task) {
    return AwaitTrace.ofRunning(made, stepped, task);
  }

  /** Returns what a deferred has now, throws its failure, or has the task wait for it. */
  protected abstract @Nullable Object awaitDeferred(Deferred<?> deferred) throws Throwable;

  /** Returns what a stage has now, throws its failure, or has the task wait for it. */
  protected abstract @Nullable Object awaitStage(CompletionStage<?> stage) throws Throwable;

  /** Returns the name of the running task. */
  protected abstract String taskName();

  /** Has the task wait for the next turn of the loop. */
  protected abstract void awaitNextTurn();

  /** Returns whether mistakes are looked for that cost time to find. */
  protected abstract boolean isDebug();

  private Throwable beginning(GeneratorHandle<?> generator, Machine consumer) {
    Throwable place = new IllegalStateException(generator.machine.body() + " was begun here");
    if (!consumer.isInThread()) {
      AwaitTrace.ofThrown(place, consumer, taskName());
    }
    return place;
  }

  final boolean has(OpenGenerators all) {
    return all == generators;
  }

  /** Returns the generators that have begun and not ended, in the order in which they began. */
  protected final List<OpenGenerator> openGenerators() {
    return generators.toList();
  }

  /**
   * Returns those generators of {@link #openGenerators} that nobody can move on any more, since the
   * collector has found that the program has lost them; each of them once.
   */
  protected final List<OpenGenerator> lostGenerators() {
    return generators.removeLost();
  }
}
