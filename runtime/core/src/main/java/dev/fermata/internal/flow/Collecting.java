package dev.fermata.internal.flow;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.internal.scope.ResourceExit;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through something asynchronous to its end, and has all elements then.
 *
 * @param <T> the type of the elements
 */
public final class Collecting<T> extends CoroutineMachine<List<T>> {
  private static final Body BODY = Body.of(AsyncIterable.class, "toList", "AsyncIterable.java");
  private static final int MOVING = 1;
  private static final int LEAVING = 2;

  private final AsyncIterable<? extends T> source;
  private @Nullable AsyncIterator<? extends T> iterator;
  private @Nullable List<T> elements = new ArrayList<>();

  /** Makes one that begins when it is awaited. */
  public Collecting(AsyncIterable<? extends T> source) {
    this.source = source;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    Throwable thrown = failure;
    if (thrown == null) {
      try {
        return collect(execution, awaited);
      } catch (Throwable ofWalk) {
        thrown = ofWalk;
      }
    }
    if (state == LEAVING) {
      throw thrown;
    }
    state = LEAVING;
    AsyncCloseable closeable = iterator instanceof AsyncCloseable closing ? closing : null;
    return execution.await(new ResourceExit(closeable, thrown), this);
  }

  private @Nullable Object collect(Execution execution, @Nullable Object awaited) throws Throwable {
    List<T> all = elements;
    AsyncIterator<? extends T> walk = iterator;
    if (all == null) {
      throw illegalState();
    }
    if (walk == null) {
      walk = source.iterator();
      iterator = walk;
    }
    Object moved = awaited;
    while (true) {
      if (state == MOVING) {
        if (!Boolean.TRUE.equals(moved)) {
          return all;
        }
        all.add(walk.current());
      }
      state = MOVING;
      moved = execution.await(walk.moveNext(), this);
      if (moved == SUSPENDED) {
        return moved;
      }
    }
  }

  @Override
  protected void clear() {
    iterator = null;
    elements = null;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
