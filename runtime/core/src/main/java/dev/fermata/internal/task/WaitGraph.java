package dev.fermata.internal.task;

import dev.fermata.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who waits for what in a loop, at one moment, for reports. */
final class WaitGraph {
  private final Map<LoopTask<?>, Obstacle> obstacles = new LinkedHashMap<>();
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> kinds = new HashMap<>();

  private WaitGraph() {}

  static WaitGraph of(List<Task<?>> tasks) {
    WaitGraph graph = new WaitGraph();
    for (Task<?> task : tasks) {
      LoopTask<?> one = (LoopTask<?>) task;
      Obstacle obstacle = one.awaited();
      if (obstacle != null) {
        graph.obstacles.put(one, obstacle);
      }
    }
    return graph;
  }

  static WaitGraph of(Map<LoopTask<?>, Obstacle> obstacles) {
    WaitGraph graph = new WaitGraph();
    graph.obstacles.putAll(obstacles);
    return graph;
  }

  /**
   * Returns one of those tasks alone that cannot go on before each of those which they need has.
   */
  static WaitGraph ofNeeds(Loop loop) {
    WaitGraph graph = new WaitGraph();
    loop.tasks()
        .forEach(
            task -> {
              Obstacle obstacle = task.waitsForTasks() ? task.awaited() : null;
              if (obstacle != null && !obstacle.tasks().isEmpty()) {
                graph.obstacles.put(task, obstacle);
              }
            });
    return graph;
  }

  /** Returns the tasks that wait, in the order in which they were started. */
  Set<LoopTask<?>> waiting() {
    return obstacles.keySet();
  }

  /** Returns who would have to do something before a task can go on. */
  List<? extends LoopTask<?>> needs(LoopTask<?> task) {
    Obstacle obstacle = obstacles.get(task);
    return obstacle == null ? List.of() : obstacle.tasks();
  }

  /** Returns the tasks that a task awaits. */
  List<? extends LoopTask<?>> awaitedBy(LoopTask<?> task) {
    Obstacle obstacle = obstacles.get(task);
    return obstacle == null || obstacle.isHeld() ? List.of() : obstacle.tasks();
  }

  /** Says what a task waits for, and who holds it. Equal things have equal names in one report. */
  String describe(LoopTask<?> task) {
    Obstacle obstacle = obstacles.get(task);
    if (obstacle == null) {
      return "nothing";
    }
    Object thing = obstacle.thing();
    StringBuilder text = new StringBuilder(obstacle.text());
    if (thing == null) {
      return obstacle.state().isEmpty()
          ? obstacle.text()
          : text.append(' ').append(obstacle.state()).toString();
    }
    text.append(text.length() == 0 ? "" : " ");
    text.append(names.computeIfAbsent(thing, this::nextName));
    if (!obstacle.state().isEmpty()) {
      text.append(" (").append(obstacle.state()).append(')');
    }
    if (!obstacle.tasks().isEmpty()) {
      text.append(", held by ");
      text.append(
          obstacle.tasks().stream()
              .map(holder -> holder.name() + (holder.isDone() ? ", which has ended" : ""))
              .collect(Collectors.joining(" and ")));
    }
    return text.toString();
  }

  private String nextName(Object thing) {
    String kind = thing.getClass().getSimpleName();
    return kind + " #" + kinds.merge(kind, 1, Integer::sum);
  }

  /**
   * Returns tasks of which each waits for something that the next has, or is, and the last for the
   * first; empty if there are none.
   */
  List<LoopTask<?>> circle() {
    Set<LoopTask<?>> seen = new HashSet<>();
    for (LoopTask<?> task : waiting()) {
      if (seen.add(task)) {
        List<LoopTask<?>> circle = circleFrom(task, seen);
        if (!circle.isEmpty()) {
          return circle;
        }
      }
    }
    return List.of();
  }

  /** Searches in depth; not by recursion, since tasks that await each other make long chains. */
  private List<LoopTask<?>> circleFrom(LoopTask<?> start, Set<LoopTask<?>> seen) {
    Deque<LoopTask<?>> path = new ArrayDeque<>();
    Deque<Iterator<? extends LoopTask<?>>> branches = new ArrayDeque<>();
    Set<LoopTask<?>> onPath = new HashSet<>();
    path.addLast(start);
    onPath.add(start);
    branches.addLast(needs(start).iterator());
    while (!path.isEmpty()) {
      Iterator<? extends LoopTask<?>> branch = branches.getLast();
      if (!branch.hasNext()) {
        onPath.remove(path.removeLast());
        branches.removeLast();
        continue;
      }
      LoopTask<?> next = branch.next();
      if (onPath.contains(next)) {
        List<LoopTask<?>> circle = new ArrayList<>(path);
        return circle.subList(circle.indexOf(next), circle.size());
      }
      if (seen.add(next)) {
        path.addLast(next);
        onPath.add(next);
        branches.addLast(needs(next).iterator());
      }
    }
    return List.of();
  }

  /** Says of each task of a circle what it waits for. */
  String describe(List<LoopTask<?>> circle) {
    return circle.stream()
        .map(task -> task.name() + " waits for " + describe(task))
        .collect(Collectors.joining("; "));
  }
}
