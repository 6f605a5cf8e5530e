package dev.fermata.fuzz.trial;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what may hang; gives up on it after some time, leaving it behind on a daemon thread. */
final class Deadline {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A run did not end in time. */
  static final class Missed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Missed(String stack) {
      super(stack);
    }
  }

  private ExecutorService executor = executor();

  private static ExecutorService executor() {
    return Executors.newSingleThreadExecutor(
        run -> {
          Thread thread = new Thread(run, "fuzz-run");
          thread.setDaemon(true);
          return thread;
        });
  }

  <T> T call(Callable<T> run) {
    Future<T> future = executor.submit(run);
    try {
      return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      executor.shutdown();
      executor = executor();
      throw new Missed("no end after " + LIMIT.toSeconds() + " s");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
