package dev.fermata.internal.task;

import dev.fermata.internal.loop.Inbox;

/** A task that another thread has started, on its way to its loop. */
final class Newcomer extends Inbox.Entry {
  private final LoopTask<?> task;

  Newcomer(LoopTask<?> task) {
    this.task = task;
  }

  @Override
  public void turn() {
    task.home().arrive(task);
  }

  /** The loop was closed meanwhile. Somebody may wait for the task all the same. */
  @Override
  protected void dropped() {
    task.giveUp();
  }
}
