package dev.fermata.machine;

import dev.fermata.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * The machine of a coroutine. It is the cold {@link Coroutine} that the call returned, and the
 * frame in which its body runs.
 *
 * @param <T> the type of the result
 */
public abstract non-sealed class CoroutineMachine<T> extends Machine implements Coroutine<T> {
  /** Makes a cold machine in state 0. */
  protected CoroutineMachine() {
    caller = UnusedCoroutines.mark(this);
  }

  /**
   * Returns {@code result}, for an expression whose meaning depends on the type that is asked of
   * it.
   *
   * @param result what the body completes with
   */
  public final T value(T result) {
    return result;
  }

  @Override
  final @Nullable Object ended(Execution execution, @Nullable Object result) {
    end();
    return result;
  }

  @Override
  final void failed(Execution execution) {
    end();
  }

  /** Refers to nobody any more, and is marked as used. */
  final void end() {
    caller = ENDED;
    clear();
  }

  /** Makes this machine the root of a task. */
  final void claim() {
    unwatch();
    if (caller != null) {
      throw usedTwice();
    }
    caller = ROOT;
  }

  @Override
  public final void discard() {
    unwatch();
    if (caller == null) {
      end();
    }
  }

  /** Is watched no more for never being used. */
  final void unwatch() {
    if (caller instanceof Unused watched) {
      watched.known.remove();
      caller = null;
    }
  }

  final IllegalStateException usedTwice() {
    return new IllegalStateException(
        body() + " was awaited or started before; a coroutine can be used once");
  }

  @Override
  public String toString() {
    String progress = caller == ENDED ? "ended" : "running";
    if (caller == null || caller instanceof Unused) {
      progress = "not started";
    }
    return "Coroutine[" + body() + ", " + progress + "]";
  }
}
