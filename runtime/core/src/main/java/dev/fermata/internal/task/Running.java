package dev.fermata.internal.task;

import dev.fermata.Context;
import org.jspecify.annotations.Nullable;

/**
 * What the current thread runs: its loop, if any, and the values of context variables. The threads
 * of original bodies share the one of their loop's thread.
 */
public final class Running {
  private static final ThreadLocal<Running> CURRENT = ThreadLocal.withInitial(Running::new);

  @Nullable Loop loop;
  private Context context = Context.empty();

  private Running() {}

  /** Returns that of this thread. */
  public static Running onThisThread() {
    return CURRENT.get();
  }

  /** Lets this thread act for another one, which waits meanwhile. */
  public static void actFor(Running other) {
    CURRENT.set(other);
  }

  /** Returns the values that are seen now. */
  public Context context() {
    return context;
  }

  /** Sets the values that are seen from now on, and returns those before. */
  public Context enter(Context next) {
    Context before = context;
    context = next;
    return before;
  }

  /** Returns the task that runs in this thread, or null. */
  public @Nullable LoopTask<?> task() {
    Loop running = loop;
    return running == null ? null : running.execution().current();
  }

  /** Returns the loop of this thread, or null. */
  public @Nullable Loop loop() {
    return loop;
  }
}
