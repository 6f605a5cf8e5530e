package dev.fermata.sync;

import dev.fermata.internal.task.Obstacle;
import dev.fermata.machine.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for room in a queue, and puts an item there. */
final class Put<T> extends Waiter<Void> {
  private static final Body BODY = Body.of(AsyncQueue.class, "put", "AsyncQueue.java");

  private final AsyncQueue<T> queue;
  private final T item;

  Put(AsyncQueue<T> queue, T item) {
    this.queue = queue;
    this.item = item;
  }

  @Override
  LoopBound primitive() {
    return queue;
  }

  @Override
  @Nullable Object begin() {
    if (queue.putAtOnce(item)) {
      return null;
    }
    queue.putters().add(this);
    return SUSPENDED;
  }

  @Override
  @Nullable Object take() {
    queue.putReserved(item);
    return null;
  }

  @Override
  void leave() {
    queue.putters().remove(this);
  }

  @Override
  void giveBack() {
    queue.returnReserved();
  }

  @Override
  public boolean needsAllTasks() {
    return false;
  }

  @Override
  public Obstacle obstacle() {
    return new Obstacle("room in", queue, queue.state(), List.of());
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
