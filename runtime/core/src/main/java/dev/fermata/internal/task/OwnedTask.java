package dev.fermata.internal.task;

import dev.fermata.internal.loop.Ready;

/** What waits for the end of a task on behalf of the one that owns it, as a group does. */
public interface OwnedTask extends Ready {
  /** Returns the task to which it belongs. */
  LoopTask<?> owner();
}
