package dev.fermata.machine;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.internal.flow.PublisherIterator;
import dev.fermata.internal.scope.ResourceExit;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What {@code awaitEach} and {@code emitAll} become: an iterator, an await of {@code moveNext()}
 * for each element, and an await of {@link #leave} when the loop ends in another way than by {@code
 * moveNext()} giving false.
 */
public final class Loops {
  private Loops() {}

  /** Returns an iterator over {@code source}. */
  @SuppressWarnings("unchecked") // an iterator only gives elements
  public static <T> AsyncIterator<T> iterator(AsyncIterable<? extends T> source) {
    AsyncIterator<T> iterator = (AsyncIterator<T>) source.iterator();
    if (iterator instanceof GeneratorHandle<?> generator) {
      generator.machine.walked();
    }
    return iterator;
  }

  /** Returns an iterator over the elements of {@code source}, asking for one at a time. */
  public static <T> AsyncIterator<T> iterator(Flow.Publisher<? extends T> source) {
    return new PublisherIterator<>(source);
  }

  /**
   * Returns what is awaited when a loop is left before the end of its elements: it closes the
   * iterator, if it can be closed.
   *
   * @param failureOrNull what the body of the loop has thrown: the coroutine ends by throwing it,
   *     with a failure of closing as suppressed
   */
  public static Coroutine<Void> leave(
      AsyncIterator<?> iterator, @Nullable Throwable failureOrNull) {
    AsyncCloseable closeable = iterator instanceof AsyncCloseable closing ? closing : null;
    return new ResourceExit(closeable, failureOrNull);
  }
}
