package dev.fermata.internal.task;

import dev.fermata.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes since when the tasks of a loop wait, and has that recorded. It is there only while the loop
 * is in debug mode or recorded; other threads may ask it.
 */
public final class StepLog {
  private final Loop loop;
  private final Map<LoopTask<?>, Long> waiting = new ConcurrentHashMap<>();
  private final Map<LoopTask<?>, List<OpenScope>> scopes = new HashMap<>();
  private @Nullable TaskRecorder recorder;

  /**
   * The task that waits for longest.
   *
   * @param name its name; empty if there is none
   * @param millis for how long it waits
   */
  public record LongestWait(String name, long millis) {
    static final LongestWait NONE = new LongestWait("", 0);
  }

  StepLog(Loop loop) {
    this.loop = loop;
  }

  void setRecorder(@Nullable TaskRecorder next) {
    recorder = next;
  }

  /** A task was made. */
  void made(LoopTask<?> task) {
    if (recorder != null) {
      recorder.made(task);
    }
  }

  /** A task is about to make a step, or to end before the first one. */
  void goesOn(LoopTask<?> task) {
    if (recorder != null) {
      recorder.goesOn(task);
    }
    waiting.remove(task);
  }

  /** A task has made a step. */
  void hasStepped(LoopTask<?> task) {
    if (!task.isDone()) {
      waiting.put(task, loop.time());
    } else if (!scopes.isEmpty()) {
      scopes.getOrDefault(task, List.of()).forEach(OpenScope::report);
      scopes.remove(task);
    }
    if (recorder != null) {
      recorder.hasStepped(task);
    }
  }

  /** A task was asked to end. */
  void cancelled(LoopTask<?> task) {
    if (recorder != null) {
      recorder.cancelled(task);
    }
  }

  /** A scope was opened, in debug mode. */
  void opened(OpenScope scope) {
    scopes.computeIfAbsent(scope.task(), any -> new ArrayList<>()).add(scope);
  }

  void closed(OpenScope scope) {
    List<OpenScope> open = scopes.get(scope.task());
    if (open != null && open.remove(scope) && open.isEmpty()) {
      scopes.remove(scope.task());
    }
  }

  LongestWait longestWait() {
    long first = Clock.NEVER;
    String name = "";
    for (Map.Entry<LoopTask<?>, Long> one : waiting.entrySet()) {
      if (one.getValue() < first) {
        first = one.getValue();
        name = one.getKey().name();
      }
    }
    return first == Clock.NEVER
        ? LongestWait.NONE
        : new LongestWait(name, (loop.time() - first) / 1_000_000);
  }
}
