package dev.fermata.flow;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Outcome;
import dev.fermata.Task;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Loops;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Generators that are made of other things. */
class SourcesTest {
  private static <T> Coroutine<List<T>> all(AsyncGenerator<T> generator) {
    return Programs.co(
        () -> {
          List<T> elements = new ArrayList<>();
          while (await(generator.moveNext())) {
            elements.add(generator.current());
          }
          return elements;
        });
  }

  @Test
  void ofAnIterable() {
    List<String> elements = Arrays.asList("a", null, "b");
    assertEquals(elements, Programs.run(all(AsyncGenerator.from(elements))));
  }

  @Test
  void ofAStreamThatIsClosedAtTheEnd() {
    List<String> log = new ArrayList<>();
    Stream<Integer> whole = Stream.of(1, 2).onClose(() -> log.add("at the end"));
    assertEquals(List.of(1, 2), Programs.run(all(AsyncGenerator.from(whole))));
    Stream<Integer> part = Stream.iterate(1, i -> i + 1).onClose(() -> log.add("when closed"));
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator = AsyncGenerator.from(part);
          assertTrue(await(generator.moveNext()));
          await(generator.closeAsync());
          assertFalse(await(generator.moveNext()));
        });
    Stream<Integer> failing =
        Stream.of(1)
            .<Integer>map(
                i -> {
                  throw new IllegalStateException("mapping");
                })
            .onClose(() -> log.add("when it fails"));
    assertThrows(
        IllegalStateException.class, () -> Programs.run(all(AsyncGenerator.from(failing))));
    assertEquals(List.of("at the end", "when closed", "when it fails"), log);
  }

  /** Publishes some numbers and then ends, all in the thread that asks. */
  private static final class Numbers implements Flow.Publisher<Integer> {
    private final int limit;
    private final Throwable failure;
    private final List<String> log = new ArrayList<>();

    Numbers(int limit, Throwable failure) {
      this.limit = limit;
      this.failure = failure;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;

            @Override
            public void request(long count) {
              if (next < limit) {
                subscriber.onNext(next++);
              } else if (failure == null) {
                subscriber.onComplete();
              } else {
                subscriber.onError(failure);
              }
            }

            @Override
            public void cancel() {
              log.add("cancelled");
            }
          });
    }
  }

  @Test
  void ofAPublisher() {
    assertEquals(List.of(0, 1, 2), EventLoop.run(all(AsyncGenerator.from(new Numbers(3, null)))));
    IOException failure = new IOException("published");
    Numbers failing = new Numbers(1, failure);
    assertSame(
        failure,
        assertThrows(IOException.class, () -> EventLoop.run(all(AsyncGenerator.from(failing)))));
    Numbers endless = new Numbers(Integer.MAX_VALUE, null);
    EventLoop.run(
        Programs.act(
            () -> {
              AsyncGenerator<Integer> generator = AsyncGenerator.from(endless);
              assertTrue(await(generator.moveNext()));
              await(generator.closeAsync());
            }));
    assertEquals(List.of("cancelled"), endless.log);
  }

  /** Remembers its subscriber, and what that has asked for. The test publishes. */
  private static final class ByHand implements Flow.Publisher<Integer>, Flow.Subscription {
    private final List<String> log = new ArrayList<>();
    private Flow.Subscriber<? super Integer> subscriber;

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> made) {
      subscriber = made;
      log.add("subscribed");
    }

    @Override
    public void request(long count) {
      log.add("request " + count);
    }

    @Override
    public void cancel() {
      log.add("cancel");
    }
  }

  @Test
  void anElementThatComesAfterItsConsumerWasCancelledIsNotLost() {
    Programs.run(
        () -> {
          ByHand publisher = new ByHand();
          AsyncIterator<Integer> iterator = Loops.iterator(publisher);
          Task<Boolean> first = start(Programs.co(() -> await(iterator.moveNext())));
          await(yieldNow());
          first.cancel();
          assertThrows(CancelledError.class, () -> await(first));
          publisher.subscriber.onSubscribe(publisher);
          await(yieldNow());
          Task<Boolean> second = start(Programs.co(() -> await(iterator.moveNext())));
          await(yieldNow());
          assertEquals(List.of("subscribed", "request 1"), publisher.log);
          second.cancel();
          publisher.subscriber.onNext(7);
          assertThrows(CancelledError.class, () -> await(second));
          assertTrue(await(iterator.moveNext()));
          assertEquals(7, iterator.current());
          publisher.subscriber.onComplete();
          assertFalse(await(iterator.moveNext()));
          assertEquals(List.of("subscribed", "request 1", "request 1"), publisher.log);
        });
  }

  @Test
  void closingOneThatIsAwaitedEndsTheAwait() {
    Programs.run(
        () -> {
          ByHand publisher = new ByHand();
          AsyncIterator<Integer> iterator = Loops.iterator(publisher);
          Task<Boolean> waiting = start(Programs.co(() -> await(iterator.moveNext())));
          await(yieldNow());
          assertThrows(IllegalStateException.class, iterator::moveNext);
          publisher.subscriber.onSubscribe(publisher);
          await(yieldNow());
          await(yieldNow());
          await(((AsyncCloseable) iterator).closeAsync());
          assertFalse(await(waiting));
          publisher.subscriber.onNext(1);
          publisher.subscriber.onError(new IOException());
          assertFalse(await(iterator.moveNext()));
          await(((AsyncCloseable) iterator).closeAsync());
          assertEquals(List.of("subscribed", "request 1", "cancel"), publisher.log);
        });
  }

  @Test
  void aPublisherThatBreaksTheRules() {
    Programs.run(
        () -> {
          Flow.Publisher<Integer> failing =
              subscriber -> {
                throw new IllegalArgumentException("subscribe");
              };
          assertThrows(
              IllegalArgumentException.class, () -> await(Loops.iterator(failing).moveNext()));
          ByHand publisher = new ByHand();
          AsyncIterator<Integer> iterator = Loops.iterator(publisher);
          Task<Boolean> waiting = start(Programs.co(() -> await(iterator.moveNext())));
          await(yieldNow());
          Flow.Subscriber<? super Integer> subscriber = publisher.subscriber;
          assertThrows(NullPointerException.class, () -> subscriber.onSubscribe(null));
          assertThrows(NullPointerException.class, () -> subscriber.onNext(null));
          assertThrows(NullPointerException.class, () -> subscriber.onError(null));
          Flow.Subscription broken =
              new Flow.Subscription() {
                @Override
                public void request(long count) {
                  throw new IllegalArgumentException("request");
                }

                @Override
                public void cancel() {}
              };
          subscriber.onSubscribe(broken);
          assertThrows(IllegalArgumentException.class, () -> await(waiting));
        });
  }

  @Test
  void signalsAfterTheLoopIsClosedCancelTheSubscription() {
    ByHand publisher = new ByHand();
    Programs.run(
        () -> {
          AsyncIterator<Integer> iterator = Loops.iterator(publisher);
          start(Programs.co(() -> await(iterator.moveNext())));
          await(yieldNow());
        });
    publisher.subscriber.onSubscribe(publisher);
    assertEquals(List.of("subscribed", "cancel"), publisher.log);
    publisher.subscriber.onNext(1);
    publisher.subscriber.onComplete();
  }

  @Test
  @DisplayName("swiftlang/swift#71412, #80808: when a source ends, all its consumers end")
  void manyConsumersOfOneSource() {
    EventLoop.run(
        Programs.act(
            () -> {
              List<Task<Integer>> consumers = new ArrayList<>();
              try (SubmissionPublisher<Integer> publisher =
                  new SubmissionPublisher<>(EventLoop.current(), 16)) {
                for (int i = 0; i < 100; i++) {
                  consumers.add(start(count(publisher)));
                }
                consumers.get(7).cancel();
                await(yieldNow());
                publisher.submit(1);
                publisher.submit(2);
                consumers.get(8).cancel();
              }
              for (Outcome<Integer> outcome : await(gatherSettled(consumers))) {
                assertTrue(
                    outcome instanceof Outcome.Cancelled
                        || outcome.equals(new Outcome.Success<>(2)),
                    outcome.toString());
              }
            }));
  }

  private static Coroutine<Integer> count(Flow.Publisher<Integer> publisher) {
    return Programs.co(
        () -> {
          int count = 0;
          try (var each = Bodies.each(publisher)) {
            for (int ignored : each) {
              count++;
            }
          }
          return count;
        });
  }
}
