package dev.fermata.internal.body;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutines;
import dev.fermata.machine.Bodies.Original;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that run in one thread, each one called by the await of the one below.
 *
 * <p>Those that have waited since they began are <i>detached</i>: the native calls that stepped
 * them are gone, so their outcome is for whoever steps them then. The others hand theirs to the
 * await below by returning.
 */
final class Levels {
  /** How many bodies one thread runs: as many as its stack is certain to hold. */
  private static final int MOST = 128;

  private static final StackTraceElement[] NO_FRAMES = {};

  private final List<OriginalBody> bodies = new ArrayList<>(2);
  private int detached;

  boolean areFull() {
    return bodies.size() >= MOST;
  }

  int size() {
    return bodies.size();
  }

  OriginalBody top() {
    return bodies.get(bodies.size() - 1);
  }

  void push(OriginalBody body) {
    bodies.add(body);
  }

  /** Puts {@code body} in the place of the one that has just ended. */
  void replaceTop(OriginalBody body) {
    bodies.set(bodies.size() - 1, body);
  }

  /**
   * Takes the innermost body away.
   *
   * @return whether it is detached
   */
  boolean pop() {
    int level = bodies.size() - 1;
    bodies.remove(level);
    boolean wasDetached = detached > level;
    detached = Math.min(detached, level);
    return wasDetached;
  }

  /** All of them wait. */
  void detach() {
    detached = bodies.size();
  }

  /** Runs a body. In a stack trace, this method is the border between two of them. */
  static @Nullable Object call(Original<?> body) throws Throwable {
    return body.run();
  }

  /**
   * Returns where in the source a body waits.
   *
   * @param thread the one that runs the bodies
   */
  @Nullable StackTraceElement place(OriginalBody body, @Nullable Thread thread) {
    int borders = bodies.size() - 1 - bodies.indexOf(body);
    for (StackTraceElement frame : thread == null ? NO_FRAMES : thread.getStackTrace()) {
      if (isBorder(frame)) {
        borders--;
      } else if (borders == 0 && !isOurs(frame.getClassName())) {
        return frame;
      }
    }
    return null;
  }

  private static boolean isBorder(StackTraceElement frame) {
    return frame.getMethodName().equals("call")
        && frame.getClassName().equals(Levels.class.getName());
  }

  private static boolean isOurs(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("dev.fermata.internal.")
        || className.startsWith("dev.fermata.machine.")
        || className.equals(Coroutines.class.getName())
        || className.equals(AsyncCloseable.class.getName());
  }
}
