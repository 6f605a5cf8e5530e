package dev.fermata.machine;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.util.Objects;

/**
 * The generator that a program holds: a handle of its machine. When the program has lost it, the
 * loop still has the machine, and closes that.
 *
 * <p>It is its own iterator, and also the awaitable of {@link #moveNext()}, so that a step to the
 * next element allocates nothing.
 *
 * @param <T> the type of the elements
 */
public final class GeneratorHandle<T> implements AsyncGenerator<T>, Awaitable<Boolean> {
  final GeneratorMachine<T> machine;

  GeneratorHandle(GeneratorMachine<T> machine) {
    this.machine = machine;
  }

  @Override
  public AsyncGenerator<T> iterator() {
    return this;
  }

  @Override
  public Awaitable<Boolean> moveNext() {
    return this;
  }

  @Override
  public T current() {
    return machine.current();
  }

  @Override
  public Coroutine<Boolean> throwIn(Throwable failure) {
    return new Advance(this, Objects.requireNonNull(failure));
  }

  @Override
  public Coroutine<Void> closeAsync() {
    return new Close(machine, false);
  }

  @Override
  public String toString() {
    return machine.toString();
  }
}
