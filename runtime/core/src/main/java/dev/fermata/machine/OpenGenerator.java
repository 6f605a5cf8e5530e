package dev.fermata.machine;

import dev.fermata.Coroutine;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A generator that has begun and not ended, as the loop knows it that is to close it in the end. It
 * keeps the machine alive and not the handle, which the program may lose.
 */
public final class OpenGenerator extends WeakReference<GeneratorHandle<?>> {
  final GeneratorMachine<?> machine;
  private final OpenGenerators all;
  private @Nullable Throwable beginning;
  @Nullable OpenGenerator previous;
  @Nullable OpenGenerator next;

  OpenGenerator(OpenGenerators all, GeneratorHandle<?> handle, @Nullable Throwable beginning) {
    super(handle, all.lost());
    this.all = all;
    this.machine = handle.machine;
    this.beginning = beginning;
  }

  boolean isOf(Execution execution) {
    return execution.has(all);
  }

  /** It has ended. */
  void remove() {
    clear();
    all.remove(this);
  }

  /** Returns what closes it, unless somebody runs it then. */
  public Coroutine<Void> close() {
    return new Close(machine, true);
  }

  /** Returns and forgets the stack of awaits in which it has begun; known only in debug mode. */
  public @Nullable Throwable takeBeginning() {
    Throwable taken = beginning;
    beginning = null;
    return taken;
  }

  @Override
  public String toString() {
    return machine.toString();
  }
}
