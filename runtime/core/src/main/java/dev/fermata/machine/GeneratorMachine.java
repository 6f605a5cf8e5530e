package dev.fermata.machine;

import dev.fermata.AsyncGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The machine of an async generator. A program has it by its {@link GeneratorHandle} only.
 *
 * @param <T> the type of the elements
 */
public abstract class GeneratorMachine<T> extends Machine {
  private static final Object NONE = new Object();

  /** How often a body may emit while it is being closed, before it is left where it stands. */
  private static final int MOST_REFUSALS = 100;

  private Phase phase = Phase.NEW;
  private @Nullable Object element = NONE;
  private int refusals;

  /** A loop statement of generated code walks through it, and closes it. */
  private boolean walked;

  /** How the loop knows that it is to be closed in the end; null if it need not know. */
  private @Nullable OpenGenerator open;

  /** Makes a generator in state 0. */
  protected GeneratorMachine() {}

  /**
   * Returns the generator that a program holds.
   *
   * @param machine one that was made for this
   */
  public static <T> AsyncGenerator<T> generator(GeneratorMachine<T> machine) {
    return new GeneratorHandle<>(machine);
  }

  /**
   * Hands an element to the consumer. A step sets its state and returns what this returns.
   *
   * @param value the element, which may be null
   * @return {@link #EMITTED}
   * @throws IllegalStateException if the generator is being closed
   */
  public final Object emit(@Nullable T value) {
    if (phase == Phase.CLOSING) {
      return refuse();
    }
    element = value;
    return EMITTED;
  }

  /** A body that goes on whatever is thrown at it would keep the loop for ever. */
  private Object refuse() {
    refusals++;
    if (refusals <= MOST_REFUSALS) {
      throw new IllegalStateException(body() + " emits while it is being closed");
    }
    return EMITTED;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // only emit(T) sets it, and T may include null
  final T current() {
    if (element == NONE) {
      throw new IllegalStateException(body() + " has no current element");
    }
    return (T) element;
  }

  /** A loop statement of generated code begins to walk through it. */
  final void walked() {
    walked = true;
  }

  /**
   * Enters the generator for one more element, or to be closed.
   *
   * @return false if there is nothing to run, since it has ended
   */
  final boolean enter(Execution execution) {
    if (caller != null) {
      throw new IllegalStateException(body() + " is already running");
    }
    if (phase == Phase.ENDED) {
      return false;
    }
    if (open != null && !open.isOf(execution)) {
      throw new IllegalStateException(body() + " was begun on another event loop");
    }
    element = NONE;
    return true;
  }

  /** It begins, if it has not. Returns whether the loop is to know of it. */
  final boolean begin() {
    if (phase != Phase.NEW) {
      return false;
    }
    phase = Phase.OPEN;
    return !walked;
  }

  /** Remembers how the loop knows of it. */
  final void setOpen(OpenGenerator known) {
    open = known;
  }

  /**
   * Ends a generator that has not begun, without running any of it.
   *
   * @return false if it has begun
   */
  final boolean endUnstarted() {
    if (phase == Phase.NEW) {
      phase = Phase.ENDED;
      clear();
    }
    return phase == Phase.ENDED;
  }

  final boolean hasStarted() {
    return phase != Phase.NEW;
  }

  final boolean isRunning() {
    return caller != null;
  }

  /** From here to its end the generator may not emit. */
  final void closing() {
    phase = Phase.CLOSING;
  }

  /** What an emit means: true if there is an element; or that it has ignored that it is closed. */
  @Override
  final Object ended(Execution execution, @Nullable Object result) {
    boolean emitted = result == EMITTED;
    if (emitted && phase == Phase.OPEN) {
      caller = null;
    } else {
      failed(execution);
    }
    return emitted;
  }

  @Override
  final void failed(Execution execution) {
    caller = null;
    element = NONE;
    phase = Phase.ENDED;
    if (open != null) {
      open.remove();
    }
    clear();
  }

  @Override
  public String toString() {
    return "AsyncGenerator[" + body() + ", " + phase.text + "]";
  }

  private enum Phase {
    NEW("not started"),
    OPEN("open"),
    CLOSING("closing"),
    ENDED("ended");

    final String text;

    Phase(String text) {
      this.text = text;
    }
  }
}
