package dev.fermata.internal.task;

import dev.fermata.internal.loop.Timer;

/** A timer that cancels a task. */
public interface TimeLimit extends Timer {
  /** Returns the task that it cancels when its time has come. */
  LoopTask<?> limitedTask();
}
