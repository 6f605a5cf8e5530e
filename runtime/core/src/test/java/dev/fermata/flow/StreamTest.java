package dev.fermata.flow;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.CancelledError;
import dev.fermata.EventLoop;
import dev.fermata.testing.BackgroundLoop;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Streams and iterables for threads that run no loop. */
class StreamTest {
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  private AsyncGenerator<Integer> numbers(int count) {
    return Programs.gen(
        () -> {
          log.add("begun");
          try {
            for (int i = 0; i < count; i++) {
              await(sleep(Duration.ofMillis(1)));
              emit(i);
            }
          } finally {
            await(yieldNow());
            log.add("closed");
          }
        });
  }

  private List<String> log() {
    return List.copyOf(log);
  }

  @Test
  void hasAllElements() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      assertEquals(List.of(0, 1, 2), numbers(3).toStream(background.loop()).toList());
      assertEquals(List.of("begun", "closed"), log());
      List<String> withNull = Arrays.asList("a", null, "b");
      assertEquals(withNull, AsyncGenerator.from(withNull).toStream(background.loop()).toList());
    }
  }

  @Test
  void onTheSharedLoop() {
    assertEquals(6, numbers(4).toStream().mapToInt(i -> i).sum());
    List<Integer> elements = new ArrayList<>();
    numbers(2).toIterable().forEach(elements::add);
    assertEquals(List.of(0, 1), elements);
  }

  @Test
  void inAThreadOfTheLoop() {
    Programs.run(
        () -> {
          EventLoop loop = EventLoop.current();
          Stream<Integer> stream = numbers(3).toStream();
          assertThrows(IllegalStateException.class, stream::toList);
          List<Integer> elements = await(toThread(() -> numbers(3).toStream(loop).toList()));
          assertEquals(List.of(0, 1, 2), elements);
        });
  }

  @Test
  void closingItClosesTheGenerator() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      try (Stream<Integer> stream = numbers(3).toStream(background.loop())) {
        assertEquals(0, stream.findFirst().orElseThrow());
      }
      assertEquals(List.of("begun", "closed"), log());
    }
  }

  @Test
  void closingItBeforeItBegins() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      Stream<Integer> stream = numbers(3).toStream(background.loop());
      stream.close();
      assertEquals(List.of(), log());
    }
  }

  @Test
  void closingItAtItsEndAndTwice() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      Stream<Integer> stream = numbers(2).toStream(background.loop());
      assertEquals(2, stream.toList().size());
      stream.close();
      stream.close();
      assertEquals(List.of("begun", "closed"), log());
    }
  }

  @Test
  void aFailureIsThrownAsItIs() {
    IOException failure = new IOException();
    AsyncIterable<Integer> failing =
        () ->
            Programs.gen(
                () -> {
                  emit(1);
                  throw failure;
                });
    try (BackgroundLoop background = new BackgroundLoop()) {
      Stream<Integer> stream = failing.toStream(background.loop());
      assertSame(failure, assertThrows(IOException.class, stream::toList));
      Iterator<Integer> iterator = failing.toIterable(background.loop()).iterator();
      assertEquals(1, iterator.next());
      assertThrows(IOException.class, iterator::hasNext);
      assertThrows(IOException.class, iterator::next);
      assertTrue(background.reports().isEmpty());
    }
  }

  @Test
  void aFailureOfClosingIsThrownByClose() {
    AsyncGenerator<Integer> failing =
        AsyncGenerator.from(
            Stream.of(1, 2)
                .onClose(
                    () -> {
                      throw new IllegalArgumentException("close");
                    }));
    try (BackgroundLoop background = new BackgroundLoop()) {
      Stream<Integer> stream = failing.toStream(background.loop());
      assertEquals(1, stream.iterator().next());
      assertEquals(
          "close", assertThrows(IllegalArgumentException.class, stream::close).getMessage());
    }
  }

  @Test
  void anIterableBeginsAnewEachTime() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      AsyncIterable<Integer> source = () -> numbers(2);
      Iterable<Integer> iterable = source.toIterable(background.loop());
      for (int i = 0; i < 2; i++) {
        List<Integer> elements = new ArrayList<>();
        iterable.forEach(elements::add);
        assertEquals(List.of(0, 1), elements);
      }
      assertEquals(List.of("begun", "closed", "begun", "closed"), log());
    }
  }

  @Test
  void oneThatIsLostIsClosed() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      beginAndLose(background.loop());
      for (int i = 0; i < 500 && !log.contains("closed"); i++) {
        System.gc();
      }
      assertEquals(List.of("begun", "closed"), log());
    }
  }

  private void beginAndLose(EventLoop loop) {
    for (int number : numbers(3).toIterable(loop)) {
      assertEquals(0, number);
      break;
    }
  }

  @Test
  void anInterruptedThread() {
    try (BackgroundLoop background = new BackgroundLoop()) {
      Stream<Integer> stream = numbers(3).toStream(background.loop());
      Iterator<Integer> iterator = stream.iterator();
      Thread.currentThread().interrupt();
      assertThrows(CancelledError.class, iterator::next);
      assertTrue(Thread.interrupted());
      assertEquals(0, iterator.next());
      assertEquals(1, iterator.next());
      stream.close();
      assertFalse(iterator.hasNext());
    }
  }

  @Test
  void theLoopIsShutDown() {
    AsyncIterable<Integer> source = () -> numbers(3);
    BackgroundLoop background = new BackgroundLoop();
    Iterator<Integer> iterator = source.toIterable(background.loop()).iterator();
    assertEquals(0, iterator.next());
    background.close();
    assertEquals(List.of("begun", "closed"), log());
    assertThrows(CancelledError.class, iterator::next);
    Stream<Integer> late = source.toStream(background.loop());
    assertThrows(RejectedExecutionException.class, late::toList);
    late.close();
  }

  @Test
  void theLoopIsShutDownWhileAThreadWaits() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    AsyncGenerator<Integer> endless =
        Programs.gen(
            () -> {
              waiting.countDown();
              await(EventLoop.current().newPromise());
            });
    BackgroundLoop background = new BackgroundLoop();
    Thread reader =
        new Thread(
            () -> {
              try {
                endless.toStream(background.loop()).forEach(element -> {});
              } catch (CancelledError cancelled) {
                log.add("cancelled");
              }
            });
    reader.start();
    waiting.await();
    background.close();
    reader.join();
    assertEquals(List.of("cancelled"), log());
  }

  @Test
  void theHostOfTheLoopEndsWhileAThreadWaits() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    AsyncGenerator<Integer> endless =
        Programs.gen(
            () -> {
              waiting.countDown();
              await(EventLoop.current().newPromise());
            });
    ExecutorService host = Executors.newSingleThreadExecutor();
    EventLoop.Hosted hosted = EventLoop.on(host);
    Thread reader =
        new Thread(
            () -> {
              try {
                endless.toStream(hosted.loop()).forEach(element -> {});
              } catch (RejectedExecutionException closed) {
                log.add("closed");
              }
            });
    reader.start();
    waiting.await();
    host.shutdown();
    assertTrue(host.awaitTermination(1, TimeUnit.DAYS));
    assertThrows(RejectedExecutionException.class, hosted::close);
    reader.join();
    assertEquals(List.of("closed"), log());
  }
}
