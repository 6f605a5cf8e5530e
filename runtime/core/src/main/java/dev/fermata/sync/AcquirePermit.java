package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.internal.task.Done;
import dev.fermata.internal.task.Obstacle;
import dev.fermata.machine.Body;

/** The acquiring of permits, and then the permits. */
final class AcquirePermit extends Waiter<Permit> implements Permit {
  private static final Body BODY = Body.of(AsyncSemaphore.class, "acquire", "AsyncSemaphore.java");

  private final AsyncSemaphore semaphore;
  private final int count;
  private boolean held;

  AcquirePermit(AsyncSemaphore semaphore, int count) {
    this.semaphore = semaphore;
    this.count = count;
  }

  @Override
  LoopBound primitive() {
    return semaphore;
  }

  /** Takes the permits if that is possible without waiting. */
  boolean takeAtOnce() {
    held = semaphore.takeAtOnce(this);
    return held;
  }

  @Override
  Object begin() {
    if (takeAtOnce()) {
      return this;
    }
    semaphore.line().add(this);
    return SUSPENDED;
  }

  @Override
  Permit take() {
    semaphore.takePromised(this);
    held = true;
    return this;
  }

  @Override
  void leave() {
    semaphore.line().remove(this);
    semaphore.handOut(); // those behind it may have asked for less
  }

  @Override
  void giveBack() {
    semaphore.returnPromised(this);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void release() {
    if (!held) {
      throw new IllegalStateException(
          "was given back before: " + count + " permits of " + semaphore);
    }
    close();
  }

  @Override
  public void close() {
    semaphore.checkThread();
    if (held) {
      held = false;
      semaphore.giveBack(this);
    }
  }

  @Override
  public Coroutine<Void> closeAsync() {
    close();
    return new Done<>(null);
  }

  /** With several who have permits, any of them may give back enough. */
  @Override
  public boolean needsAllTasks() {
    return semaphore.holders().size() == 1;
  }

  @Override
  public Obstacle obstacle() {
    return semaphore.obstacle(count);
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
