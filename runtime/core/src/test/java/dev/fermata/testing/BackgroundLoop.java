package dev.fermata.testing;

import static dev.fermata.Coroutines.await;

import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Promise;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A loop that runs in a thread of its own, and goes by the real clock. */
public final class BackgroundLoop implements AutoCloseable {
  private final CompletableFuture<EventLoop> opened = new CompletableFuture<>();
  private final Queue<ExceptionContext> reports = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private Promise<Void> end;

  public BackgroundLoop() {
    thread = new Thread(this::run, "background loop");
    thread.start();
    opened.join();
  }

  private void run() {
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .debug(true)
            .exceptionHandler((loop, context) -> reports.add(context))
            .open()) {
      runner.run(
          Programs.act(
              () -> {
                end = EventLoop.current().newPromise();
                opened.complete(EventLoop.current());
                await(end);
              }));
    }
  }

  public EventLoop loop() {
    return opened.join();
  }

  /** What the exception handler was told. */
  public Queue<ExceptionContext> reports() {
    return reports;
  }

  /** Shuts the loop down and waits for that. */
  @Override
  public void close() {
    if (!loop().isClosed()) {
      loop().execute(() -> end.complete(null));
    }
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
