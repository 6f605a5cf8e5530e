package dev.fermata.flow;

import static dev.fermata.Coroutines.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.testing.BackgroundLoop;
import dev.fermata.testing.Programs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams for who walks through a publisher, seen from outside. */
public class SubscriberRulesTest extends FlowSubscriberBlackboxVerification<Integer> {
  private BackgroundLoop background;

  public SubscriberRulesTest() {
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

  /** Subscribes by walking through a publisher that hands out its subscriber. */
  @Override
  public Flow.Subscriber<Integer> createFlowSubscriber() {
    CompletableFuture<Flow.Subscriber<? super Integer>> subscribed = new CompletableFuture<>();
    Flow.Publisher<Integer> publisher = subscribed::complete;
    AsyncGenerator<Integer> generator = AsyncGenerator.from(publisher);
    background.loop().start(Programs.act(() -> walkThrough(generator)));
    return typed(subscribed.join());
  }

  private static void walkThrough(AsyncGenerator<Integer> generator) {
    try {
      while (await(generator.moveNext())) {
        generator.current();
      }
    } catch (Exception published) {
      // onError is one way to end
    }
  }

  @SuppressWarnings("unchecked") // it takes whatever is published
  static <T> Flow.Subscriber<T> typed(Flow.Subscriber<? super T> subscriber) {
    return (Flow.Subscriber<T>) subscriber;
  }

  @Override
  public Integer createElement(int element) {
    return element;
  }
}
