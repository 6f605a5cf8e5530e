package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.machine.Stages;
import dev.fermata.testing.Programs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Blocking the thread of a loop until the loop has done something is an error, and no hang. */
class BlockedThreadTest {
  private static void assertRefused(Executable blocking) {
    String message = assertThrows(IllegalStateException.class, blocking).getMessage();
    assertTrue(message.contains("EventLoop["), message);
  }

  private static void assertBlocks(CompletableFuture<?> future) {
    assertRefused(future::get);
    assertRefused(future::join);
    assertRefused(() -> future.get(1, TimeUnit.DAYS));
  }

  @Test
  void aFutureOfAnOwnTask() {
    try (EventLoop.Runner runner = EventLoop.builder().open()) {
      runner.run(
          Programs.act(
              () -> {
                Task<String> task =
                    start(
                        Programs.co(
                            () -> {
                              await(yieldNow());
                              return "value";
                            }));
                CompletableFuture<String> future = task.toCompletableFuture();
                assertBlocks(future);
                CompletableFuture<String> made = future.thenApply(String::toUpperCase).copy();
                assertBlocks(made);
                assertEquals("VALUE", await(made));
                assertEquals("value", future.join());
                assertEquals("VALUE", made.get(0, TimeUnit.SECONDS));
              }));
    }
  }

  @Test
  void aMethodThatReturnsAStage() {
    Programs.run(
        () -> {
          CompletableFuture<Void> stage = Stages.start(Programs.act(() -> await(yieldNow())));
          assertBlocks(stage);
          await(stage);
          stage.join();
        });
  }

  @Test
  void otherCodeOnTheThreadOfAHost() throws Exception {
    ExecutorService host = Executors.newSingleThreadExecutor();
    try (EventLoop.Hosted hosted = EventLoop.builder().debug(true).openOn(host)) {
      Promise<String> promise = hosted.loop().newPromise();
      CompletableFuture<String> future = promise.toCompletableFuture();
      hosted.loop().start(Programs.act(() -> {})).join();
      host.submit(
              () -> {
                assertBlocks(future);
                assertRefused(promise::join);
                assertRefused(hosted::close);
                promise.complete("value");
                assertEquals("value", promise.join());
                return null;
              })
          .get();
      assertEquals("value", future.join());
    } finally {
      host.shutdown();
    }
  }
}
