package dev.fermata.machine;

import java.lang.StackWalker.StackFrame;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A coroutine that was made and was not awaited or started so far. */
public final class UnusedCoroutine extends WeakReference<CoroutineMachine<?>> {
  /** How much of the stack is remembered: it is walked for every coroutine. */
  private static final int FRAMES = 16;

  private static final StackWalker WALKER = StackWalker.getInstance();

  private final UnusedCoroutines all;
  private final List<StackFrame> place;

  /** It is being made: there are some that do not know their body by now. */
  private final @Nullable Body body;

  /** It is a block in a method, and not the method itself. */
  private final boolean block;

  UnusedCoroutine(UnusedCoroutines all, CoroutineMachine<?> made) {
    super(made, all.collected());
    this.all = all;
    this.body = made.body();
    this.block = Body.isOfBlock(made.getClass());
    this.place = WALKER.walk(frames -> frames.limit(FRAMES).toList());
  }

  /** It is used now. */
  void remove() {
    clear();
    all.remove(this);
  }

  /** Returns a failure that has the stack of where it was made. */
  public Throwable place() {
    IllegalStateException made =
        new IllegalStateException(this + (block ? " was made here" : " was called here"));
    made.setStackTrace(trace());
    return made;
  }

  private StackTraceElement[] trace() {
    StackTraceElement[] elements =
        place.stream().map(StackFrame::toStackTraceElement).toArray(StackTraceElement[]::new);
    return AwaitTrace.ofCall(elements, null);
  }

  @Override
  public String toString() {
    if (body == null) {
      return "a coroutine";
    }
    return block ? "the async block at " + body.beginning() : body.toString();
  }
}
