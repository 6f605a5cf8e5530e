package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import org.jspecify.annotations.Nullable;

/** What a task waits for. When it has come, it puts the task into the ready queue. */
public interface Wait {
  /**
   * Ends the wait by a cancellation.
   *
   * @return false if it has an outcome already, or refuses
   */
  boolean cancelWith(Cancellation request);

  /** Returns how it failed, or null. Asked once, when it has ended. */
  @Nullable Throwable failure();

  /** Returns what it gives. Asked once, when it has ended and not failed. */
  @Nullable Object value();

  /**
   * Returns whether it cannot end before each of the tasks that {@link #obstacle} names has done
   * something. False if there are none, or one of them is enough.
   */
  default boolean needsAllTasks() {
    return true;
  }

  /** Says what is waited for, for a report. */
  Obstacle obstacle();
}
