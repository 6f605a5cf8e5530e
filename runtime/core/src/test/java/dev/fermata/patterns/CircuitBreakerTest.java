package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.patterns.CircuitBreaker.State;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<State> states = new ArrayList<>();
  private int calls;

  private CircuitBreaker.Builder builder() {
    return CircuitBreaker.builder().openFor(MINUTE).onChange(states::add);
  }

  private void succeed(CircuitBreaker breaker) {
    assertEquals(
        "value",
        await(
            breaker.call(
                () -> {
                  calls++;
                  return Programs.co(() -> "value");
                })));
  }

  private <X extends Throwable> void fail(CircuitBreaker breaker, X failure) {
    assertSame(
        failure,
        assertThrows(
            failure.getClass(),
            () ->
                await(
                    breaker.call(
                        () -> {
                          calls++;
                          return Programs.co(
                              () -> {
                                throw failure;
                              });
                        }))));
  }

  private void fail(CircuitBreaker breaker, int times) {
    for (int i = 0; i < times; i++) {
      fail(breaker, new IOException());
    }
  }

  private CircuitOpenException refused(CircuitBreaker breaker) {
    int before = calls;
    CircuitOpenException refusal = assertThrows(CircuitOpenException.class, () -> succeed(breaker));
    assertEquals(before, calls);
    return refusal;
  }

  private static Coroutine<String> after(Duration time) {
    return Programs.co(
        () -> {
          await(sleep(time));
          return "value";
        });
  }

  @Test
  void opensAfterFailuresInARow() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(3).build();
          fail(breaker, 2);
          succeed(breaker);
          fail(breaker, 2);
          assertEquals(State.CLOSED, breaker.state());
          fail(breaker, 1);
          assertEquals(State.OPEN, breaker.state());
          assertEquals(MINUTE, refused(breaker).retryAfter());
          await(sleep(SECOND));
          assertEquals(Duration.ofSeconds(59), refused(breaker).retryAfter());
        });
  }

  @Test
  void fiveFailuresAreTheDefault() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = CircuitBreaker.builder().build();
          fail(breaker, 4);
          succeed(breaker);
          fail(breaker, 5);
          assertEquals(Duration.ofSeconds(30), refused(breaker).retryAfter());
        });
  }

  @Test
  void closesAfterATrialThatSucceeds() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(2).build();
          fail(breaker, 2);
          await(sleep(MINUTE));
          assertEquals(State.HALF_OPEN, breaker.state());
          succeed(breaker);
          assertEquals(State.CLOSED, breaker.state());
          // What happened before is forgotten.
          fail(breaker, 1);
          assertEquals(State.CLOSED, breaker.state());
        });
    assertEquals(List.of(State.OPEN, State.HALF_OPEN, State.CLOSED), states);
  }

  @Test
  void opensAgainAfterATrialThatFails() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(2).build();
          fail(breaker, 2);
          await(sleep(MINUTE));
          fail(breaker, 1);
          assertEquals(State.OPEN, breaker.state());
          assertEquals(MINUTE, refused(breaker).retryAfter());
        });
    assertEquals(List.of(State.OPEN, State.HALF_OPEN, State.OPEN), states);
  }

  @Test
  void soManyTrialsAndNoMore() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(1).trials(3).build();
          fail(breaker, 1);
          await(sleep(MINUTE));
          Task<String> first = start(breaker.call(() -> after(SECOND)));
          Task<String> second = start(breaker.call(() -> after(SECOND.multipliedBy(2))));
          await(yieldNow());
          succeed(breaker);
          assertEquals(MINUTE, refused(breaker).retryAfter());
          assertEquals(State.HALF_OPEN, breaker.state());
          await(first);
          assertEquals(State.HALF_OPEN, breaker.state());
          await(second);
          assertEquals(State.CLOSED, breaker.state());
        });
  }

  @Test
  void aTrialThatIsCancelledGivesItsPlaceBack() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(1).build();
          fail(breaker, 1);
          await(sleep(MINUTE));
          Task<String> trial = start(breaker.call(() -> after(MINUTE)));
          await(sleep(SECOND));
          refused(breaker);
          trial.cancel();
          assertThrows(CancelledError.class, () -> await(trial));
          succeed(breaker);
          assertEquals(State.CLOSED, breaker.state());
        });
  }

  @Test
  void aTrialThatTakesForEverGivesItsPlaceUp() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(1).build();
          fail(breaker, 1);
          await(sleep(MINUTE));
          Task<String> stuck = start(breaker.call(() -> after(Duration.ofDays(1))));
          await(sleep(Duration.ofSeconds(59)));
          assertEquals(SECOND, refused(breaker).retryAfter());
          await(sleep(SECOND));
          succeed(breaker);
          assertEquals(State.CLOSED, breaker.state());
          fail(breaker, 1);
          await(stuck); // It has begun two changes ago, and closes nothing.
          assertEquals(State.HALF_OPEN, breaker.state());
        });
  }

  @Test
  void whatBeganBeforeAChangeDoesNotCount() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(1).build();
          Task<String> old = start(breaker.call(() -> after(Duration.ofSeconds(90))));
          await(yieldNow());
          fail(breaker, 1);
          await(sleep(MINUTE));
          assertEquals(State.HALF_OPEN, breaker.state());
          await(old);
          assertEquals(State.HALF_OPEN, breaker.state());
        });
  }

  @Test
  void cancellationsAndErrorsDoNotCount() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(2).build();
          fail(breaker, 1);
          fail(breaker, new CancelledError());
          fail(breaker, new AssertionError());
          assertEquals(State.CLOSED, breaker.state());
          fail(breaker, 1);
          assertEquals(State.OPEN, breaker.state());
        });
  }

  @Test
  void exceptionsThatAreAnswersAreSuccesses() {
    Programs.run(
        () -> {
          CircuitBreaker breaker =
              builder().failures(2).failingWith(failure -> failure instanceof IOException).build();
          fail(breaker, 1);
          fail(breaker, new IllegalArgumentException("not found"));
          fail(breaker, 1);
          assertEquals(State.CLOSED, breaker.state());
          fail(breaker, 1);
          await(sleep(MINUTE));
          fail(breaker, new IllegalArgumentException("not found"));
          assertEquals(State.CLOSED, breaker.state());
        });
  }

  @Test
  void slowCallsFail() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(2).slowerThan(SECOND).build();
          assertEquals("value", await(breaker.call(() -> after(SECOND.plusNanos(1)))));
          assertEquals("value", await(breaker.call(() -> after(SECOND))));
          assertEquals("value", await(breaker.call(() -> after(MINUTE))));
          assertEquals(State.CLOSED, breaker.state());
          assertEquals("value", await(breaker.call(() -> after(MINUTE))));
          assertEquals(State.OPEN, breaker.state());
        });
  }

  @Test
  void opensByTheRateOfTheLastCalls() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failureRate(0.5, 4, Duration.ofSeconds(10)).build();
          fail(breaker, 3);
          assertEquals(State.CLOSED, breaker.state());
          await(sleep(Duration.ofSeconds(10)));
          succeed(breaker);
          succeed(breaker);
          await(sleep(Duration.ofSeconds(9)));
          fail(breaker, 1);
          assertEquals(State.CLOSED, breaker.state());
          fail(breaker, 1);
          assertEquals(State.OPEN, breaker.state());
        });
  }

  @Test
  void theRateForgetsATenthAtATime() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failureRate(1, 2, Duration.ofSeconds(10)).build();
          await(sleep(Duration.ofMillis(500)));
          fail(breaker, 1);
          await(sleep(Duration.ofMillis(9499)));
          assertEquals(State.CLOSED, breaker.state());
          fail(breaker, 1);
          assertEquals(State.OPEN, breaker.state());
          breaker.reset();
          fail(breaker, 1);
          await(sleep(Duration.ofMillis(9999)));
          fail(breaker, 1);
          assertEquals(State.CLOSED, breaker.state());
          await(sleep(Duration.ofDays(1)));
          fail(breaker, 1);
          assertEquals(State.CLOSED, breaker.state());
        });
  }

  @Test
  void eitherLimitOpens() {
    Programs.run(
        () -> {
          CircuitBreaker breaker =
              builder().failures(3).failureRate(0.5, 6, Duration.ofHours(1)).build();
          fail(breaker, 3);
          assertEquals(State.OPEN, breaker.state());
          breaker.reset();
          for (int i = 0; i < 3; i++) {
            assertEquals(State.CLOSED, breaker.state());
            succeed(breaker);
            fail(breaker, 1);
          }
          assertEquals(State.OPEN, breaker.state());
        });
  }

  @Test
  void itMayBeTrippedAndReset() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().build();
          breaker.trip();
          refused(breaker);
          await(sleep(SECOND));
          breaker.trip();
          assertEquals(MINUTE, refused(breaker).retryAfter());
          breaker.reset();
          succeed(breaker);
        });
    assertEquals(List.of(State.OPEN, State.CLOSED), states);
  }

  @Test
  void whatAListenerThrowsIsReported() {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(
        Programs.act(
            () -> {
              CircuitBreaker breaker =
                  CircuitBreaker.builder()
                      .failures(1)
                      .onChange(
                          state -> {
                            throw new IllegalStateException("listener");
                          })
                      .build();
              fail(breaker, 1);
              assertEquals(State.OPEN, breaker.state());
            }),
        reports);
    assertEquals("listener", reports.get(0).exception().getMessage());
  }

  @Test
  void aRetryWaitsUntilItIsWorthTrying() {
    Programs.run(
        () -> {
          CircuitBreaker breaker = builder().failures(1).build();
          fail(breaker, 1);
          Retry retry =
              Retry.attempts(2)
                  .pausingFor(
                      failure ->
                          failure instanceof CircuitOpenException open
                              ? Optional.of(open.retryAfter())
                              : Optional.empty());
          assertEquals("value", await(retry.call(() -> breaker.call(() -> after(SECOND)))));
          assertEquals(MINUTE.plus(SECOND).toNanos(), EventLoop.current().time());
        });
  }

  @Test
  void itBeginsAnewWithTheNextLoop() {
    CircuitBreaker breaker = builder().failures(2).build();
    Programs.run(
        () -> {
          await(sleep(SECOND));
          fail(breaker, 2);
        });
    Programs.run(
        () -> {
          fail(breaker, 1);
          assertEquals(State.CLOSED, breaker.state());
        });
    assertThrows(IllegalStateException.class, breaker::state);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    CircuitBreaker.Builder builder = builder();
    assertThrows(IllegalArgumentException.class, () -> builder.failures(0));
    assertThrows(IllegalArgumentException.class, () -> builder.failureRate(0, 1, SECOND));
    assertThrows(IllegalArgumentException.class, () -> builder.failureRate(1.1, 1, SECOND));
    assertThrows(IllegalArgumentException.class, () -> builder.failureRate(1, 0, SECOND));
    assertThrows(IllegalArgumentException.class, () -> builder.failureRate(1, 1, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> builder.openFor(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> builder.trials(0));
    assertThrows(IllegalArgumentException.class, () -> builder.slowerThan(Duration.ZERO));
  }

  @Test
  void aBuilderMakesAsManyAsOneLikes() {
    Programs.run(
        () -> {
          CircuitBreaker.Builder builder = builder().failures(1);
          CircuitBreaker first = builder.build();
          CircuitBreaker second = builder.build();
          fail(first, 1);
          succeed(second);
          assertEquals("CircuitBreaker[OPEN]", first.toString());
        });
  }

  @Test
  void whatAFailingTestIsAskedAboutIsNotLost() {
    IOException failure = new IOException();
    CircuitBreaker breaker =
        CircuitBreaker.builder()
            .failingWith(
                asked -> {
                  throw new UnsupportedOperationException();
                })
            .build();
    Programs.run(
        () -> {
          Throwable thrown =
              assertThrows(
                  UnsupportedOperationException.class,
                  () ->
                      await(
                          breaker.call(
                              () -> {
                                throw failure;
                              })));
          assertSame(failure, thrown.getSuppressed()[0]);
        });
  }

  @Test
  void aListenerThatFailsDoesNotTakeThePlaceOfTheOutcome() {
    IOException failure = new IOException();
    AssertionError ofListener = new AssertionError();
    List<ExceptionContext> reports = new ArrayList<>();
    CircuitBreaker breaker =
        CircuitBreaker.builder()
            .failures(1)
            .onChange(
                state -> {
                  throw ofListener;
                })
            .build();
    Programs.run(
        Programs.act(
            () ->
                assertSame(
                    failure,
                    assertThrows(
                        IOException.class,
                        () ->
                            await(
                                breaker.call(
                                    () -> {
                                      throw failure;
                                    }))))),
        reports);
    assertEquals(List.of(ofListener), reports.stream().map(ExceptionContext::exception).toList());
  }
}
