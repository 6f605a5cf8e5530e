package dev.fermata.patterns;

import dev.fermata.CancelledError;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.patterns.CircuitBreaker.State;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The states of a {@link CircuitBreaker}. */
final class Circuit {
  private final Home home = new Home(this);
  private final List<Limit> limits;
  private final Rules rules;
  private State state = State.CLOSED;

  /** Which calls count: those that began since the last change. */
  private long period;

  /** When an open circuit becomes half open, or a half open one gives up its trials. */
  private long until;

  /** Of a half open circuit: how many calls are under way. */
  private int trying;

  /** Of a half open circuit: how many calls have succeeded. */
  private int successes;

  Circuit(List<Limit> limits, Rules rules) {
    this.limits = limits;
    this.rules = rules;
  }

  /**
   * Begins a call.
   *
   * @return what it ends with
   * @throws CircuitOpenException if it is not to be made
   */
  long enter() {
    long now = advance();
    if (state == State.OPEN) {
      throw new CircuitOpenException(Duration.ofNanos(until - now));
    }
    if (state == State.HALF_OPEN) {
      letTry(now);
    }
    return period;
  }

  private void letTry(long now) {
    if (trying + successes >= rules.trials()) {
      if (now < until) {
        throw new CircuitOpenException(Duration.ofNanos(until - now));
      }
      period++;
      trying = 0;
    }
    trying++;
    until = now + rules.openFor();
  }

  /**
   * Ends a call.
   *
   * @param entered what it began with
   */
  void leave(long entered, Result result) {
    long now = advance();
    if (entered != period) {
      return;
    }
    if (state == State.HALF_OPEN) {
      trying--;
      endTrial(result, now);
    } else if (result != Result.NONE && isExceededBy(result, now)) {
      open(now);
    }
  }

  private void endTrial(Result result, long now) {
    if (result == Result.FAILURE) {
      open(now);
    } else if (result == Result.SUCCESS && ++successes == rules.trials()) {
      change(State.CLOSED);
    }
  }

  private boolean isExceededBy(Result result, long now) {
    boolean exceeded = false;
    for (Limit limit : limits) {
      exceeded |= limit.isExceededBy(result == Result.FAILURE, now);
    }
    return exceeded;
  }

  /** Lets the time have its effect, and returns it. */
  private long advance() {
    long now = home.enter(this::forget).time();
    if (state == State.OPEN && now >= until) {
      change(State.HALF_OPEN);
    }
    return now;
  }

  private void forget() {
    state = State.CLOSED;
    period++;
    limits.forEach(Limit::forget);
  }

  private void open(long now) {
    until = now + rules.openFor();
    change(State.OPEN);
  }

  private void change(State next) {
    period++;
    trying = 0;
    successes = 0;
    limits.forEach(Limit::forget);
    if (state != next) {
      state = next;
      tell(next);
    }
  }

  private void tell(State next) {
    try {
      rules.listener().accept(next);
    } catch (Throwable failure) {
      if (Asking.isFatal(failure)) {
        throw failure;
      }
      EventLoop.current()
          .report(new ExceptionContext("a listener of a circuit breaker failed", failure, this));
    }
  }

  State state() {
    advance();
    return state;
  }

  void trip() {
    open(advance());
  }

  void reset() {
    advance();
    change(State.CLOSED);
  }

  Result judge(long duration) {
    return duration > rules.slow() ? Result.FAILURE : Result.SUCCESS;
  }

  Result judge(Throwable failure) {
    if (failure instanceof CancelledError) {
      return Result.NONE;
    }
    if (Asking.about(failure, () -> rules.failing().test(failure))) {
      return Result.FAILURE;
    }
    return failure instanceof Exception ? Result.SUCCESS : Result.NONE;
  }

  @Override
  public String toString() {
    return "CircuitBreaker[" + state + "]";
  }

  /** What a call tells of what was called. */
  enum Result {
    SUCCESS,
    FAILURE,
    NONE
  }

  /**
   * What does not change.
   *
   * @param openFor in nanoseconds
   * @param slow in nanoseconds
   */
  record Rules(
      long openFor,
      int trials,
      long slow,
      Predicate<? super Throwable> failing,
      Consumer<? super State> listener) {}
}
