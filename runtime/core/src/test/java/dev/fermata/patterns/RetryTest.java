package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.patterns.Backoff.Jitter;
import dev.fermata.testing.Programs;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Pauses of 1, 2, 4, … seconds. */
  private static final Retry RETRY =
      Retry.attempts(4).backoff(Backoff.exponential(SECOND).jitter(Jitter.NONE));

  private final List<Object> log = new ArrayList<>();
  private int calls;

  private static long now() {
    return Duration.ofNanos(EventLoop.current().time()).toMillis();
  }

  /** Takes a tenth of a second, and fails the first {@code failures} times. */
  private Coroutine<String> flaky(int failures) throws IOException {
    int call = ++calls;
    return Programs.co(
        () -> {
          log.add(now());
          await(sleep(Duration.ofMillis(100)));
          if (call <= failures) {
            throw new IOException("call " + call);
          }
          return "value of call " + call;
        });
  }

  private Coroutine<String> failing(Throwable failure) {
    calls++;
    return Programs.co(
        () -> {
          throw failure;
        });
  }

  private static <X extends Throwable> X thrown(Class<X> type, AsyncAction body) {
    return assertThrows(type, body::run);
  }

  @Test
  void triesAgainAfterPauses() {
    Programs.run(
        () -> {
          assertEquals("value of call 3", await(RETRY.call(() -> flaky(2))));
          assertEquals(List.of(0L, 1100L, 3200L), log);
        });
  }

  @Test
  void theLastFailureIsThrownAsItIs() {
    Programs.run(
        () -> {
          IOException last = thrown(IOException.class, () -> await(RETRY.call(() -> flaky(9))));
          assertEquals("call 4", last.getMessage());
          assertEquals(4, calls);
          assertEquals(7400, now());
        });
  }

  @Test
  void oneAttemptIsNoRetry() {
    Programs.run(
        () -> {
          thrown(IOException.class, () -> await(Retry.attempts(1).call(() -> flaky(1))));
          assertEquals(100, now());
        });
    assertThrows(IllegalArgumentException.class, () -> Retry.attempts(0));
  }

  @Test
  void whatHasNotBegunDoesNothing() throws IOException {
    RETRY.call(() -> flaky(0));
    assertEquals(0, calls);
  }

  @Test
  void foreverIsUntilItSucceeds() {
    Programs.run(
        () ->
            assertEquals(
                "value of call 1001",
                await(Retry.forever().backoff(Backoff.constant(SECOND)).call(() -> flaky(1000)))));
  }

  @Test
  void exceptionsAreTriedAgainAndErrorsAreNot() {
    Programs.run(
        () -> {
          thrown(
              RuntimeException.class,
              () -> await(RETRY.call(() -> failing(new RuntimeException()))));
          assertEquals(4, calls);
          thrown(
              AssertionError.class, () -> await(RETRY.call(() -> failing(new AssertionError()))));
          assertEquals(5, calls);
        });
  }

  @Test
  void onlyTheTypesThatAreNamed() {
    Retry some = RETRY.on(FileNotFoundException.class, IllegalStateException.class);
    Programs.run(
        () -> {
          thrown(IOException.class, () -> await(some.call(() -> failing(new IOException()))));
          assertEquals(1, calls);
          thrown(
              IOException.class,
              () -> await(some.call(() -> failing(new FileNotFoundException()))));
          assertEquals(5, calls);
          thrown(
              IllegalStateException.class,
              () -> await(some.call(() -> failing(new IllegalStateException()))));
          assertEquals(9, calls);
        });
  }

  @Test
  void onlyWhatPassesTheTest() {
    Retry some = RETRY.onlyIf(failure -> "again".equals(failure.getMessage()));
    Programs.run(
        () -> {
          thrown(IOException.class, () -> await(some.call(() -> failing(new IOException("no")))));
          assertEquals(1, calls);
          thrown(
              AssertionError.class,
              () -> await(some.call(() -> failing(new AssertionError("again")))));
          assertEquals(5, calls);
        });
  }

  @Test
  void cancellationsAndFatalErrorsAreNeverTriedAgain() {
    Retry all = RETRY.onlyIf(failure -> true);
    Programs.run(
        () -> {
          for (Error error :
              List.of(new CancelledError(), new LinkageError(), new StackOverflowError())) {
            calls = 0;
            assertSame(error, thrown(Error.class, () -> await(all.call(() -> failing(error)))));
            assertEquals(1, calls);
          }
        });
  }

  @Test
  void whatTheCallItselfThrowsIsAFailureOfTheAttempt() {
    Programs.run(
        () -> {
          AsyncCall<String, IOException> call =
              () -> {
                if (++calls < 3) {
                  throw new IOException("no coroutine");
                }
                return flaky(0);
              };
          assertEquals("value of call 4", await(RETRY.call(call)));
        });
  }

  @Test
  void noAttemptBeginsAfterTheBudget() {
    Programs.run(
        () -> {
          // Attempts at 0, 1.1 and 3.2 seconds; the next one would be at 7.3.
          Retry hasty = RETRY.within(Duration.ofMillis(7299));
          IOException last = thrown(IOException.class, () -> await(hasty.call(() -> flaky(9))));
          assertEquals("call 3", last.getMessage());
          assertEquals(3300, now());
        });
    calls = 0;
    Programs.run(
        () -> {
          Retry patient = RETRY.within(Duration.ofMillis(7300));
          IOException last = thrown(IOException.class, () -> await(patient.call(() -> flaky(9))));
          assertEquals("call 4", last.getMessage());
        });
    assertThrows(IllegalArgumentException.class, () -> RETRY.within(Duration.ofNanos(-1)));
  }

  @Test
  void aFailureMaySayHowLongToPause() {
    Retry advised =
        RETRY.pausingFor(
            failure ->
                failure.getMessage().equals("call 2")
                    ? Optional.of(Duration.ofMinutes(1))
                    : Optional.empty());
    Programs.run(
        () -> {
          await(advised.call(() -> flaky(3)));
          assertEquals(List.of(0L, 1100L, 61200L, 63300L), log);
        });
  }

  @Test
  void theListenerHearsOfWhatIsTriedAgain() {
    List<Retry.Attempt> heard = new ArrayList<>();
    Programs.run(
        () ->
            thrown(IOException.class, () -> await(RETRY.onRetry(heard::add).call(() -> flaky(9)))));
    assertEquals(
        List.of("1 call 1 PT1S", "2 call 2 PT2S", "3 call 3 PT4S"),
        heard.stream()
            .map(a -> a.number() + " " + a.failure().getMessage() + " " + a.pause())
            .toList());
  }

  @Test
  void whatTheListenerThrowsEndsTheCall() {
    IllegalStateException enough = new IllegalStateException("enough");
    Retry limited =
        RETRY.onRetry(
            attempt -> {
              throw enough;
            });
    Programs.run(
        () ->
            assertSame(
                enough,
                thrown(IllegalStateException.class, () -> await(limited.call(() -> flaky(9))))));
    assertEquals(1, calls);
  }

  @Test
  void aCancellationGoesToTheAttempt() {
    Programs.run(
        () -> {
          Task<String> task = start(RETRY.onlyIf(failure -> true).call(() -> flaky(9)));
          await(sleep(Duration.ofMillis(50)));
          task.cancel("stop");
          CancelledError error = thrown(CancelledError.class, () -> await(task));
          assertEquals("stop", error.getMessage());
          assertEquals(50, now());
          assertEquals(1, calls);
        });
  }

  @Test
  void aCancellationEndsThePauseAndKeepsTheFailure() {
    Programs.run(
        () -> {
          Task<String> task = start(RETRY.call(() -> flaky(9)));
          await(sleep(Duration.ofMillis(500)));
          task.cancel();
          CancelledError error = thrown(CancelledError.class, () -> await(task));
          assertEquals("call 1", error.getSuppressed()[0].getMessage());
          assertEquals(500, now());
          assertEquals(1, calls);
        });
  }

  @Test
  void aTimeLimitAroundAllAndAroundEach() {
    Programs.run(
        () -> {
          thrown(
              AsyncTimeoutException.class,
              () -> await(waitFor(RETRY.call(() -> flaky(9)), Duration.ofSeconds(2))));
          assertEquals(2000, now());
          assertEquals(2, calls);
          calls = 0;
          thrown(
              AsyncTimeoutException.class,
              () -> await(RETRY.call(() -> waitFor(flaky(9), Duration.ofMillis(50)))));
          assertEquals(4, calls);
        });
  }

  @Test
  void aCallMayBeOfStages() {
    Programs.run(
        () -> {
          AsyncCall<String, RuntimeException> call =
              AsyncCall.stage(
                  () ->
                      ++calls < 3
                          ? CompletableFuture.failedFuture(new IOException("stage " + calls))
                          : CompletableFuture.completedFuture("stage 3"));
          assertEquals("stage 3", await(RETRY.call(call)));
          calls = 0;
          IOException last = thrown(IOException.class, () -> await(Retry.attempts(1).call(call)));
          assertEquals("stage 1", last.getMessage());
        });
  }

  @Test
  void theStackTraceLeadsThroughTheAttempts() {
    Programs.run(
        () -> {
          AsyncCall<String, RuntimeException> call =
              AsyncCall.stage(() -> CompletableFuture.failedFuture(new IOException("stage")));
          IOException last = thrown(IOException.class, () -> await(RETRY.call(call)));
          List<String> places =
              Stream.of(last.getStackTrace())
                  .filter(place -> place.getLineNumber() > 0)
                  .map(place -> place.getClassName() + "." + place.getMethodName())
                  .toList();
          assertTrue(
              places.containsAll(
                  List.of(
                      "dev.fermata.patterns.Stages.await", "dev.fermata.patterns.Attempts.make")),
              places.toString());
        });
  }

  @Test
  void whatAFailingSettingIsAskedAboutIsNotLost() {
    IOException failure = new IOException();
    RuntimeException ofSetting = new UnsupportedOperationException();
    for (Retry retry :
        List.of(
            Retry.attempts(3)
                .onlyIf(
                    asked -> {
                      throw ofSetting;
                    }),
            Retry.attempts(3)
                .pausingFor(
                    asked -> {
                      throw ofSetting;
                    }),
            Retry.attempts(3)
                .backoff(Backoff.constant(Duration.ZERO))
                .onRetry(
                    asked -> {
                      throw ofSetting;
                    }))) {
      Programs.run(
          () -> {
            Throwable thrown =
                assertThrows(
                    UnsupportedOperationException.class,
                    () ->
                        await(
                            retry.call(
                                () -> {
                                  throw failure;
                                })));
            assertTrue(List.of(thrown.getSuppressed()).contains(failure));
          });
    }
  }

  @Test
  void aPauseForEverDoesNotFit() {
    IOException failure = new IOException();
    Retry retry =
        Retry.attempts(3)
            .within(Duration.ofDays(1))
            .pausingFor(asked -> Optional.of(ChronoUnit.FOREVER.getDuration()));
    Programs.run(
        () ->
            assertSame(
                failure,
                assertThrows(
                    IOException.class,
                    () ->
                        await(
                            retry.call(
                                () ->
                                    Programs.act(
                                        () -> {
                                          await(sleep(Duration.ofSeconds(1)));
                                          throw failure;
                                        }))))));
  }
}
