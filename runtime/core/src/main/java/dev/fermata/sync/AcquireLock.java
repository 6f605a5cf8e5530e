package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.internal.task.Done;
import dev.fermata.internal.task.Obstacle;
import dev.fermata.machine.Body;

/** The acquiring of a lock, and then the hold on it. */
final class AcquireLock extends Waiter<Held> implements Held {
  private static final Body BODY = Body.of(AsyncLock.class, "acquire", "AsyncLock.java");

  private final AsyncLock lock;

  AcquireLock(AsyncLock lock) {
    this.lock = lock;
  }

  @Override
  LoopBound primitive() {
    return lock;
  }

  @Override
  Object begin() {
    if (lock.isFree()) {
      return take();
    }
    AcquireLock holder = lock.holder();
    if (holder != null && holder.task() == task()) {
      throw new IllegalStateException(
          task().name() + " holds this lock already, and would wait for itself: " + lock);
    }
    lock.line().add(this);
    return SUSPENDED;
  }

  @Override
  Held take() {
    lock.take(this);
    return this;
  }

  @Override
  void leave() {
    lock.line().remove(this);
  }

  @Override
  void giveBack() {
    lock.handOn();
  }

  @Override
  public void release() {
    if (!lock.isHeldAs(this)) {
      throw new IllegalStateException("is not held any more: " + lock);
    }
    close();
  }

  @Override
  public void close() {
    lock.checkThread();
    if (lock.isHeldAs(this)) {
      lock.handOn();
    }
  }

  @Override
  public Coroutine<Void> closeAsync() {
    close();
    return new Done<>(null);
  }

  @Override
  public Obstacle obstacle() {
    return lock.obstacle();
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
