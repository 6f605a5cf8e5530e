package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.patterns.AsyncFunction;
import dev.fermata.patterns.BackgroundTasks;
import dev.fermata.patterns.Backoff;
import dev.fermata.patterns.CircuitBreaker;
import dev.fermata.patterns.CircuitBreaker.State;
import dev.fermata.patterns.Debouncer;
import dev.fermata.patterns.RateLimiter;
import dev.fermata.patterns.Retry;
import dev.fermata.patterns.Throttle;
import dev.fermata.testing.Programs;
import dev.fermata.testing.explore.CancelEverywhere;
import dev.fermata.testing.explore.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PatternScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Takes a second, and counts how many are under way. */
  private static Coroutine<Void> counted(Stage stage, int[] open, boolean fails) {
    return Programs.act(
        () -> {
          open[0]++;
          try {
            stage.await(sleep(SECOND));
            if (fails) {
              throw new IOException();
            }
          } finally {
            open[0]--;
          }
        });
  }

  @Test
  void retry() {
    CancelEverywhere.explore(
        stage -> {
          int[] open = {0};
          for (int failures = 0; failures < 3; failures++) {
            int[] left = {failures};
            Retry retry = Retry.attempts(3).backoff(Backoff.constant(SECOND));
            stage.participant(
                "fails " + failures,
                () -> stage.await(retry.call(() -> counted(stage, open, left[0]-- > 0))));
          }
          stage.invariant("no attempt is under way", () -> open[0] == 0);
        });
  }

  @Test
  void rateLimiter() {
    CancelEverywhere.explore(
        stage -> {
          RateLimiter limiter = RateLimiter.of(2, SECOND);
          List<Long> passed = new ArrayList<>();
          for (String name : List.of("a", "b", "c", "d", "e")) {
            stage.participant(
                name,
                () -> {
                  stage.await(limiter.acquire());
                  passed.add(EventLoop.current().time());
                });
          }
          stage.invariant("nobody waits", () -> limiter.waiting() == 0);
          stage.invariant(
              "no window has more than two",
              () -> {
                for (int i = 2; i < passed.size(); i++) {
                  if (passed.get(i) - passed.get(i - 2) < SECOND.toNanos()) {
                    return false;
                  }
                }
                return true;
              });
          stage.invariant(
              "nobody waits without need",
              () -> {
                // Each pair of those who got through comes a second after the one before it.
                for (int i = 0; i < passed.size(); i++) {
                  if (passed.get(i) > i / 2 * SECOND.toNanos()) {
                    return false;
                  }
                }
                return true;
              });
          stage.afterwards(
              () -> {
                await(limiter.acquire());
                await(limiter.acquire());
              });
        });
  }

  @Test
  void circuitBreaker() {
    CancelEverywhere.explore(
        stage -> {
          CircuitBreaker breaker =
              CircuitBreaker.builder().failures(1).trials(2).openFor(SECOND).build();
          int[] open = {0};
          breaker.trip();
          for (String name : List.of("a", "b")) {
            stage.participant(
                name,
                () -> {
                  stage.await(sleep(SECOND));
                  stage.await(breaker.call(() -> counted(stage, open, false)));
                });
          }
          stage.invariant("no call is under way", () -> open[0] == 0);
          stage.afterwards(
              () -> {
                // There is room for two trials, or the circuit has closed.
                await(sleep(SECOND));
                await(breaker.call(() -> counted(stage, open, false)));
                await(breaker.call(() -> counted(stage, open, false)));
                if (breaker.state() != State.CLOSED) {
                  throw new AssertionError(breaker.toString());
                }
              });
        });
  }

  @Test
  void backgroundTasks() {
    CancelEverywhere.explore(
        stage -> {
          BackgroundTasks background = BackgroundTasks.open(SECOND.multipliedBy(2));
          int[] open = {0};
          stage.participant(
              "owner",
              () -> {
                background.start(counted(stage, open, false), "short");
                background.start(
                    Programs.act(
                        () -> {
                          try {
                            open[0]++;
                            await(sleep(SECOND.multipliedBy(5)));
                          } finally {
                            open[0]--;
                            await(yieldNow());
                          }
                        }),
                    "long");
                Throwable failure = null;
                try {
                  stage.await(sleep(SECOND.dividedBy(2)));
                } catch (Throwable thrown) {
                  failure = thrown;
                  throw thrown;
                } finally {
                  await(background.exit(failure));
                }
              });
          stage.invariant("no task is left", () -> background.size() == 0 && open[0] == 0);
        });
  }

  @Test
  void debouncer() {
    CancelEverywhere.explore(
        stage -> {
          int[] open = {0};
          Debouncer<String> debouncer =
              Debouncer.of(
                  SECOND,
                  text ->
                      Programs.act(
                          () -> {
                            open[0]++;
                            try {
                              await(sleep(SECOND));
                            } finally {
                              open[0]--;
                            }
                          }));
          stage.participant(
              "typist",
              () -> {
                Throwable failure = null;
                try {
                  debouncer.submit("a");
                  stage.await(sleep(SECOND.multipliedBy(3).dividedBy(2)));
                  debouncer.submit("b");
                  stage.await(yieldNow());
                } catch (Throwable thrown) {
                  failure = thrown;
                  throw thrown;
                } finally {
                  await(debouncer.exit(failure));
                }
              });
          stage.invariant("nothing runs", () -> open[0] == 0 && !debouncer.isPending());
        });
  }

  private static void throttle(
      Function<AsyncFunction<String, Void, RuntimeException>, Throttle<String>> kind) {
    CancelEverywhere.explore(
        stage -> {
          int[] open = {0};
          int[] most = {0};
          Throttle<String> throttle =
              kind.apply(
                  text ->
                      Programs.act(
                          () -> {
                            open[0]++;
                            most[0] = Math.max(most[0], open[0]);
                            try {
                              await(sleep(SECOND));
                            } finally {
                              open[0]--;
                            }
                          }));
          stage.participant(
              "worker",
              () -> {
                Throwable failure = null;
                try {
                  for (String text : List.of("a", "b", "c")) {
                    throttle.submit(text);
                    stage.await(sleep(SECOND.dividedBy(2)));
                  }
                } catch (Throwable thrown) {
                  failure = thrown;
                  throw thrown;
                } finally {
                  await(throttle.exit(failure));
                }
              });
          stage.invariant("nothing runs", () -> open[0] == 0 && !throttle.isPending());
          stage.invariant("there was one run at a time", () -> most[0] <= 1);
        });
  }

  @Test
  void throttle() {
    throttle(action -> Throttle.of(SECOND, action));
    throttle(action -> Throttle.leading(SECOND, action));
    throttle(action -> Throttle.trailing(SECOND, action));
  }
}
