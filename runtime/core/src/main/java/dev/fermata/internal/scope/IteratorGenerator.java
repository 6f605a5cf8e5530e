package dev.fermata.internal.scope;

import dev.fermata.AsyncGenerator;
import dev.fermata.machine.Body;
import dev.fermata.machine.Execution;
import dev.fermata.machine.GeneratorMachine;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Emits what an iterator has.
 *
 * @param <T> the type of the elements
 */
public final class IteratorGenerator<T> extends GeneratorMachine<T> {
  private static final Body BODY = Body.of(AsyncGenerator.class, "from", "AsyncGenerator.java");

  private final Iterator<? extends T> source;
  private final Runnable atEnd;

  /** Makes one that does {@code atEnd} when it ends, however that is. */
  public IteratorGenerator(Iterator<? extends T> source, Runnable atEnd) {
    this.source = source;
    this.atEnd = atEnd;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    boolean emitted = false;
    try {
      if (failure != null) {
        throw failure;
      }
      if (source.hasNext()) {
        T next = source.next();
        emitted = true;
        return emit(next);
      }
      return null;
    } finally {
      if (!emitted) {
        atEnd.run();
      }
    }
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
