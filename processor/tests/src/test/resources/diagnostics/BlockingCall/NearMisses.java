import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.AsyncQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

abstract class NearMisses {
  private final AsyncLock asyncLock = new AsyncLock();

  /** The user's own, named as those are. */
  void sleep(int millis) {}

  @Async
  Coroutine<String> inMemory(ByteArrayInputStream bytes) throws IOException {
    await(yieldNow());
    StringWriter writer = new StringWriter();
    writer.write("a");
    int first = new StringReader("a").read();
    System.out.println(bytes.readAllBytes().length);
    System.out.write(1);
    return done(writer.toString() + first + String.join(",", "a", "b"));
  }

  @Async
  Coroutine<String> asynchronous(AsyncQueue<String> queue, List<Task<String>> tasks) {
    await(queue.put("a"));
    try (var held = await(asyncLock.acquire())) {
      System.out.println(held);
    }
    await(Tasks.wait(tasks, ReturnWhen.ALL_COMPLETED));
    sleep(1);
    return done(await(queue.take()));
  }

  @Async
  Coroutine<String> withoutWaiting(BlockingQueue<String> queue, ReentrantLock lock, CompletableFuture<String> future) {
    await(yieldNow());
    boolean isFree = lock.tryLock();
    queue.offer("a");
    return done(queue.poll() + isFree + future.getNow("b"));
  }

  @Async
  Coroutine<String> inThreads(ExecutorService service, Path path) {
    String text = await(toThread(() -> Files.readString(path)));
    service.submit(() -> Files.readString(path));
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(1);
              } catch (InterruptedException e) {
                System.out.println(e);
              }
            });
    thread.start();
    return done(text + Files.exists(path) + Set.of());
  }

  String plain(Path path) throws IOException, InterruptedException {
    Thread.sleep(1);
    return Files.readString(path);
  }

  @Async
  @SuppressWarnings("BlockingCall")
  Coroutine<String> suppressed(Path path) throws IOException {
    await(yieldNow());
    return done(Files.readString(path));
  }
}
