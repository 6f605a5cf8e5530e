package dev.fermata.internal.scope;

import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopPromise;
import dev.fermata.internal.task.Obstacle;
import java.util.function.Supplier;

/** What a task waits for until the runtime lets it go on; reports ask what that depends on. */
final class Release extends LoopPromise<Void> {
  private final Supplier<Obstacle> obstacle;
  private final boolean needsAll;

  /**
   * Makes one.
   *
   * @param needsAll whether all of the tasks of the obstacle have to do something first
   */
  Release(Loop loop, Supplier<Obstacle> obstacle, boolean needsAll) {
    super(loop);
    this.obstacle = obstacle;
    this.needsAll = needsAll;
  }

  /** Lets the task go on, unless that was done. */
  void release() {
    if (!isDone()) {
      complete(null);
    }
  }

  @Override
  public boolean needsAllTasks() {
    return needsAll;
  }

  @Override
  public Obstacle obstacle() {
    return obstacle.get();
  }
}
