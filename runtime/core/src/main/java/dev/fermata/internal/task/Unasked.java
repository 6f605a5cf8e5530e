package dev.fermata.internal.task;

import dev.fermata.ExceptionContext;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A failure that nobody has asked for yet. It is reported when nobody can any more: when the
 * deferred is collected as garbage, or the loop is closed.
 */
final class Unasked extends WeakReference<AbstractDeferred<?>> {
  private final Registry registry;
  private final Throwable failure;
  private final String what;
  private @Nullable Unasked before;
  private @Nullable Unasked after;
  private boolean listed = true;

  /** Somebody asked, maybe in another thread, and so before it could be removed. */
  private volatile boolean asked;

  private Unasked(Registry registry, AbstractDeferred<?> deferred, Throwable failure) {
    super(deferred, registry.collected);
    this.registry = registry;
    this.failure = failure;
    this.what = deferred.kind();
  }

  /**
   * Somebody asked.
   *
   * @return whether it was removed at once, as the thread of the loop can
   */
  boolean askedFor() {
    if (registry.loop.mayTouch()) {
      remove();
      return true;
    }
    if (!asked) {
      asked = true;
      registry.loop.post(this::remove);
    }
    return false;
  }

  private void remove() {
    clear();
    registry.unlink(this);
  }

  private void report() {
    if (asked) {
      return;
    }
    String message = what + " failed, and nobody asked for its exception";
    registry.loop.report(new ExceptionContext(message, failure, what));
  }

  /** Those of one loop, oldest first. */
  static final class Registry {
    private final ReferenceQueue<AbstractDeferred<?>> collected = new ReferenceQueue<>();
    private final Loop loop;
    private @Nullable Unasked first;
    private @Nullable Unasked last;

    Registry(Loop loop) {
      this.loop = loop;
    }

    Unasked add(AbstractDeferred<?> deferred, Throwable failure) {
      Unasked unasked = new Unasked(this, deferred, failure);
      unasked.before = last;
      if (last == null) {
        first = unasked;
      } else {
        last.after = unasked;
      }
      last = unasked;
      return unasked;
    }

    private void unlink(Unasked unasked) {
      if (!unasked.listed) {
        return; // it was reported, and is asked for now
      }
      unasked.listed = false;
      Unasked before = unasked.before;
      Unasked after = unasked.after;
      if (before == null) {
        first = after;
      } else {
        before.after = after;
      }
      if (after == null) {
        last = before;
      } else {
        after.before = before;
      }
    }

    /** Reports those that were collected. */
    void reportCollected() {
      while (first != null && collected.poll() instanceof Unasked unasked) {
        unlink(unasked);
        unasked.report();
      }
    }

    /** Reports all. */
    void reportAll() {
      while (first != null) {
        Unasked unasked = first;
        unlink(unasked);
        unasked.report();
      }
    }
  }
}
