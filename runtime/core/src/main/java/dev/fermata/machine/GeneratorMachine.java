package dev.fermata.machine;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * The machine of an async generator. It is the generator, its own iterator, and also the awaitable
 * of {@link #moveNext()}, so that a step to the next element allocates nothing.
 *
 * @param <T> the type of the elements
 */
public abstract non-sealed class GeneratorMachine<T> extends Machine
    implements AsyncGenerator<T>, Awaitable<Boolean> {
  private static final Object NONE = new Object();

  /** The generators before and after this one among those that the loop has to close. */
  @Nullable GeneratorMachine<?> previous;

  @Nullable GeneratorMachine<?> next;

  private Phase phase = Phase.NEW;
  private @Nullable Object element = NONE;

  /** Makes a generator in state 0. */
  protected GeneratorMachine() {}

  /**
   * Hands an element to the consumer. A step sets its state and returns what this returns.
   *
   * @param value the element, which may be null
   * @return {@link #EMITTED}
   * @throws IllegalStateException if the generator is being closed
   */
  public final Object emit(@Nullable T value) {
    if (phase == Phase.CLOSING) {
      throw new IllegalStateException(body() + " emits while it is being closed");
    }
    element = value;
    return EMITTED;
  }

  @Override
  public final AsyncGenerator<T> iterator() {
    return this;
  }

  @Override
  public final Awaitable<Boolean> moveNext() {
    return this;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // only emit(T) sets it, and T may include null
  public final T current() {
    if (element == NONE) {
      throw new IllegalStateException(body() + " has no current element");
    }
    return (T) element;
  }

  @Override
  public final Coroutine<Boolean> throwIn(Throwable failure) {
    return new Advance(this, failure);
  }

  @Override
  public final Coroutine<Void> closeAsync() {
    return new Close(this);
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
    switch (phase) {
      case ENDED -> {
        return false;
      }
      case NEW -> {
        phase = Phase.OPEN;
        execution.opened(this);
      }
      case OPEN, CLOSING -> {}
    }
    element = NONE;
    return true;
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

  /** From here to its end the generator may not emit. */
  final void closing() {
    phase = Phase.CLOSING;
  }

  @Override
  final Object ended(Execution execution, @Nullable Object result) {
    if (result == EMITTED) {
      caller = null;
      return true;
    }
    failed(execution);
    return false;
  }

  @Override
  final void failed(Execution execution) {
    caller = null;
    element = NONE;
    phase = Phase.ENDED;
    execution.closed(this);
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
