package dev.fermata.internal.flow;

import dev.fermata.AsyncGenerator;
import dev.fermata.machine.Body;
import dev.fermata.machine.Execution;
import dev.fermata.machine.GeneratorMachine;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Emits what an iterator has.
 *
 * @param <T> the type of the elements
 */
public final class IteratorGenerator<T> extends GeneratorMachine<T> {
  private static final Body BODY = Body.of(AsyncGenerator.class, "from", "AsyncGenerator.java");

  private @Nullable Supplier<? extends Iterator<? extends T>> source;
  private @Nullable Iterator<? extends T> iterator;
  private @Nullable Runnable atEnd;

  /**
   * Makes one that takes its iterator at its first step.
   *
   * @param atEnd what is done when it ends, however that is, and even if it never begins
   */
  public IteratorGenerator(Supplier<? extends Iterator<? extends T>> source, Runnable atEnd) {
    this.source = source;
    this.atEnd = atEnd;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    Throwable thrown = failure;
    if (thrown == null) {
      try {
        Iterator<? extends T> elements = elements();
        if (elements.hasNext()) {
          return emit(elements.next());
        }
      } catch (Throwable ofSource) {
        thrown = ofSource;
      }
    }
    end(thrown);
    return null;
  }

  private Iterator<? extends T> elements() {
    Iterator<? extends T> elements = iterator;
    Supplier<? extends Iterator<? extends T>> first = source;
    if (elements == null) {
      if (first == null) {
        throw illegalState();
      }
      source = null;
      elements = first.get();
      iterator = elements;
    }
    return elements;
  }

  private void end(@Nullable Throwable thrown) throws Throwable {
    try {
      takeEnd().run();
    } catch (Throwable ofEnd) {
      if (thrown == null) {
        throw ofEnd;
      }
      if (ofEnd != thrown) {
        thrown.addSuppressed(ofEnd);
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  private Runnable takeEnd() {
    Runnable taken = atEnd;
    atEnd = null;
    return taken == null ? () -> {} : taken;
  }

  /** Called when it has ended; without a step before, if it was closed before it has begun. */
  @Override
  protected void clear() {
    source = null;
    iterator = null;
    takeEnd().run();
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
