package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;

import dev.fermata.Coroutine;
import dev.fermata.Outcome;
import dev.fermata.Task;
import dev.fermata.patterns.Debouncer;
import dev.fermata.patterns.RateLimiter;
import dev.fermata.patterns.Throttle;
import dev.fermata.sync.AsyncQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PatternsOracleTest extends OracleTest {
  private static Coroutine<Void> worker(AsyncQueue<Integer> jobs, List<Object> log) {
    return act(
        () -> {
          while (true) {
            int job = await(jobs.take());
            try {
              await(sleep(s(1)));
              log.add(new Pair(job, now()));
            } finally {
              jobs.taskDone();
            }
          }
        });
  }

  private static List<Task<Void>> workers(AsyncQueue<Integer> jobs, List<Object> log) {
    List<Task<Void>> workers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      workers.add(start(worker(jobs, log)));
    }
    for (int job = 0; job < 7; job++) {
      jobs.tryPut(job);
    }
    return workers;
  }

  private static String kind(Outcome<Void> outcome) {
    return outcome instanceof Outcome.Cancelled ? "CancelledError" : outcome.toString();
  }

  @Test
  void workerPoolGraceful() {
    main(
        () -> {
          List<Object> log = new ArrayList<>();
          AsyncQueue<Integer> jobs = AsyncQueue.unbounded();
          List<Task<Void>> workers = workers(jobs, log);
          await(jobs.join());
          workers.forEach(Task::cancel);
          List<Outcome<Void>> outcomes = await(gatherSettled(workers));
          p(log, now(), new TreeSet<>(outcomes.stream().map(PatternsOracleTest::kind).toList()));
          List<Object> cut = new ArrayList<>();
          AsyncQueue<Integer> others = AsyncQueue.unbounded();
          List<Task<Void>> stopped = workers(others, cut);
          await(sleep(s(1.5)));
          stopped.forEach(Task::cancel);
          await(gatherSettled(stopped));
          p("done", cut.size(), "never started", others.size());
        });
    expect("101_pattern_worker_pool_graceful");
  }

  @Test
  void rateLimitDebounceThrottle() {
    main(
        () -> {
          RateLimiter limiter = RateLimiter.of(2, s(1));
          for (int i = 0; i < 5; i++) {
            await(limiter.acquire());
            p("call", i, now());
          }
          long begun = loop().time();
          List<Object[]> out = new ArrayList<>();
          Debouncer<Integer> debounced =
              Debouncer.of(s(2), i -> act(() -> out.add(event("debounced", i, begun))));
          Throttle<Integer> throttled =
              Throttle.leading(s(3), i -> act(() -> out.add(event("throttled", i, begun))));
          int i = 0;
          for (int pause : new int[] {0, 1, 1, 3, 1}) {
            await(sleep(s(pause)));
            debounced.submit(i);
            throttled.submit(i);
            i++;
          }
          await(sleep(s(5)));
          out.forEach(this::p);
        });
    expect("102_pattern_rate_limit_debounce_throttle");
  }

  private static Object[] event(String kind, int number, long begun) {
    return new Object[] {kind, number, (loop().time() - begun) / 1e9};
  }

  /** Is shown as a tuple. */
  private record Pair(int job, String time) {
    @Override
    public String toString() {
      return "(" + job + ", " + Py.repr(time) + ")";
    }
  }
}
