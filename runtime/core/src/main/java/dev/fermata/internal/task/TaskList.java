package dev.fermata.internal.task;

import dev.fermata.Task;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
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

  List<Task<?>> toList() {
    List<Task<?>> tasks = new ArrayList<>();
    forEach(tasks::add);
    return tasks;
  }
}
