package dev.fermata.flow;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.start;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterator;
import dev.fermata.EventLoop;
import dev.fermata.machine.Loops;
import dev.fermata.sync.AsyncQueue;
import dev.fermata.testing.BackgroundLoop;
import dev.fermata.testing.Programs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.SubscriberPuppet;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams for who walks through a publisher, step by step. */
public class SubscriberInsideRulesTest extends FlowSubscriberWhiteboxVerification<Integer> {
  private BackgroundLoop background;

  public SubscriberInsideRulesTest() {
    super(PublisherRulesTest.environment());
  }

  @BeforeClass
  public void open() {
    background = new BackgroundLoop();
  }

  @AfterClass
  public void close() {
    background.close();
  }

  @Override
  public Integer createElement(int element) {
    return element;
  }

  @Override
  protected Flow.Subscriber<Integer> createFlowSubscriber(WhiteboxSubscriberProbe<Integer> probe) {
    CompletableFuture<Flow.Subscriber<? super Integer>> subscribed = new CompletableFuture<>();
    Flow.Publisher<Integer> publisher = subscribed::complete;
    AsyncIterator<Integer> iterator = Loops.iterator(publisher);
    EventLoop loop = background.loop();
    CompletableFuture<AsyncQueue<Long>> requests = new CompletableFuture<>();
    loop.start(Programs.act(() -> walkThrough(iterator, requests)));
    SubscriberPuppet puppet =
        new SubscriberPuppet() {
          @Override
          public void triggerRequest(long elements) {
            loop.execute(() -> requests.join().tryPut(elements));
          }

          @Override
          public void signalCancel() {
            loop.execute(() -> start(((AsyncCloseable) iterator).closeAsync()));
          }
        };
    return new Watched(SubscriberRulesTest.typed(subscribed.join()), probe, puppet);
  }

  /** Subscribes by its first step, and makes as many more as are requested. */
  private static void walkThrough(
      AsyncIterator<Integer> iterator, CompletableFuture<AsyncQueue<Long>> requests) {
    AsyncQueue<Long> queue = AsyncQueue.unbounded();
    requests.complete(queue);
    try {
      while (await(iterator.moveNext())) {
        iterator.current();
        long left = await(queue.take());
        while (left > 1 && await(iterator.moveNext())) {
          left--;
        }
      }
    } catch (Exception published) {
      // onError is one way to end
    }
  }

  /** Tells the probe of all that the subscriber is told. */
  private record Watched(
      Flow.Subscriber<Integer> subscriber,
      WhiteboxSubscriberProbe<Integer> probe,
      SubscriberPuppet puppet)
      implements Flow.Subscriber<Integer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
      probe.registerOnSubscribe(puppet);
    }

    @Override
    public void onNext(Integer element) {
      subscriber.onNext(element);
      probe.registerOnNext(element);
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
      probe.registerOnError(failure);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
      probe.registerOnComplete();
    }
  }
}
