package dev.fermata.internal.scope;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Deferred;
import dev.fermata.ExceptionContext;
import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.task.AbstractDeferred;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Obstacle;

/** A deferred that ends as another one does, but can be cancelled alone. Follows asyncio. */
public final class Shield<T> extends AbstractDeferred<T> implements Ready {
  private final AbstractDeferred<T> inner;

  private Shield(AbstractDeferred<T> inner) {
    super(inner.home());
    this.inner = inner;
  }

  /** Shields an awaitable. One that is done needs no shield. */
  public static <T> Deferred<T> of(Awaitable<? extends T> awaitable) {
    AbstractDeferred<T> inner = Loop.current().ensure(awaitable);
    if (inner.isDone()) {
      return inner;
    }
    Shield<T> shield = new Shield<>(inner);
    inner.addWaiter(shield);
    return shield;
  }

  /** The inner one is done. */
  @Override
  public void turn() {
    if (isDone()) {
      return;
    }
    Throwable failure = inner.failure();
    if (failure == null) {
      settleValue(inner.value());
    } else if (failure instanceof CancelledError cancelled) {
      settleCancelled(cancelled);
    } else {
      settleFailed(failure);
    }
  }

  @Override
  public boolean cancelWith(Cancellation request) {
    home().checkThread();
    if (isDone()) {
      return false;
    }
    settleCancelled(request);
    if (!inner.isDone()) {
      Orphan orphan = new Orphan(inner);
      inner.removeWaiter(orphan); // of another shield: one for all of them is enough
      inner.addWaiter(orphan);
    }
    inner.removeWaiter(this);
    return true;
  }

  @Override
  protected String kind() {
    return "shield of " + inner;
  }

  @Override
  public Obstacle obstacle() {
    return inner.obstacle().behind("a shield of");
  }

  /** What goes on after its shield was cancelled: a failure of it is reported if nobody sees it. */
  private record Orphan(AbstractDeferred<?> inner) implements Ready {
    @Override
    public void turn() {
      // Who waits for it as well sees its failure in this turn.
      inner.home().scheduler().add(this::report);
    }

    private void report() {
      Throwable failure = inner.isUnasked() ? inner.failure() : null;
      if (failure != null) {
        inner
            .home()
            .report(
                new ExceptionContext(
                    "a shielded awaitable failed after its shield was cancelled", failure, inner));
      }
    }
  }
}
