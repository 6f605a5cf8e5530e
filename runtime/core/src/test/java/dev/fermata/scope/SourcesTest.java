package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
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
}
