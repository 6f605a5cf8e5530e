package dev.fermata.sync;

import dev.fermata.internal.task.Loop;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What belongs to the loop that first waits for it. */
abstract class LoopBound {
  private static final VarHandle LOOP;

  static {
    try {
      LOOP = MethodHandles.lookup().findVarHandle(LoopBound.class, "loop", Loop.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private @Nullable Loop loop;

  LoopBound() {}

  /**
   * Makes it belong to {@code user}, unless it does already.
   *
   * @throws IllegalStateException if it belongs to another loop
   */
  final void bindTo(Loop user) {
    Loop bound = loop;
    if (bound != user) {
      bind(bound, user);
    }
  }

  private void bind(@Nullable Loop bound, Loop user) {
    boolean free = bound == null || (bound.isClosed() && isIdle());
    // Two loops may come at the same time, each in its thread: one of them gets it.
    if (!free || !LOOP.compareAndSet(this, bound, user)) {
      throw new IllegalStateException(
          this + " belongs to " + loop + ", which used it first; " + user + " cannot use it");
    }
  }

  /** In debug mode, throws if another thread than that of its loop uses it. */
  final void checkThread() {
    Loop bound = loop;
    if (bound != null) {
      bound.checkThread();
    }
  }

  /** Returns whether no task has anything of it or waits for it. */
  abstract boolean isIdle();

  /** Says how it is, in a few words. */
  abstract String state();

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + state() + "]";
  }
}
