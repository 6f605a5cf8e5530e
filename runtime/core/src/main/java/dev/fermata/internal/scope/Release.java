package dev.fermata.internal.scope;

import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopPromise;
import dev.fermata.internal.task.Obstacle;
import java.util.function.Supplier;

/** What a task waits for until the runtime lets it go on; reports ask what that depends on. */
final class Release extends LoopPromise<Void> {
  private final Supplier<Obstacle> obstacle;

  Release(Loop loop, Supplier<Obstacle> obstacle) {
    super(loop);
    this.obstacle = obstacle;
  }

  /** Lets the task go on, unless that was done. */
  void release() {
    if (!isDone()) {
      complete(null);
    }
  }

  @Override
  public boolean needsTasks() {
    return true;
  }

  @Override
  public Obstacle obstacle() {
    return obstacle.get();
  }
}
