package dev.fermata.machine;

import org.jspecify.annotations.Nullable;

/**
 * One call of an {@code @Async} method: its resume point, what it saved, and who awaits it.
 *
 * <p>There are two kinds, {@link CoroutineMachine} and {@link GeneratorMachine}. A machine belongs
 * to one event loop at a time and is touched on that loop's thread only.
 */
public abstract class Machine {
  /** What {@link #step} returns when it waits: it will be called again with an outcome. */
  public static final Object SUSPENDED = new Marker("SUSPENDED");

  /** What the {@link #step} of a generator returns when an element is there to be taken. */
  public static final Object EMITTED = new Marker("EMITTED");

  /**
   * What one of the methods of a large body returns to the step method when another of them goes
   * on; no {@link #step} returns it.
   */
  public static final Object CONTINUED = new Marker("CONTINUED");

  /** The caller of a machine that a task started: its outcome is the outcome of the task. */
  static final Machine ROOT = new Nobody();

  /** The caller of a machine that has ended. It marks it as used without keeping anything alive. */
  static final Machine ENDED = new Nobody();

  /** Where the next step starts: 0 at first, then whatever the step before has set. */
  public int state;

  /** Who awaits this machine; null as long as nobody does. */
  @Nullable Machine caller;

  Machine() {}

  /**
   * Runs the body from {@link #state} until it ends or waits.
   *
   * @param execution what runs this machine; to await through
   * @param awaited the value of what it waited for; null at the start, or with a failure
   * @param failure the failure of what it waited for, to be thrown at the await; mostly null
   * @return the result of the body, {@link #SUSPENDED} or {@link #EMITTED}
   * @throws Throwable the failure of the body
   */
  protected abstract @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable;

  /** Says which body this is and where its states are in the source, for await stacks. */
  protected abstract Body body();

  /**
   * Lets go of what the frame refers to. Called when the body has ended, so that a coroutine to
   * which somebody still refers keeps nothing else alive.
   */
  protected void clear() {}

  /** Returns the place in the source at which it stands, for await stacks. */
  protected StackTraceElement place() {
    return body().at(state);
  }

  /**
   * Returns whether its body runs in a thread of the user's own methods, so that the native stack
   * is the await stack.
   */
  protected boolean isInThread() {
    return false;
  }

  /** Makes what a step throws that finds itself in a state which its body does not have. */
  public final IllegalStateException illegalState() {
    return new IllegalStateException(body() + " has no state " + state);
  }

  /** Lets go of the caller after a step that returned {@code result}, and says what it is given. */
  abstract @Nullable Object ended(Execution execution, @Nullable Object result);

  /** Lets go of the caller after a step that threw. */
  abstract void failed(Execution execution);

  private record Marker(String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The caller of a coroutine that is not used yet, and is watched. */
  static final class Unused extends Nobody {
    final UnusedCoroutine known;

    Unused(UnusedCoroutine known) {
      this.known = known;
    }
  }

  private static class Nobody extends Machine {
    @Override
    protected final Object step(
        Execution execution, @Nullable Object awaited, @Nullable Throwable failure) {
      throw new AssertionError("never awaits");
    }

    @Override
    protected final Body body() {
      throw new AssertionError("has no body");
    }

    @Override
    final Object ended(Execution execution, @Nullable Object result) {
      throw new AssertionError("never runs");
    }

    @Override
    final void failed(Execution execution) {
      throw new AssertionError("never runs");
    }
  }
}
