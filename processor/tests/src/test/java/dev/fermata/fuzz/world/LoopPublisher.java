package dev.fermata.fuzz.world;

import dev.fermata.EventLoop;
import dev.fermata.laboratory.fixture.Fixture;
import java.util.concurrent.Flow;

/**
 * A publisher on the loop's own thread: some elements, each a turn after it was requested, then the
 * end or a failure.
 */
final class LoopPublisher implements Flow.Publisher<Integer> {
  private final int site;
  private final boolean fails;
  private final int[] elements;

  LoopPublisher(int site, boolean fails, int... elements) {
    this.site = site;
    this.fails = fails;
    this.elements = elements;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
    subscriber.onSubscribe(new Elements(subscriber));
  }

  private final class Elements implements Flow.Subscription {
    private final Flow.Subscriber<? super Integer> subscriber;
    private final EventLoop loop = EventLoop.current();
    private int next;
    private long requested;
    private boolean scheduled;
    private boolean ended;

    Elements(Flow.Subscriber<? super Integer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      requested = Math.min(elements.length + 1L, requested + Math.min(n, elements.length + 1L));
      schedule();
    }

    private void schedule() {
      if (!scheduled && !ended && requested > 0) {
        scheduled = true;
        loop.callSoon(this::deliver);
      }
    }

    private void deliver() {
      scheduled = false;
      if (ended) {
        return;
      }
      if (next == elements.length || (fails && next == 1)) {
        ended = true;
        if (fails) {
          subscriber.onError(new Failure(site));
        } else {
          subscriber.onComplete();
        }
        return;
      }
      requested--;
      subscriber.onNext(elements[next++]);
      schedule();
    }

    @Override
    public void cancel() {
      Fixture.log("publisher " + site + " cancelled");
      ended = true;
    }
  }
}
