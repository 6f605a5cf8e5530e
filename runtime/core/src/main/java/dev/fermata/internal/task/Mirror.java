package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.internal.loop.Inbox;
import org.jspecify.annotations.Nullable;

/**
 * Stands in one loop for a deferred of another one, the original, and ends as that does. To those
 * who wait for it, and who cancel it, it is like any deferred of their own loop.
 *
 * <p>The two loops talk through their inboxes alone. Each of them touches what is its own: the
 * fields of the mirror belong to the one, those of its {@link Link} to the other.
 *
 * @param <T> the type of the value
 */
final class Mirror<T> extends AbstractDeferred<T> {
  private final Link link;

  /** How many requests for cancellation it has handed on. */
  private int requests;

  /** The last one of them. */
  private @Nullable Cancellation request;

  /** Something of the other loop is still to come. */
  private boolean expecting;

  private Mirror(Loop loop, AbstractDeferred<T> original) {
    super(loop);
    this.link = new Link(this, original);
  }

  /** Returns one, on the thread of {@code loop}. */
  static <T> Mirror<T> of(AbstractDeferred<T> original, Loop loop) {
    Mirror<T> mirror = new Mirror<>(loop, original);
    original.home().handOut();
    if (original.isDone()) {
      mirror.settleAs(original);
    } else if (original.home().scheduler().post(mirror.link)) {
      mirror.expecting = true;
      loop.scheduler().outsideBegins();
    } else {
      mirror.settleFromOriginal(); // and it was done before that, or will never be
    }
    return mirror;
  }

  private AbstractDeferred<?> original() {
    return link.original;
  }

  private void settleFromOriginal() {
    if (original().isDone()) {
      settleAs(original());
    } else {
      settleFailed(Failures.closedBefore(original()));
    }
  }

  /** The original is done, or never will be, having been told of so many requests before. */
  private void arrived(int requestsHeard) {
    if (!expecting) {
      return;
    }
    forget();
    if (request != null && requestsHeard < requests) {
      // Too late for the original. Whoever waits here is cancelled all the same.
      CancelledError cancelled = new CancelledError(request);
      Throwable failure = original().isDone() ? original().failure() : null;
      if (failure != null && !(failure instanceof CancelledError)) {
        cancelled.addSuppressed(failure);
      }
      settleCancelled(cancelled);
    } else {
      settleFromOriginal();
    }
  }

  private void forget() {
    expecting = false;
    home().scheduler().outsideEnds();
  }

  /**
   * Cancels the original. If that ends it at once, so it does this; if it is only asked, as a task
   * is, this waits on for what it makes of it.
   */
  @Override
  public boolean cancelWith(Cancellation made) {
    if (!expecting) {
      return false;
    }
    Trail trail = home().trail();
    if (trail != null && trail.mark == link) {
      end(made, link::leave); // it has come back: they await each other in a circle
    } else if (original() instanceof LoopPromise) {
      end(made, () -> link.cancelAndLeave(made));
    } else {
      requests++;
      request = made;
      Trail longer = Trail.after(trail, link);
      tell(() -> link.cancel(made, longer));
    }
    return true;
  }

  private void end(Cancellation made, Runnable last) {
    forget();
    settleCancelled(made);
    tell(last);
  }

  @Override
  void deserted() {
    if (expecting) {
      forget();
      tell(link::leave);
    }
  }

  /** If the other loop is closed, its last word is in the inbox of this one already. */
  private void tell(Runnable action) {
    original().home().post(action);
  }

  @Override
  protected String kind() {
    return original().kind();
  }

  @Override
  public Obstacle obstacle() {
    return Obstacle.of(kind() + " of " + original().home());
  }

  /** What waits in the other loop. It comes there as an entry of its inbox. */
  private static final class Link extends Inbox.Entry implements Runnable {
    final AbstractDeferred<?> original;
    private final Mirror<?> mirror;
    private boolean waits;
    private boolean over;
    private int requests;

    Link(Mirror<?> mirror, AbstractDeferred<?> original) {
      this.mirror = mirror;
      this.original = original;
    }

    /** Has come, or the original is done. */
    @Override
    public void turn() {
      if (over) {
        return;
      }
      if (original.isDone()) {
        end();
      } else if (!waits) {
        waits = true;
        original.addWaiter(this);
        original.home().addLeftover(this);
      }
    }

    @Override
    protected void dropped() {
      end();
    }

    /** The loop is closed. */
    @Override
    public void run() {
      end();
    }

    private void end() {
      leave();
      mirror.home().scheduler().post(new Answer(mirror, requests));
    }

    void cancel(Cancellation made, Trail trail) {
      Loop loop = original.home();
      loop.setTrail(trail);
      try {
        if (original.cancelWith(made)) {
          requests++;
        }
      } finally {
        loop.setTrail(null);
      }
    }

    void cancelAndLeave(Cancellation made) {
      leave();
      original.cancelWith(made);
    }

    void leave() {
      over = true;
      if (waits) {
        original.removeWaiter(this);
        original.home().removeLeftover(this);
      }
    }
  }

  /** The last word of a link. */
  private static final class Answer extends Inbox.Entry {
    private final Mirror<?> mirror;
    private final int requestsHeard;

    Answer(Mirror<?> mirror, int requestsHeard) {
      this.mirror = mirror;
      this.requestsHeard = requestsHeard;
    }

    @Override
    public void turn() {
      mirror.arrived(requestsHeard);
    }
  }

  /**
   * How a cancellation has come from loop to loop. It remembers one link, and after twice as many
   * steps as before another one, so that it comes upon it again in whatever circle it gets into.
   *
   * @param mark the link that it remembers
   * @param steps how many it has made since
   * @param limit after how many it remembers another one
   */
  record Trail(Object mark, int steps, int limit) {
    private static Trail after(@Nullable Trail before, Object link) {
      if (before == null) {
        return new Trail(link, 0, 2);
      }
      int steps = before.steps + 1;
      return steps == before.limit
          ? new Trail(link, 0, 2 * before.limit)
          : new Trail(before.mark, steps, before.limit);
    }
  }
}
