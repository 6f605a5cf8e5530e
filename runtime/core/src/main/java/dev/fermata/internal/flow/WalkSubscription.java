package dev.fermata.internal.flow;

import dev.fermata.AsyncIterable;
import dev.fermata.CancelledError;
import dev.fermata.Context;
import dev.fermata.ExceptionContext;
import dev.fermata.internal.task.Failures;
import dev.fermata.internal.task.Loop;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber and the walk that is made for it. Any thread may ask and cancel; the subscriber is
 * told on the thread of the loop, one thing after another.
 *
 * @param <T> the type of the elements
 */
final class WalkSubscription<T> implements Flow.Subscription, Walk.Listener<T> {
  /** Who is told; null when there is nothing more to tell, or it does not want to know. */
  private final AtomicReference<Flow.@Nullable Subscriber<? super T>> subscriber;

  private final Walk<T> walk;
  private boolean over;

  WalkSubscription(
      AsyncIterable<? extends T> source, Loop loop, Flow.Subscriber<? super T> subscriber) {
    boolean inside = subscriber instanceof PublisherIterator<?> iterator && iterator.isOn(loop);
    this.subscriber = new AtomicReference<>(subscriber);
    this.walk = new Walk<>(source, loop, this, !inside);
  }

  /** Tells the subscriber of this; returns false if it has no use for it. */
  boolean introduce() {
    Flow.Subscriber<? super T> told = subscriber.get();
    try {
      if (told != null) {
        told.onSubscribe(this);
      }
    } catch (Throwable failure) {
      subscriber.set(null);
      walk.order(() -> report("a subscriber failed", failure));
    }
    return subscriber.get() != null;
  }

  void start() {
    walk.start(Context.current());
  }

  boolean isOn(@Nullable Loop loop) {
    return walk.loop() == loop;
  }

  @Override
  public void request(long count) {
    if (subscriber.get() == null) {
      return;
    }
    if (count > 0) {
      walk.ask(count);
    } else {
      walk.order(
          () ->
              stop(
                  new IllegalArgumentException(
                      "a subscriber requests one element or more (rule 3.9), not " + count)));
    }
  }

  @Override
  public void cancel() {
    subscriber.set(null);
    walk.stop();
  }

  @Override
  public boolean next(T element) {
    Flow.Subscriber<? super T> told = subscriber.get();
    if (told == null) {
      return false;
    }
    if (element == null) {
      throw new NullPointerException("a publisher cannot publish null");
    }
    try {
      told.onNext(element);
    } catch (Throwable failure) {
      subscriber.set(null);
      report("a subscriber failed", failure);
    }
    return subscriber.get() != null;
  }

  @Override
  public void ended(@Nullable Throwable failureOrNull) {
    if (over) {
      return;
    }
    over = true;
    boolean told = tell(failureOrNull);
    if (told || failureOrNull == null || failureOrNull instanceof CancelledError) {
      return;
    }
    if (!walk.loop().isClosed()) {
      report("what a subscriber had cancelled failed while it was closed", failureOrNull);
    }
  }

  /** Says that it has ended, unless that was said, or the subscriber does not want to know. */
  private boolean tell(@Nullable Throwable failureOrNull) {
    Flow.Subscriber<? super T> told = subscriber.getAndSet(null);
    if (told == null) {
      return false;
    }
    try {
      if (failureOrNull == null) {
        told.onComplete();
      } else {
        told.onError(failureOrNull);
      }
    } catch (Throwable failure) {
      report("a subscriber failed", failure);
    }
    return true;
  }

  /** Ends it, and tells the subscriber why. */
  void stop(Throwable reason) {
    tell(reason);
    walk.stop();
  }

  private void report(String message, Throwable failure) {
    if (Failures.isFatal(failure)) {
      throw Failures.sneak(failure);
    }
    walk.loop().report(new ExceptionContext(message, failure, this));
  }
}
