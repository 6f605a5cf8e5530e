package dev.fermata.internal.task;

import dev.fermata.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as a report has seen it.
 *
 * @param task the task
 * @param state what it does; empty if it waits for the obstacle
 * @param obstacle what it waits for
 * @param places where it is, innermost first
 * @param below the tasks that it awaits, or owns
 * @param asked by whom it was asked to end, in words; empty if by nobody
 * @param limit when its nearest time limit expires, in the time of the loop
 */
record TaskView(
    LoopTask<?> task,
    String state,
    @Nullable Obstacle obstacle,
    List<String> places,
    List<LoopTask<?>> below,
    String asked,
    long limit) {
  /** Makes one of a task that changes while it is looked at. */
  static TaskView untold(LoopTask<?> task) {
    return new TaskView(
        task, "cannot be told from here", null, List.of(), List.of(), "", Clock.NEVER);
  }

  /** Returns whether it waits, and is not about to go on. */
  boolean waits() {
    return obstacle != null && state.isEmpty();
  }
}
