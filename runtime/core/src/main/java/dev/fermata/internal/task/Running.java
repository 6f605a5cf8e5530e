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

  /** The thread that this is of, or that acts for it now. */
  private Thread thread = Thread.currentThread();

  /** What the thread had for itself before it carried values for others; null if it does not. */
  private @Nullable Carried own;

  private Running() {}

  /** Returns that of this thread. */
  public static Running onThisThread() {
    return CURRENT.get();
  }

  /** Lets this thread act for another one, which waits meanwhile. */
  public static void actFor(Running other) {
    CURRENT.set(other);
  }

  /** From now on the current thread acts for the one that this is of, or is that one itself. */
  public void takeOver() {
    thread = Thread.currentThread();
  }

  /** Returns the thread that acts now; to another one, a moment ago. */
  Thread thread() {
    return thread;
  }

  /** Returns the values of context variables that are seen now. */
  public Context context() {
    return context;
  }

  /** Sets the values of context variables that are seen from now on. */
  public void setContext(Context next) {
    context = next;
  }

  /** Returns all that is seen now, for somebody to enter later. */
  public Context snapshot() {
    return snapshot(own == null ? null : own.carriers());
  }

  /** Returns all that is seen now, as far as {@code carriers} know it. */
  Context snapshot(@Nullable Carriers carriers) {
    return carriers == null ? context : carriers.capture().putInto(context);
  }

  /** Sets what is seen from now on. */
  void enter(Context next) {
    context = next;
    if (own != null) {
      Carried carried = Carried.in(next);
      (carried == null ? own : carried.fittedTo(own)).restore();
    }
  }

  /** Sets what is seen from now on, and returns what was seen before. */
  Context exchange(Context next) {
    Context before = snapshot();
    enter(next);
    return before;
  }

  /**
   * Sets what is seen from now on, be it in a thread that runs no loop, and returns what it is to
   * be {@linkplain #leave left} by.
   */
  public Visit visit(Context next) {
    Carried carried = own == null ? Carried.in(next) : null;
    if (carried == null) {
      return new Visit(exchange(next), false);
    }
    Visit visit = new Visit(context, true);
    carry(carried.carriers());
    enter(next);
    return visit;
  }

  /** Ends a visit. */
  public void leave(Visit visit) {
    if (visit.beganToCarry) {
      carryNoMore(null);
      context = visit.before;
    } else {
      enter(visit.before);
    }
  }

  /**
   * A context that is entered for a while.
   *
   * @param before what was seen before
   * @param beganToCarry whether the thread carries values for it, and did not before
   */
  public record Visit(Context before, boolean beganToCarry) {}

  /**
   * From now on the thread carries values for others.
   *
   * @param carriers null if it does not
   * @return what {@link #carryNoMore} is to be given
   */
  @Nullable Carried carry(@Nullable Carriers carriers) {
    Carried before = own;
    own = carriers == null ? null : carriers.capture();
    return before;
  }

  /** The thread has its own values again. */
  void carryNoMore(@Nullable Carried before) {
    Carried values = own;
    own = before;
    if (values != null) {
      values.restore();
    }
  }

  /** Takes what it carries from the current thread, to give it to another one; null if nothing. */
  public @Nullable Runnable handOver() {
    return own == null ? null : own.carriers().capture()::restore;
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
