package dev.fermata.internal.flow;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.EventLoop;
import dev.fermata.internal.task.Loop;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Publishes what an asynchronous iterable has, on a loop: from the beginning for each subscriber.
 *
 * @param <T> the type of the elements
 */
public final class LoopPublisher<T> implements Flow.Publisher<T> {
  private final AsyncIterable<? extends T> source;
  private final Loop loop;
  private final AtomicBoolean used = new AtomicBoolean();

  /** Makes one that has subscribed nobody. */
  public LoopPublisher(AsyncIterable<? extends T> source, EventLoop loop) {
    this.source = Objects.requireNonNull(source);
    this.loop = (Loop) loop;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    WalkSubscription<T> subscription =
        new WalkSubscription<>(source, loop, Objects.requireNonNull(subscriber));
    if (!subscription.introduce()) {
      return;
    }
    if (used.getAndSet(true) && source instanceof AsyncGenerator) {
      subscription.stop(new IllegalStateException(source + " can be walked through once"));
    } else {
      subscription.start();
    }
  }

  @Override
  public String toString() {
    return "Publisher[" + source + "]";
  }
}
