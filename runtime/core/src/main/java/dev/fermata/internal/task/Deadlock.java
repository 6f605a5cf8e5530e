package dev.fermata.internal.task;

import dev.fermata.Task;
import java.util.List;

/** Tells who waits in a loop that is stuck. */
final class Deadlock {
  private Deadlock() {}

  static String describe(List<Task<?>> tasks) {
    StringBuilder text =
        new StringBuilder("the event loop has nothing to do and no timer, but tasks wait:");
    for (Task<?> task : tasks) {
      text.append("\n  ").append(task.name());
      for (StackTraceElement place : task.stack()) {
        text.append("\n    at ").append(place);
      }
    }
    return text.toString();
  }
}
