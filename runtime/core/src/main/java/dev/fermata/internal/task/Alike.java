package dev.fermata.internal.task;

import dev.fermata.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tasks of a loop that differ by nothing but their names, and the time that is left: they
 * wait in the same place for the same or for one each of the same kind, and so do those below them.
 */
final class Alike {
  private final LoopView view;
  private final Map<LoopTask<?>, Integer> shapes = new HashMap<>();
  private final Map<Shape, Integer> known = new HashMap<>();
  private final Map<LoopTask<?>, Integer> parents = new HashMap<>();

  /** How many tasks wait for a thing. */
  private final IdentityHashMap<Object, Integer> waitingFor = new IdentityHashMap<>();

  /** Numbers of things for which several tasks wait. */
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

  private int last;

  private record Shape(
      String state,
      String text,
      @Nullable Object thing,
      List<? extends LoopTask<?>> holders,
      List<String> places,
      boolean asked,
      boolean limited,
      List<Integer> below) {}

  Alike(LoopView view) {
    this.view = view;
    for (TaskView task : view.tasks.values()) {
      task.below().forEach(below -> parents.merge(below, 1, Integer::sum));
      Object thing = task.obstacle() == null ? null : task.obstacle().thing();
      if (thing != null) {
        waitingFor.merge(thing, 1, Integer::sum);
      }
    }
    view.tasks.keySet().forEach(this::findShape);
  }

  /** Returns whether no task is above it. */
  boolean isRoot(LoopTask<?> task) {
    return !parents.containsKey(task);
  }

  /** Returns whether other tasks wait for the same thing. */
  boolean isShared(Object thing) {
    return waitingFor.getOrDefault(thing, 0) > 1;
  }

  /** Returns tasks in groups of those that are alike, in the order of the first of each. */
  List<List<LoopTask<?>>> groups(List<LoopTask<?>> tasks) {
    Map<Integer, List<LoopTask<?>>> groups = new LinkedHashMap<>();
    for (LoopTask<?> task : tasks) {
      int shape = shapes.getOrDefault(task, -1 - groups.size());
      groups.computeIfAbsent(shape, any -> new ArrayList<>()).add(task);
    }
    return new ArrayList<>(groups.values());
  }

  /** What is below comes first; not by recursion, since tasks that await each other make chains. */
  private void findShape(LoopTask<?> root) {
    Deque<LoopTask<?>> path = new ArrayDeque<>();
    Set<LoopTask<?>> begun = new HashSet<>();
    path.push(root);
    while (!path.isEmpty()) {
      LoopTask<?> task = path.peek();
      if (!shapes.containsKey(task) && begun.add(task)) {
        for (LoopTask<?> below : view.of(task).below()) {
          if (!shapes.containsKey(below) && !begun.contains(below)) {
            path.push(below);
          }
        }
      } else {
        path.pop();
        shapes.computeIfAbsent(task, this::shape);
      }
    }
  }

  private Integer shape(LoopTask<?> task) {
    TaskView seen = view.of(task);
    List<Integer> below = new ArrayList<>();
    for (LoopTask<?> one : seen.below()) {
      Integer shape = shapes.get(one);
      if (shape == null || parents.getOrDefault(one, 0) > 1) {
        return ++last; // in a circle, or shown in several places: it is alike to none
      }
      below.add(shape);
    }
    Obstacle obstacle = seen.waits() ? seen.obstacle() : null;
    Shape shape =
        new Shape(
            seen.state(),
            obstacle == null ? "" : text(obstacle),
            obstacle == null ? null : thing(obstacle),
            obstacle != null && obstacle.isHeld() ? obstacle.tasks() : List.of(),
            seen.places(),
            !seen.asked().isEmpty(),
            seen.limit() != Clock.NEVER,
            below);
    return known.computeIfAbsent(shape, any -> ++last);
  }

  /** The name of a single task that is awaited says nothing: it has a shape of its own. */
  private static String text(Obstacle obstacle) {
    return obstacle.tasks().size() == 1 && !obstacle.isHeld()
        ? obstacle.text().replace(obstacle.tasks().get(0).name(), "")
        : obstacle.text();
  }

  private @Nullable Object thing(Obstacle obstacle) {
    Object thing = obstacle.thing();
    if (thing == null) {
      return null;
    }
    return isShared(thing)
        ? numbers.computeIfAbsent(thing, any -> numbers.size())
        : thing.getClass();
  }
}
