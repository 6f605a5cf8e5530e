package dev.fermata.flow;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.ContextVar;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.BackgroundLoop;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Publishers that are made of what is asynchronous. */
class PublisherTest {
  private final List<Object> log = new ArrayList<>();

  /** Logs what it is told, and requests what the test says. */
  private class Listener implements Flow.Subscriber<Object> {
    Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription made) {
      subscription = made;
    }

    @Override
    public void onNext(Object element) {
      log.add(element);
    }

    @Override
    public void onError(Throwable failure) {
      log.add(failure);
    }

    @Override
    public void onComplete() {
      log.add("complete");
    }
  }

  private AsyncGenerator<Integer> numbers(int count) {
    return Programs.gen(
        () -> {
          try {
            for (int i = 0; i < count; i++) {
              log.add("make " + i);
              emit(i);
            }
          } finally {
            await(sleep(Duration.ofSeconds(1)));
            log.add("closed");
          }
        });
  }

  private static void turns() {
    for (int i = 0; i < 20; i++) {
      await(yieldNow());
    }
  }

  @Test
  void makesNoMoreThanWasRequested() {
    Programs.run(
        () -> {
          AsyncIterable<Integer> source = () -> numbers(3);
          Listener listener = new Listener();
          source.toPublisher().subscribe(listener);
          turns();
          assertEquals(List.of(), log);
          listener.subscription.request(1);
          turns();
          assertEquals(List.of("make 0", 0), log);
          listener.subscription.request(1);
          listener.subscription.request(Long.MAX_VALUE);
          await(sleep(Duration.ofSeconds(2)));
          assertEquals(List.of("make 0", 0, "make 1", 1, "make 2", 2, "closed", "complete"), log);
          listener.subscription.request(1);
          listener.subscription.cancel();
          turns();
          assertEquals(8, log.size());
        });
  }

  @Test
  void eachSubscriberBeginsAnew() {
    Programs.run(
        () -> {
          AsyncIterable<Integer> source = () -> numbers(1);
          Flow.Publisher<Integer> publisher = source.toPublisher();
          for (int i = 0; i < 2; i++) {
            Listener listener = new Listener();
            publisher.subscribe(listener);
            listener.subscription.request(2);
          }
          await(sleep(Duration.ofSeconds(2)));
          assertEquals(
              List.of("make 0", 0, "make 0", 0, "closed", "closed", "complete", "complete"), log);
        });
  }

  @Test
  void aGeneratorHasOneSubscriber() {
    Programs.run(
        () -> {
          Flow.Publisher<Integer> publisher = numbers(1).toPublisher();
          publisher.subscribe(new Listener());
          publisher.subscribe(new Listener());
          assertEquals(1, log.size());
          assertInstanceOf(IllegalStateException.class, log.get(0));
        });
  }

  @Test
  void cancellingAtAnElementClosesTheGenerator() {
    Programs.run(
        () -> {
          Listener listener =
              new Listener() {
                @Override
                public void onNext(Object element) {
                  super.onNext(element);
                  subscription.cancel();
                }
              };
          numbers(3).toPublisher().subscribe(listener);
          listener.subscription.request(3);
          await(sleep(Duration.ofSeconds(2)));
          assertEquals(List.of("make 0", 0, "closed"), log);
        });
  }

  @Test
  void cancellingBetweenElementsClosesTheGenerator() {
    Programs.run(
        () -> {
          Listener listener = new Listener();
          numbers(3).toPublisher().subscribe(listener);
          listener.subscription.request(1);
          turns();
          listener.subscription.cancel();
          await(sleep(Duration.ofSeconds(2)));
          assertEquals(List.of("make 0", 0, "closed"), log);
        });
  }

  @Test
  void cancellingWhileTheNextElementIsAwaited() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> slow =
              Programs.gen(
                  () -> {
                    try {
                      await(sleep(Duration.ofSeconds(100)));
                    } catch (CancelledError cancelled) {
                      log.add("cancelled");
                      throw cancelled;
                    }
                  });
          Listener listener = new Listener();
          slow.toPublisher().subscribe(listener);
          listener.subscription.request(1);
          turns();
          listener.subscription.cancel();
          turns();
          assertEquals(List.of("cancelled"), log);
        });
  }

  @Test
  void cancellingBeforeItBegins() {
    Programs.run(
        () -> {
          Listener listener =
              new Listener() {
                @Override
                public void onSubscribe(Flow.Subscription made) {
                  made.request(1);
                  made.cancel();
                }
              };
          numbers(3).toPublisher().subscribe(listener);
          turns();
          assertEquals(List.of(), log);
        });
  }

  @Test
  void failures() {
    Programs.run(
        () -> {
          IOException failure = new IOException();
          AsyncGenerator<Integer> failing =
              Programs.gen(
                  () -> {
                    throw failure;
                  });
          Listener listener = new Listener();
          failing.toPublisher().subscribe(listener);
          listener.subscription.request(1);
          turns();
          assertEquals(List.of(failure), log);

          log.clear();
          AsyncGenerator.from(Arrays.asList(1, null)).toPublisher().subscribe(listener);
          listener.subscription.request(2);
          turns();
          assertEquals(1, log.get(0));
          assertInstanceOf(NullPointerException.class, log.get(1));
        });
  }

  @Test
  void aRequestForNothing() {
    Programs.run(
        () -> {
          Listener listener = new Listener();
          numbers(3).toPublisher().subscribe(listener);
          listener.subscription.request(1);
          turns();
          listener.subscription.request(0);
          await(sleep(Duration.ofSeconds(2)));
          assertInstanceOf(IllegalArgumentException.class, log.remove(2));
          assertEquals(List.of("make 0", 0, "closed"), log);
        });
  }

  @Test
  void aSubscriberThatFails() {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(
        Programs.act(
            () -> {
              Listener listener =
                  new Listener() {
                    @Override
                    public void onNext(Object element) {
                      throw new IllegalArgumentException("onNext");
                    }
                  };
              numbers(3).toPublisher().subscribe(listener);
              listener.subscription.request(3);
              await(sleep(Duration.ofSeconds(2)));
              assertEquals(List.of("make 0", "closed"), log);
              Listener second =
                  new Listener() {
                    @Override
                    public void onSubscribe(Flow.Subscription made) {
                      throw new IllegalArgumentException("onSubscribe");
                    }
                  };
              numbers(3).toPublisher().subscribe(second);
              turns();
            }),
        reports);
    assertEquals(
        List.of("onNext", "onSubscribe"),
        reports.stream().map(report -> report.exception().getMessage()).toList());
    assertEquals("a subscriber failed", reports.get(0).message());
  }

  @Test
  void aFailureOfClosingAfterACancellationIsReported() {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(
        Programs.act(
            () -> {
              AsyncGenerator<Integer> failing =
                  AsyncGenerator.from(
                      List.of(1, 2).stream()
                          .onClose(
                              () -> {
                                throw new IllegalArgumentException("close");
                              }));
              Listener listener = new Listener();
              failing.toPublisher().subscribe(listener);
              listener.subscription.request(1);
              turns();
              listener.subscription.cancel();
              turns();
            }),
        reports);
    assertEquals(1, reports.size());
    assertEquals("close", reports.get(0).exception().getMessage());
    assertEquals(List.of(1), log);
  }

  @Test
  void theLoopIsShutDown() {
    Listener listener = new Listener();
    EventLoop[] loop = new EventLoop[1];
    Programs.run(
        () -> {
          loop[0] = EventLoop.current();
          numbers(3).toPublisher().subscribe(listener);
          listener.subscription.request(1);
          turns();
        });
    assertEquals(List.of("make 0", 0, "closed"), log.subList(0, 3));
    assertInstanceOf(CancelledError.class, log.get(3));
    listener.subscription.request(1);
    listener.subscription.cancel();
    assertEquals(4, log.size());

    log.clear();
    AsyncIterable<Integer> source = () -> numbers(1);
    source.toPublisher(loop[0]).subscribe(listener);
    assertInstanceOf(RejectedExecutionException.class, log.get(0));
    assertEquals(1, log.size());
  }

  @Test
  void awaitEachOfAPublisherOnTheSameLoopIsInVirtualTime() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> hourly =
              Programs.gen(
                  () -> {
                    for (int i = 0; i < 100; i++) {
                      await(sleep(Duration.ofHours(1)));
                      emit(i);
                    }
                  });
          int sum = 0;
          try (var each = Bodies.each(hourly.toPublisher())) {
            for (int number : each) {
              sum += number;
              await(sleep(Duration.ofHours(1)));
            }
          }
          assertEquals(99 * 50, sum);
          assertEquals(Duration.ofHours(200).toNanos(), EventLoop.current().time());
        });
  }

  @Test
  void contextVariablesAreThoseOfTheSubscriber() {
    ContextVar<String> name = new ContextVar<>("name", "none");
    Programs.run(
        () -> {
          AsyncGenerator<String> emitsName = Programs.gen(() -> emit(name.get()));
          Listener listener = new Listener();
          name.set("subscriber");
          emitsName.toPublisher().subscribe(listener);
          name.set("later");
          listener.subscription.request(2);
          turns();
          assertEquals(List.of("subscriber", "complete"), log);
        });
  }

  @Test
  void whatNeverWaitsLeavesTurnsToOthers() {
    try (EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).open()) {
      runner.run(
          Programs.act(
              () -> {
                AsyncIterable<Integer> endless =
                    () -> AsyncGenerator.from(Stream.iterate(0, i -> i + 1));
                Listener listener = new Listener();
                endless.toPublisher().subscribe(listener);
                listener.subscription.request(Long.MAX_VALUE);
                turns();
                int seen = log.size();
                turns();
                assertTrue(log.size() > seen);
                listener.subscription.cancel();
                turns();
                seen = log.size();
                turns();
                assertEquals(seen, log.size());
              }));
    }
  }

  @Test
  void onALoopInAnotherThread() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      AsyncIterable<Integer> source = () -> AsyncGenerator.from(List.of(1, 2, 3));
      Flow.Publisher<Integer> publisher = source.toPublisher(background.loop());
      List<Integer> elements = EventLoop.run(AsyncGenerator.from(publisher).toList());
      assertEquals(List.of(1, 2, 3), elements);
      assertTrue(background.reports().isEmpty());
    }
  }

  @Test
  void collecting() {
    Programs.run(
        () -> {
          assertEquals(List.of(0, 1), await(numbers(2).toList()));
          log.clear();

          IOException failure = new IOException();
          AsyncGenerator<Integer> failing =
              Programs.gen(
                  () -> {
                    emit(1);
                    throw failure;
                  });
          assertSame(failure, assertThrows(IOException.class, () -> await(failing.toList())));

          Promise<Void> never = EventLoop.current().newPromise();
          AsyncGenerator<Integer> waiting =
              Programs.gen(
                  () -> {
                    try {
                      emit(1);
                      await(never);
                    } finally {
                      log.add("closed");
                    }
                  });
          Task<List<Integer>> task = start(waiting.toList());
          await(yieldNow());
          task.cancel();
          assertThrows(CancelledError.class, () -> await(task));
          assertEquals(List.of("closed"), log);
        });
  }
}
