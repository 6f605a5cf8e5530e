package dev.fermata.sync;

import dev.fermata.internal.task.Obstacle;
import dev.fermata.machine.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for an item of a queue, and takes it. */
abstract class Take<T, R> extends Waiter<R> {
  private final AsyncQueue<T> queue;

  /** What it was handed and has not taken. */
  private @Nullable T item;

  Take(AsyncQueue<T> queue) {
    this.queue = queue;
  }

  /** Returns what to give for an item. */
  abstract R taken(T item);

  /** Returns what to give when there will be no item any more. */
  abstract R ended();

  @Override
  LoopBound primitive() {
    return queue;
  }

  @Override
  @Nullable Object begin() {
    T present = queue.takeAtOnce();
    if (present == null && !queue.isShutdown()) {
      queue.takers().add(this);
      return SUSPENDED;
    }
    return present == null ? ended() : taken(present);
  }

  /** Hands it an item. */
  void call(T handed) {
    item = handed;
    call();
  }

  @Override
  @Nullable Object take() {
    T handed = item;
    item = null;
    if (handed == null || !queue.takeHandedOut()) {
      // The queue was shut down; but another task may have given something back since.
      handed = queue.takeAtOnce();
    }
    return handed == null ? ended() : taken(handed);
  }

  @Override
  void leave() {
    queue.takers().remove(this);
  }

  @Override
  void giveBack() {
    T handed = item;
    item = null;
    if (handed != null) {
      queue.giveBack(handed);
    }
  }

  @Override
  public boolean needsAllTasks() {
    return false;
  }

  @Override
  public Obstacle obstacle() {
    return new Obstacle("an item of", queue, queue.state(), List.of());
  }

  /** Gives the item. */
  static final class Item<T> extends Take<T, T> {
    private static final Body BODY = Body.of(AsyncQueue.class, "take", "AsyncQueue.java");

    Item(AsyncQueue<T> queue) {
      super(queue);
    }

    @Override
    T taken(T item) {
      return item;
    }

    @Override
    T ended() {
      throw new QueueShutdownException();
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }
}
