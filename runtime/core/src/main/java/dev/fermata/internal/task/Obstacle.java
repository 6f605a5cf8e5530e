package dev.fermata.internal.task;

import dev.fermata.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a task waits for, as reports tell it. It is made when somebody asks, and costs nothing
 * before.
 *
 * @param text says what it is; with a thing, what of the thing: "an item of"
 * @param thing what several tasks may wait for, a lock or a queue; reports give it a number
 * @param state the state of the thing, or how much of what there is no thing for, in a few words
 * @param tasks those that would have to do something for it to come: they are what is awaited, or
 *     they hold the thing
 * @param due when it comes by itself, in the time of the loop; {@link Clock#NEVER} if it does not
 * @param thread the other thread that works on it, if one is known
 */
public record Obstacle(
    String text,
    @Nullable Object thing,
    String state,
    List<? extends LoopTask<?>> tasks,
    long due,
    @Nullable Thread thread) {
  /** Makes one of what does not come by itself, and on which no thread works. */
  public Obstacle(
      String text, @Nullable Object thing, String state, List<? extends LoopTask<?>> tasks) {
    this(text, thing, state, tasks, Clock.NEVER, null);
  }

  /** Makes one of something that no task of the loop brings. */
  public static Obstacle of(String text) {
    return new Obstacle(text, null, "", List.of());
  }

  /** Makes one of a time. */
  static Obstacle ofTime(String text, String amount, long due) {
    return new Obstacle(text, null, amount, List.of(), due, null);
  }

  /** Makes one of what a thread does. */
  static Obstacle ofThread(String text, @Nullable Thread thread) {
    return new Obstacle(text, null, "", List.of(), Clock.NEVER, thread);
  }

  /** Makes one of tasks that are awaited. */
  public static Obstacle ofTasks(String text, List<? extends LoopTask<?>> tasks) {
    return new Obstacle(text, null, "", tasks);
  }

  /** Makes one of what tasks bring those of {@code all} that are not done. */
  public static Obstacle ofAll(String text, Stream<? extends AbstractDeferred<?>> all) {
    List<LoopTask<?>> tasks = new ArrayList<>();
    all.filter(one -> !one.isDone()).forEach(one -> tasks.addAll(one.obstacle().tasks()));
    return ofTasks(text, tasks);
  }

  /** Returns it as what waits behind something of ours. */
  public Obstacle behind(String front) {
    return new Obstacle(front + " " + text, thing, state, tasks, due, thread);
  }

  /** Returns whether the tasks have the thing, and are not themselves what is awaited. */
  boolean isHeld() {
    return thing != null;
  }
}
