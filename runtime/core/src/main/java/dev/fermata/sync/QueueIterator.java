package dev.fermata.sync;

import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.machine.Body;
import org.jspecify.annotations.Nullable;

/** Takes the items of a queue one by one. */
final class QueueIterator<T> implements AsyncIterator<T> {
  private final AsyncQueue<T> queue;
  private @Nullable T current;

  QueueIterator(AsyncQueue<T> queue) {
    this.queue = queue;
  }

  @Override
  public Awaitable<Boolean> moveNext() {
    current = null;
    return new Next<>(queue, this);
  }

  @Override
  public T current() {
    if (current == null) {
      throw new IllegalStateException("there is no current item");
    }
    return current;
  }

  private static final class Next<T> extends Take<T, Boolean> {
    private static final Body BODY = Body.of(AsyncQueue.class, "moveNext", "AsyncQueue.java");

    private final QueueIterator<T> iterator;

    Next(AsyncQueue<T> queue, QueueIterator<T> iterator) {
      super(queue);
      this.iterator = iterator;
    }

    @Override
    Boolean taken(T item) {
      iterator.current = item;
      return true;
    }

    @Override
    Boolean ended() {
      return false;
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }
}
