package dev.fermata.internal.task;

import dev.fermata.Task;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that are not done, in the order in which they were started. */
final class TaskList {
  private static final VarHandle SIZE;

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(TaskList.class, "size", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** How often another thread tries to walk through all. */
  private static final int WALKS = 5;

  /** How many tasks another thread takes into account that may have been started meanwhile. */
  private static final int BEYOND = 1000;

  private @Nullable LoopTask<?> first;
  private @Nullable LoopTask<?> last;
  private int started;
  private int size;

  /** Returns how many there are; to another thread, how many there were a moment ago. */
  int size() {
    return (int) SIZE.getOpaque(this);
  }

  void add(LoopTask<?> task) {
    task.setNumber(++started);
    task.previous = last;
    if (last == null) {
      first = task;
    } else {
      last.next = task;
    }
    last = task;
    SIZE.setOpaque(this, size + 1);
  }

  void remove(LoopTask<?> task) {
    LoopTask<?> before = task.previous;
    LoopTask<?> after = task.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    task.previous = null;
    task.next = null;
    SIZE.setOpaque(this, size - 1);
  }

  /** Does something for each, which neither starts nor ends one. */
  void forEach(Consumer<? super LoopTask<?>> action) {
    for (LoopTask<?> task = first; task != null; task = task.next) {
      action.accept(task);
    }
  }

  List<LoopTask<?>> all() {
    List<LoopTask<?>> tasks = new ArrayList<>();
    forEach(tasks::add);
    return tasks;
  }

  /**
   * Returns those that another thread sees. A walk gets lost when the task at which it is ends; so
   * the longest of a few is taken.
   */
  List<LoopTask<?>> seenFromOutside() {
    int most = size() + BEYOND;
    List<LoopTask<?>> longest = List.of();
    for (int walk = 0; walk < WALKS && longest.size() < size(); walk++) {
      Set<LoopTask<?>> seen = new LinkedHashSet<>();
      for (LoopTask<?> task = first; task != null && seen.size() < most; task = task.next) {
        if (!seen.add(task)) {
          break;
        }
      }
      longest = seen.size() > longest.size() ? new ArrayList<>(seen) : longest;
    }
    return longest;
  }

  List<Task<?>> toList() {
    List<Task<?>> tasks = new ArrayList<>();
    forEach(tasks::add);
    return tasks;
  }
}
