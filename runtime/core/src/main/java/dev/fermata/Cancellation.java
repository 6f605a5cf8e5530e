package dev.fermata;

import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopTask;
import dev.fermata.internal.task.Running;
import dev.fermata.internal.task.TaskExecution;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A request for cancellation: who has made it, why and where. Each call of {@code cancel} makes one
 * and so does each scope that cancels.
 *
 * <p>It goes with the cancellation through everything that hands that on: from a task to what it
 * awaits, to the parts of a {@code gather}, to the tasks of a group, and to whoever awaits what was
 * cancelled. Code that hands a cancellation on by itself passes it to {@link Deferred#cancelWith}.
 *
 * <p>It is the cause of the {@link CancelledError}, and a {@link Throwable} so that it is shown as
 * such in stack traces. Its own stack trace is the place of the call, in lines of the user's
 * source, up to the task that has made it. What is asked for by a scope has the trace of where the
 * scope was opened, in debug mode; else none. It is never thrown.
 *
 * <p>It can be used in any thread.
 */
public final class Cancellation extends Throwable {
  private static final long serialVersionUID = 1L;

  private final Source source;
  private final @Nullable String reason;
  private final @Nullable String task;
  private final String thread = Thread.currentThread().getName();

  /** Whether the stack trace is one for the user, and no longer that of the virtual machine. */
  private boolean readable;

  private Cancellation(
      Source source, @Nullable String task, @Nullable String reason, @Nullable Throwable cause) {
    super(null, cause, false, true);
    this.source = source;
    this.task = task;
    this.reason = reason;
  }

  /**
   * Makes a request of the calling code.
   *
   * @param reason says why; the message of the {@link CancelledError}
   */
  public static Cancellation of(@Nullable String reason) {
    return of(reason, null);
  }

  /**
   * Makes a request of the calling code.
   *
   * @param reason says why; the message of the {@link CancelledError}
   * @param cause the failure on account of which it is made
   */
  public static Cancellation of(@Nullable String reason, @Nullable Throwable cause) {
    LoopTask<?> current = Running.onThisThread().task();
    String task = current == null ? null : current.name();
    Cancellation made = new Cancellation(Source.CALL, task, reason, cause);
    made.rememberPlace();
    return made;
  }

  /**
   * Makes a request of a scope, without a stack trace.
   *
   * @param source the kind of scope
   * @param task the name of the task by which it has come to that; null if there is none
   * @param reason says why; the message of the {@link CancelledError}
   * @param cause the failure on account of which it is made
   */
  public static Cancellation of(
      Source source, @Nullable String task, @Nullable String reason, @Nullable Throwable cause) {
    return new Cancellation(source, task, reason, cause);
  }

  /**
   * Returns whether {@code error} was thrown since the running task was asked to end; not since
   * something that it awaits was cancelled by others. After several requests that are not taken
   * back, each error counts as the task's own.
   *
   * <pre>{@code
   * try {
   *   await(child);
   * } catch (CancelledError e) {
   *   if (Cancellation.isMine(e)) throw e;
   *   log("the child was cancelled, by " + e.cancellation());
   * }
   * }</pre>
   *
   * <p>In asyncio: {@code current_task().cancelling() > 0}, nearly.
   *
   * @throws IllegalStateException outside a task
   */
  public static boolean isMine(CancelledError error) {
    return Loop.current().execution().task().isAskedBy(error.cancellation());
  }

  /** Returns what kind of code has made it. */
  public Source source() {
    return source;
  }

  /** Returns why, as the call of {@code cancel} has said; null if it has not. */
  public @Nullable String reason() {
    return reason;
  }

  /**
   * Returns the name of the task that has made it, or by whose failure it has come to that; null if
   * it was no task: a callback, another thread, a time limit.
   */
  public @Nullable String task() {
    return task;
  }

  /** Returns the name of the thread in which it was made. */
  public String thread() {
    return thread;
  }

  /** Returns in words who has made it. */
  @Override
  public String getMessage() {
    String by = task == null ? "in thread " + thread : "by " + task;
    return switch (source) {
      case CALL -> "asked for " + by;
      case TASK_GROUP -> "task group " + (isOfFailure() ? "failed " : "cancelled ") + by;
      case TIMEOUT -> "time limit expired";
      case SHUTDOWN -> "event loop shut down";
      case INTERRUPT -> "thread " + thread + " interrupted";
      case SIGNAL -> reason + " received";
    };
  }

  private boolean isOfFailure() {
    Throwable cause = getCause();
    return cause != null && !(cause instanceof Cancellation) && !(cause instanceof CancelledError);
  }

  /** Does nothing: whether a request looks at the stack depends on who makes it. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }

  private void rememberPlace() {
    super.fillInStackTrace();
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    makeReadable();
    return super.getStackTrace();
  }

  @Override
  public void printStackTrace(PrintStream stream) {
    makeReadable();
    super.printStackTrace(stream);
  }

  @Override
  public void printStackTrace(PrintWriter writer) {
    makeReadable();
    super.printStackTrace(writer);
  }

  /** It takes its time, and is done when somebody looks. */
  synchronized void makeReadable() {
    if (!readable) {
      readable = true;
      setStackTrace(TaskExecution.traceOfCall(super.getStackTrace(), task));
    }
  }

  /** Who may make a request. There may be more of them in future releases. */
  public enum Source {
    /** A call of {@code cancel}. */
    CALL,
    /**
     * A {@link TaskGroup}: a task of it has failed, or its body; that failure is the cause. Or it
     * was cancelled as a whole.
     */
    TASK_GROUP,
    /** A time limit: {@link Coroutines#timeout}, {@link Coroutines#waitFor}. */
    TIMEOUT,
    /** The end of {@link EventLoop#run}, or of a {@link EventLoop.Runner}. */
    SHUTDOWN,
    /** An interrupt of the thread that runs the loop. */
    INTERRUPT,
    /** A signal of the operating system, such as Ctrl-C. */
    SIGNAL
  }
}
