package dev.fermata.internal.flow;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.internal.task.Done;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopPromise;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the elements of a publisher, asking for one at a time. What the publisher says, in
 * whatever thread, is brought to the thread of the loop first.
 *
 * @param <T> the type of the elements
 */
public final class PublisherIterator<T>
    implements AsyncIterator<T>, AsyncCloseable, Flow.Subscriber<T> {
  private final Flow.Publisher<? extends T> publisher;

  /** Elements that have come when nobody waited any more for what was asked for. */
  private final Queue<T> early = new ArrayDeque<>();

  private volatile @Nullable Loop loop;
  private volatile Flow.@Nullable Subscription subscription;

  /** An element was asked for and has not come. */
  private boolean demanded;

  private @Nullable LoopPromise<Boolean> awaited;
  private @Nullable T current;
  private @Nullable Throwable failure;
  private boolean ended;

  /** The loop was told that something outside of it is under way. */
  private boolean outside;

  /** Makes one that subscribes at its first step. */
  public PublisherIterator(Flow.Publisher<? extends T> publisher) {
    this.publisher = publisher;
  }

  boolean isOn(Loop other) {
    return loop == other;
  }

  @Override
  public Awaitable<Boolean> moveNext() {
    if (awaited != null && !awaited.isDone()) {
      throw new IllegalStateException("moveNext() is being awaited already");
    }
    Loop here = Loop.current();
    boolean first = loop == null;
    if (first) {
      loop = here;
    } else if (loop != here) {
      throw new IllegalStateException(publisher + " was subscribed to on another event loop");
    }
    current = early.poll();
    if (current != null) {
      return new Done<>(true);
    }
    LoopPromise<Boolean> promise = new LoopPromise<>(here);
    awaited = promise;
    if (ended) {
      endAwaited();
      return promise;
    }
    promise.addWaiter(this::settled);
    if (!(subscription instanceof WalkSubscription<?> own && own.isOn(here))) {
      outside = true;
      here.scheduler().outsideBegins();
    }
    if (!demanded) {
      demanded = true;
      if (first) {
        subscribe();
      } else {
        request();
      }
    }
    return promise;
  }

  /** The last await of an element is over, be it by a cancellation. */
  private void settled() {
    Loop here = loop;
    if (outside && here != null) {
      outside = false;
      here.scheduler().outsideEnds();
    }
  }

  private void subscribe() {
    try {
      publisher.subscribe(this);
    } catch (Throwable thrown) {
      finish(thrown);
    }
  }

  private void request() {
    Flow.Subscription present = subscription;
    if (present == null) {
      return;
    }
    try {
      present.request(1);
    } catch (Throwable thrown) {
      finish(thrown);
    }
  }

  @Override
  public T current() {
    if (current == null) {
      throw new IllegalStateException("there is no current element");
    }
    return current;
  }

  @Override
  public void onSubscribe(Flow.Subscription made) {
    Objects.requireNonNull(made);
    bring(() -> subscribed(made), made);
  }

  @Override
  public void onNext(T element) {
    Objects.requireNonNull(element);
    bring(() -> arrived(element), subscription);
  }

  @Override
  public void onError(Throwable thrown) {
    Objects.requireNonNull(thrown);
    bring(() -> finish(thrown), null);
  }

  @Override
  public void onComplete() {
    bring(() -> finish(null), null);
  }

  /** Brings a signal to the loop; when that is closed, the subscription is of no use any more. */
  private void bring(Runnable signal, Flow.@Nullable Subscription unlessClosed) {
    Loop subscriber = loop;
    if (subscriber != null) {
      Order.bring(
          subscriber,
          signal,
          () -> {
            if (unlessClosed != null) {
              unlessClosed.cancel();
            }
          });
    }
  }

  private void subscribed(Flow.Subscription made) {
    if (subscription != null || ended) {
      made.cancel();
      return;
    }
    subscription = made;
    if (made instanceof WalkSubscription<?> own && own.isOn(loop)) {
      settled();
    }
    if (demanded) {
      request();
    }
  }

  private void arrived(T element) {
    demanded = false;
    if (awaited != null && !awaited.isDone()) {
      current = element;
      awaited.complete(true);
    } else if (!ended) {
      early.add(element);
    }
  }

  private void finish(@Nullable Throwable thrown) {
    if (!ended) {
      ended = true;
      failure = thrown;
      endAwaited();
    }
  }

  private void endAwaited() {
    LoopPromise<Boolean> promise = awaited;
    if (promise == null || promise.isDone()) {
      return;
    }
    if (failure == null) {
      promise.complete(false);
    } else {
      promise.fail(failure);
    }
  }

  @Override
  public Coroutine<Void> closeAsync() {
    cancel();
    return new Done<>(null);
  }

  /** Takes nothing more. Who waits for an element is told that there is none. */
  void cancel() {
    early.clear();
    if (ended) {
      return;
    }
    finish(null);
    Flow.Subscription present = subscription;
    if (present != null) {
      present.cancel();
    }
  }
}
