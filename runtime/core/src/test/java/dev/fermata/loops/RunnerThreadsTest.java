package dev.fermata.loops;

import static dev.fermata.Coroutines.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.testing.Programs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A runner is used by one thread at a time, though any may be the one. */
class RunnerThreadsTest {
  @Test
  void whileAnotherThreadRunsIt() throws Exception {
    EventLoop.Runner runner = EventLoop.builder().name("shared").open();
    Promise<String> end = runner.loop().newPromise();
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread first =
        new Thread(
            () -> {
              try {
                result.complete(
                    runner.run(
                        Programs.co(
                            () -> {
                              running.countDown();
                              return await(end);
                            })));
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            },
            "first");
    first.start();
    running.await();
    String message =
        assertThrows(IllegalStateException.class, () -> runner.run(Programs.act(() -> {})))
            .getMessage();
    assertTrue(message.contains("shared") && message.contains("first"), message);
    assertThrows(IllegalStateException.class, runner::close);
    runner.loop().execute(() -> end.complete("done"));
    first.join();
    assertEquals("done", result.get());
    assertEquals("after it", runner.run(Programs.co(() -> "after it")));
    runner.close();
    assertTrue(runner.loop().isClosed());
  }
}
