package dev.fermata.patterns;

import dev.fermata.EventLoop;
import org.jspecify.annotations.Nullable;

/** The loop that something belongs to: the one that first uses it, until that is closed. */
final class Home {
  private final Object inhabitant;
  private volatile @Nullable EventLoop loop;

  /**
   * Makes one that is not known yet.
   *
   * @param inhabitant what belongs to the loop, for messages
   */
  Home(Object inhabitant) {
    this.inhabitant = inhabitant;
  }

  /**
   * Returns the loop of this thread, which is the right one.
   *
   * @throws IllegalStateException if there is none, or it is another one
   */
  EventLoop enter() {
    return enter(() -> {});
  }

  /**
   * Returns the loop of this thread, which is the right one.
   *
   * @param forget what is done when it takes the place of a closed one, whose times mean nothing to
   *     it
   * @throws IllegalStateException if there is none, or it is another one
   */
  EventLoop enter(Runnable forget) {
    EventLoop current = EventLoop.current();
    if (loop != current) {
      moveTo(current, forget);
    }
    return current;
  }

  private synchronized void moveTo(EventLoop current, Runnable forget) {
    EventLoop before = loop;
    if (before != null) {
      if (!before.isClosed()) {
        throw new IllegalStateException(
            inhabitant + " belongs to " + before + ", which used it first; not to " + current);
      }
      forget.run();
    }
    loop = current;
  }
}
