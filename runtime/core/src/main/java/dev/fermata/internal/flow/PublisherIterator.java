package dev.fermata.internal.flow;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.internal.task.Done;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.LoopPromise;
import java.util.ArrayDeque;
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
  private final Queue<T> early = new ArrayDeque<>();
  private volatile @Nullable Loop loop;
  private Flow.@Nullable Subscription subscription;
  private @Nullable LoopPromise<Boolean> asked;
  private @Nullable T current;
  private @Nullable Throwable failure;
  private boolean ended;

  /** Makes one that subscribes at its first step. */
  public PublisherIterator(Flow.Publisher<? extends T> publisher) {
    this.publisher = publisher;
  }

  @Override
  public Awaitable<Boolean> moveNext() {
    current = null;
    if (asked != null && !asked.isDone()) {
      throw new IllegalStateException("moveNext() is being awaited already");
    }
    T next = early.poll();
    if (next != null) {
      current = next;
      return new Done<>(true);
    }
    LoopPromise<Boolean> promise = new LoopPromise<>(Loop.current());
    asked = promise;
    if (ended) {
      end(promise);
    } else if (loop == null) {
      loop = promise.loop();
      wait(promise);
      publisher.subscribe(this);
    } else {
      wait(promise);
      if (subscription != null) {
        subscription.request(1);
      }
    }
    return promise;
  }

  /** As long as it waits, something outside the loop is under way. */
  private static void wait(LoopPromise<Boolean> promise) {
    promise.loop().scheduler().outsideBegins();
    promise.addWaiter(() -> promise.loop().scheduler().outsideEnds());
  }

  private void end(LoopPromise<Boolean> promise) {
    if (failure == null) {
      promise.complete(false);
    } else {
      promise.fail(failure);
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
    onLoop(
        () -> {
          if (subscription != null || ended) {
            made.cancel();
            return;
          }
          subscription = made;
          made.request(1);
        });
  }

  @Override
  public void onNext(T element) {
    onLoop(
        () -> {
          if (asked != null && !asked.isDone()) {
            current = element;
            asked.complete(true);
          } else if (!ended) {
            early.add(element);
          }
        });
  }

  @Override
  public void onError(Throwable thrown) {
    onLoop(() -> finish(thrown));
  }

  @Override
  public void onComplete() {
    onLoop(() -> finish(null));
  }

  private void finish(@Nullable Throwable thrown) {
    if (ended) {
      return;
    }
    ended = true;
    failure = thrown;
    if (asked != null && !asked.isDone()) {
      end(asked);
    }
  }

  private void onLoop(Runnable signal) {
    Loop subscriber = loop;
    if (subscriber != null && !subscriber.isClosed()) {
      subscriber.execute(signal);
    }
  }

  @Override
  public Coroutine<Void> closeAsync() {
    cancel();
    return new Done<>(null);
  }

  /** Takes nothing more. */
  void cancel() {
    ended = true;
    early.clear();
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
