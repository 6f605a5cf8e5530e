package dev.fermata.internal.scope;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.CancelledError;
import dev.fermata.Deferred;
import dev.fermata.Outcome;
import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.task.AbstractDeferred;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Obstacle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several awaitables at once. Follows {@code gather} of asyncio. */
public final class Gather<R> extends AbstractDeferred<List<R>> {
  private final List<AbstractDeferred<?>> children;
  private final boolean settled;
  private int pending;
  private @Nullable Cancellation request;

  private Gather(Loop loop, List<AbstractDeferred<?>> children, boolean settled) {
    super(loop);
    this.children = children;
    this.settled = settled;
  }

  /** Gathers values; the first failure is the failure of all. */
  public static <T> Deferred<List<T>> values(Collection<? extends Awaitable<? extends T>> all) {
    return of(all, false);
  }

  /** Gathers outcomes. */
  public static <T> Deferred<List<Outcome<T>>> outcomes(
      Collection<? extends Awaitable<? extends T>> all) {
    return of(all, true);
  }

  private static <R> Gather<R> of(Collection<? extends Awaitable<?>> all, boolean settled) {
    Loop loop = Loop.current();
    Map<Awaitable<?>, AbstractDeferred<?>> started = Started.all(loop, all);
    List<AbstractDeferred<?>> children = new ArrayList<>(all.size());
    for (Awaitable<?> one : all) {
      children.add(Objects.requireNonNull(started.get(one)));
    }
    Gather<R> gather = new Gather<>(loop, children, settled);
    gather.begin(started.values());
    return gather;
  }

  private void begin(Collection<AbstractDeferred<?>> distinct) {
    pending = distinct.size();
    if (pending == 0) {
      settleValue(new ArrayList<R>());
      return;
    }
    List<AbstractDeferred<?>> done = new ArrayList<>();
    for (AbstractDeferred<?> child : distinct) {
      if (child.isDone()) {
        done.add(child);
      } else {
        child.addWaiter(new ChildDone(this, child));
      }
    }
    done.forEach(this::childDone);
  }

  private void childDone(AbstractDeferred<?> child) {
    pending--;
    if (isDone()) {
      child.failure(); // counts as asked for: nobody else may be there to do so
      return;
    }
    if (!settled) {
      Throwable failure = child.failure();
      if (failure != null) {
        end(failure);
        return;
      }
    }
    if (pending == 0) {
      if (request == null) {
        settleValue(results());
      } else {
        settleCancelled(request);
      }
    }
  }

  private void end(Throwable failure) {
    if (failure instanceof CancelledError cancelled) {
      settleCancelled(cancelled);
    } else {
      settleFailed(failure);
    }
  }

  private List<@Nullable Object> results() {
    List<@Nullable Object> results = new ArrayList<>(children.size());
    for (AbstractDeferred<?> child : children) {
      results.add(settled ? child.outcome() : child.value());
    }
    return results;
  }

  /** Cancels all. It is done when they are, whatever they make of it. */
  @Override
  public boolean cancelWith(Cancellation made) {
    home().checkThread();
    if (isDone() || isFailing()) {
      return false;
    }
    boolean any = false;
    for (AbstractDeferred<?> child : children) {
      any |= child.cancelWith(made);
    }
    if (any) {
      request = made;
    }
    return any;
  }

  /**
   * Returns whether the failure of one will end this in the current turn. Who waits for it is on
   * the way then, and the others have to be left alone: if they took the request, nobody would be
   * told of it.
   */
  private boolean isFailing() {
    if (!settled) {
      for (AbstractDeferred<?> child : children) {
        if (child.isDone() && (child.isCancelled() || child.failure() != null)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  protected String kind() {
    return "gather of " + children.size();
  }

  @Override
  public Obstacle obstacle() {
    return Obstacle.ofAll("a " + kind(), children.stream());
  }

  private record ChildDone(Gather<?> gather, AbstractDeferred<?> child) implements Ready {
    @Override
    public void turn() {
      gather.childDone(child);
    }
  }
}
