package dev.fermata.patterns;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call again when it fails, after a pause that grows.
 *
 * <pre>{@code
 * static final Retry RETRY = Retry.attempts(5).on(IOException.class);
 * …
 * String page = await(RETRY.call(() -> fetch(uri)));
 * }</pre>
 *
 * <p>Every {@link Exception} is tried again, unless it is told which. A cancellation never is, and
 * ends a pause. When it gives up, the last failure is thrown as it is.
 *
 * <p>It does not change; each method returns another one. It may be shared by loops and threads.
 */
public final class Retry {
  private static final Backoff DEFAULT_BACKOFF = Backoff.exponential(Duration.ofMillis(100));

  private final int attempts;
  private final Backoff backoff;
  private final Predicate<? super Throwable> retried;
  private final @Nullable Duration budget;
  private final Function<? super Throwable, Optional<Duration>> advice;
  private final Consumer<? super Attempt> listener;

  private Retry(
      int attempts,
      Backoff backoff,
      Predicate<? super Throwable> retried,
      @Nullable Duration budget,
      Function<? super Throwable, Optional<Duration>> advice,
      Consumer<? super Attempt> listener) {
    this.attempts = attempts;
    this.backoff = backoff;
    this.retried = retried;
    this.budget = budget;
    this.advice = advice;
    this.listener = listener;
  }

  /**
   * Makes a call up to {@code most} times, the first one included. The pauses between are those of
   * {@link Backoff#exponential(Duration)} from 100 milliseconds on.
   *
   * @throws IllegalArgumentException if that is less than one
   */
  public static Retry attempts(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("less than one attempt: " + most);
    }
    return new Retry(
        most,
        DEFAULT_BACKOFF,
        failure -> failure instanceof Exception,
        null,
        failure -> Optional.empty(),
        attempt -> {});
  }

  /** Makes a call until it succeeds, or fails with what is not to be tried again. */
  public static Retry forever() {
    return attempts(Integer.MAX_VALUE);
  }

  /** Pauses between the attempts as {@code pauses} says. */
  public Retry backoff(Backoff pauses) {
    return new Retry(attempts, pauses, retried, budget, advice, listener);
  }

  /**
   * Tries failures of these types again, and no others.
   *
   * @see #onlyIf(Predicate)
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read only
  public final Retry on(Class<? extends Throwable>... types) {
    List<Class<? extends Throwable>> accepted = List.of(types);
    return onlyIf(failure -> accepted.stream().anyMatch(type -> type.isInstance(failure)));
  }

  /**
   * Tries those failures again for which {@code test} is true. It is not asked about a {@link
   * CancelledError}, a {@link VirtualMachineError} or a {@link LinkageError}.
   */
  public Retry onlyIf(Predicate<? super Throwable> test) {
    return new Retry(attempts, backoff, test, budget, advice, listener);
  }

  /**
   * Begins no attempt when so much time has passed since the call began. It gives up at once when
   * the pause would last longer than that. An attempt that is under way is not interrupted; {@link
   * Coroutines#waitFor} around one of them, or around all, does that.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Retry within(Duration time) {
    return new Retry(
        attempts, backoff, retried, Duration.ofNanos(Nanos.notNegative(time)), advice, listener);
  }

  /**
   * Pauses as long as a failure says, if it does, as a server that is asked too often may. That is
   * taken as it is: there is no jitter, and no other limit than {@link #within}.
   *
   * @param pause returns the pause, or nothing where the back-off counts
   */
  public Retry pausingFor(Function<? super Throwable, Optional<Duration>> pause) {
    return new Retry(attempts, backoff, retried, budget, pause, listener);
  }

  /**
   * Tells {@code listener} of each failure that is tried again, before the pause. What it throws is
   * thrown by the call.
   */
  public Retry onRetry(Consumer<? super Attempt> listener) {
    return new Retry(attempts, backoff, retried, budget, advice, listener);
  }

  /**
   * Makes the call as often as it takes.
   *
   * <p>A cancellation goes to the attempt that is under way, or ends the pause; then the failure
   * before the pause is suppressed in the {@link CancelledError}. So it is in what one of the
   * functions throws that decide what to do about it.
   *
   * @param call makes a new coroutine for each attempt
   * @return the value of the first attempt that succeeds
   * @throws X by that, the compiler knows of checked exceptions. It is the coroutine that fails,
   *     with the failure of the last attempt, not this method
   */
  public <T, X extends Throwable> Coroutine<T> call(AsyncCall<T, X> call) throws X {
    return AsyncAttempts.make(this, call);
  }

  Supplier<Duration> pauses() {
    return backoff.pauses();
  }

  /**
   * Decides what to do after an attempt has failed.
   *
   * @param spent how long the call has taken so far, in nanoseconds
   * @return how long to pause before the next attempt; null to give up
   */
  @Nullable Duration pauseAfter(
      int number, Throwable failure, Supplier<Duration> pauses, long spent) {
    return Asking.about(
        failure,
        () -> {
          if (number >= attempts || !isRetried(failure)) {
            return null;
          }
          Duration pause = advice.apply(failure).orElseGet(pauses);
          if (budget != null && pause.compareTo(budget.minusNanos(spent)) > 0) {
            return null;
          }
          listener.accept(new Attempt(number, failure, pause));
          return pause;
        });
  }

  private boolean isRetried(Throwable failure) {
    return !(failure instanceof CancelledError || Asking.isFatal(failure)) && retried.test(failure);
  }

  /**
   * An attempt that has failed and is to be followed by another one.
   *
   * @param number 1 for the first attempt
   * @param failure what it has failed with
   * @param pause how long it is until the next one
   */
  public record Attempt(int number, Throwable failure, Duration pause) {}
}
