package dev.fermata.machine;

import dev.fermata.CancelledError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a failure the stack trace that it would have if {@code await} were a call: the user's
 * methods and lines, up to the task, whether they were on the native stack or waiting.
 *
 * <p>That is done once, when the failure first leaves a machine. The trace ends in an element for
 * the task, by which it is known to have been done.
 */
final class AwaitTrace {
  /** How many elements a trace has at most; the JVM has the same limit. */
  private static final int MOST = 1024;

  private static final String TASK = "dev.fermata.Task";
  private static final String STEP = "step";
  private static final String API = "dev.fermata.";

  private static final StackTraceElement[] NOTHING = {};

  /** Traces are what the JVM has made, with the awaits that wait after that. */
  private static final boolean FULL = Boolean.getBoolean("fermata.fullTraces");

  private final StackTraceElement[] nativeTrace;
  private final List<StackTraceElement> trace = new ArrayList<>();

  private AwaitTrace(StackTraceElement[] nativeTrace) {
    this.nativeTrace = nativeTrace;
  }

  /**
   * Completes the trace of a failure that a step has made and thrown.
   *
   * @param thrower the machine of that step
   * @param task the name of the task
   */
  static void ofThrown(Throwable failure, Machine thrower, String task) {
    StackTraceElement[] made = failure.getStackTrace();
    AwaitTrace own = new AwaitTrace(made);
    if (own.stepOf(thrower, 0) < 0) {
      ofReceived(failure, thrower, false, task);
    } else if (isIncomplete(made)) {
      own.addAllIfFull();
      int rest = own.addMachines(thrower);
      own.addEnd(task);
      for (int i = rest; i < made.length; i++) {
        if (!FULL && !isOurs(made[i])) {
          own.trace.add(made[i]);
        }
      }
      own.giveTo(failure);
    }
  }

  /**
   * Completes the trace of a failure that was made elsewhere, and handed on to an await.
   *
   * @param receiver the machine that awaits
   * @param running whether that machine is on the native stack
   * @param task the name of the task
   */
  static void ofReceived(Throwable failure, Machine receiver, boolean running, String task) {
    StackTraceElement[] made = failure.getStackTrace();
    if (isIncomplete(made)) {
      AwaitTrace own = new AwaitTrace(running ? new Throwable().getStackTrace() : NOTHING);
      String generated = generated(receiver);
      for (StackTraceElement element : made) {
        boolean known = !FULL && element.getClassName().startsWith(generated);
        own.trace.add(known ? receiver.body().ofGenerated(element, "lambda$") : element);
      }
      own.addMachines(receiver);
      own.addEnd(task);
      own.giveTo(failure);
    }
  }

  /**
   * Gives a cancellation that has no trace the await that it interrupts.
   *
   * @param interrupted the machine that waits
   * @param task the name of the task
   */
  static void ofInterruption(CancelledError cancelled, Machine interrupted, String task) {
    if (cancelled.getStackTrace().length == 0) {
      AwaitTrace own = new AwaitTrace(NOTHING);
      own.addMachines(interrupted);
      own.addEnd(task);
      own.giveTo(cancelled);
    }
  }

  /**
   * Returns the trace of a call that was made by a body or by anything else.
   *
   * @param made the trace as the virtual machine has it
   * @param task the name of the task that has made the call, if one has
   */
  static StackTraceElement[] ofCall(StackTraceElement[] made, @Nullable String task) {
    if (FULL) {
      return made;
    }
    AwaitTrace own = new AwaitTrace(made);
    String end = task;
    for (StackTraceElement element : made) {
      if (end != null && isRun(element)) {
        own.addEnd(end);
        end = null;
      } else {
        own.addOfCall(element);
      }
    }
    return own.trace.toArray(NOTHING);
  }

  /**
   * Returns the trace of a task that a thread runs.
   *
   * @param made what the thread is doing, as the virtual machine has it
   * @param stepped the machine that the trampoline has called, if that is known
   * @param task the name of the task; null if none runs
   */
  static StackTraceElement[] ofRunning(
      StackTraceElement[] made, @Nullable Machine stepped, @Nullable String task) {
    AwaitTrace own = new AwaitTrace(made);
    own.addAllIfFull();
    boolean stops = false;
    for (int i = 0; i < made.length && !stops; i++) {
      stops = task != null && isRun(made[i]);
      if (!stops && !FULL) {
        own.addOfCall(made[i]);
      }
    }
    if (stops && stepped != null) {
      own.addWaiting(callerOf(stepped));
    }
    if (task != null) {
      own.addEnd(task);
    }
    return own.trace.toArray(NOTHING);
  }

  private void addAllIfFull() {
    if (FULL) {
      trace.addAll(Arrays.asList(nativeTrace));
    }
  }

  private void addOfCall(StackTraceElement element) {
    if (!isOurs(element) && !isGlue(element) && !(trace.isEmpty() && isEntry(element))) {
      StackTraceElement source = Body.source(element);
      if (source != null) {
        trace.add(source);
      }
    }
  }

  /** Returns whether a failure is to have the awaits in its trace. */
  static boolean isWanted(Throwable failure) {
    // A full stack or heap leaves no room to work.
    return !(failure instanceof VirtualMachineError);
  }

  private static boolean isIncomplete(StackTraceElement[] made) {
    for (StackTraceElement element : made) {
      if (element.getClassName().equals(TASK)) {
        return false;
      }
    }
    return made.length > 0;
  }

  private void addEnd(String task) {
    trace.add(new StackTraceElement(TASK, "run", task, -1));
  }

  private void giveTo(Throwable failure) {
    failure.setStackTrace(trace.toArray(NOTHING));
  }

  /**
   * Adds the places of the machines from one to the root of the task.
   *
   * @return where the native stack goes on
   */
  private int addMachines(Machine innermost) {
    Machine machine = innermost;
    int from = 0;
    int step = stepOf(innermost, 0);
    while (machine != null && step >= 0) {
      add(machine, from, step);
      machine = callerOf(machine);
      from = step + 1;
      int calls = from;
      while (calls < nativeTrace.length && isAwait(nativeTrace[calls])) {
        calls++;
      }
      step = calls == from ? -1 : stepOf(machine, calls);
    }
    addWaiting(machine);
    return from;
  }

  private void addWaiting(@Nullable Machine innermost) {
    Machine machine = innermost;
    while (machine != null && trace.size() < MOST) {
      if (FULL || !machine.body().isImplied()) {
        trace.add(machine.place());
      }
      machine = callerOf(machine);
    }
  }

  /**
   * Adds what a machine on the native stack has called, and the place where it stands.
   *
   * @param from what comes after the machine above, or 0
   * @param step the step of this one
   */
  private void add(Machine machine, int from, int step) {
    if (FULL) {
      return; // it is there as the JVM has it
    }
    Body body = machine.body();
    String generated = generated(machine);
    int own = step;
    while (own > from && isStep(nativeTrace[own - 1], generated)) {
      own--;
    }
    for (int i = from; from == 0 && i < own; i++) {
      StackTraceElement element = nativeTrace[i];
      if (isOurs(element) || isGlue(element) || (isLock(nativeTrace[own]) && isLock(element))) {
        continue;
      }
      trace.add(
          element.getClassName().startsWith(generated)
              ? body.ofGenerated(element, "lambda$")
              : element);
    }
    if (body.isImplied()) {
      return;
    }
    trace.add(
        isOurs(nativeTrace[own]) || isLock(nativeTrace[own])
            ? machine.place()
            : body.ofGenerated(nativeTrace[own], ""));
  }

  private static String generated(Machine machine) {
    return machine.getClass().getNestHost().getName();
  }

  /** Whether this is the method into which a body was compiled, or a part of it. */
  private static boolean isStep(StackTraceElement element, String generated) {
    return element.getClassName().equals(generated) && element.getMethodName().contains("$" + STEP);
  }

  /** Where the native stack has the step of a machine; −1 if it does not run. */
  private int stepOf(@Nullable Machine machine, int from) {
    if (machine == null) {
      return -1;
    }
    for (int i = from; i < nativeTrace.length; i++) {
      StackTraceElement element = nativeTrace[i];
      if (isRun(element)) {
        return -1;
      }
      if (element.getMethodName().equals(STEP) && isOf(machine.getClass(), element)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether this is in a class or in one that it extends, as what waits in a line does. */
  private static boolean isOf(Class<?> type, StackTraceElement element) {
    for (Class<?> at = type; at != null && at != Machine.class; at = at.getSuperclass()) {
      if (at.getName().equals(element.getClassName())) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is the trampoline. */
  private static boolean isRun(StackTraceElement element) {
    return element.getClassName().equals(Execution.class.getName())
        && element.getMethodName().equals("run");
  }

  private static boolean isAwait(StackTraceElement element) {
    return element.getClassName().equals(Execution.class.getName()) && !isRun(element);
  }

  private static boolean isOurs(StackTraceElement element) {
    String type = element.getClassName();
    return type.startsWith("dev.fermata.machine.") || type.startsWith("dev.fermata.internal.");
  }

  /** Whether this is in what the JVM has made for a lambda, or in other code that has no source. */
  private static boolean isGlue(StackTraceElement element) {
    return element.getClassName().contains("$$Lambda") || Body.isGlue(element);
  }

  /** Whether this is in the package of locks and queues, which may be called by the user, too. */
  private static boolean isLock(StackTraceElement element) {
    return element.getClassName().startsWith("dev.fermata.sync.");
  }

  /** Whether this is in a class of the API, through which the user's code has got here. */
  private static boolean isEntry(StackTraceElement element) {
    String type = element.getClassName();
    return type.startsWith(API) && type.indexOf('.', API.length()) < 0;
  }

  private static @Nullable Machine callerOf(Machine machine) {
    Machine caller = machine.caller;
    return caller == Machine.ROOT || caller == Machine.ENDED ? null : caller;
  }
}
