package dev.fermata.patterns;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stops calling what keeps failing, and tries it again after a while.
 *
 * <pre>{@code
 * CircuitBreaker breaker = CircuitBreaker.builder().failures(5).openFor(Duration.ofSeconds(30)).build();
 * …
 * String page = await(breaker.call(() -> fetch(uri)));
 * }</pre>
 *
 * <p>It is <em>closed</em> at first: calls are made. When too many have failed it <em>opens</em>:
 * calls fail at once with {@link CircuitOpenException}. When it has been open for its time it is
 * <em>half open</em>: a few calls are made to try. If they succeed it closes; as soon as one fails
 * it opens again.
 *
 * <p>A call that is cancelled tells nothing and does not count; nor does one that ends when the
 * circuit has changed since it began.
 *
 * <p>It belongs to the loop that first uses it, whose clock it goes by, and is for the thread of
 * that loop. When that loop is closed, another one may begin anew.
 */
public final class CircuitBreaker {
  private final Circuit circuit;

  private CircuitBreaker(Circuit circuit) {
    this.circuit = circuit;
  }

  /** Returns the settings for a new one, which opens for 30 seconds after 5 failures in a row. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a call, if the circuit is not open.
   *
   * <p>A cancellation goes to the call.
   *
   * @return the value of the call. It fails with {@link CircuitOpenException} if the call was not
   *     made
   * @throws X by that, the compiler knows of checked exceptions. It is the coroutine that fails,
   *     not this method
   */
  public <T, X extends Throwable> Coroutine<T> call(AsyncCall<T, X> call) throws X {
    return AsyncCircuitCalls.call(circuit, call);
  }

  /**
   * Returns the state of the circuit.
   *
   * @throws IllegalStateException outside a loop, or if this belongs to another one
   */
  public State state() {
    return circuit.state();
  }

  /**
   * Opens the circuit, for its time from now on.
   *
   * @throws IllegalStateException outside a loop, or if this belongs to another one
   */
  public void trip() {
    circuit.trip();
  }

  /**
   * Closes the circuit, and forgets all failures.
   *
   * @throws IllegalStateException outside a loop, or if this belongs to another one
   */
  public void reset() {
    circuit.reset();
  }

  @Override
  public String toString() {
    return circuit.toString();
  }

  /** Whether calls are made. */
  public enum State {
    /** They are. */
    CLOSED,
    /** They are not. */
    OPEN,
    /** A few are, to try. */
    HALF_OPEN
  }

  /** The settings of a new {@link CircuitBreaker}. */
  public static final class Builder {
    private static final int FAILURES = 5;

    private @Nullable Supplier<Limit> inARow;
    private @Nullable Supplier<Limit> rate;
    private long openFor = Nanos.positive(Duration.ofSeconds(30));
    private long slow = Long.MAX_VALUE;
    private int trials = 1;
    private Predicate<? super Throwable> failing = failure -> failure instanceof Exception;
    private Consumer<? super State> listener = state -> {};

    private Builder() {}

    /**
     * Opens the circuit after so many failures in a row.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public Builder failures(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("less than one failure: " + most);
      }
      inARow = () -> new FailuresInARow(most);
      return this;
    }

    /**
     * Opens the circuit when so many of the calls that ended in the last {@code window} have
     * failed. Unless {@link #failures} is called too, that alone counts.
     *
     * @param share of the calls: more than 0, and at most 1
     * @param calls how many there have to be before it is judged, at least one
     * @param window how far it looks back. It forgets a tenth of that at a time
     * @throws IllegalArgumentException if one of them is none of these
     */
    public Builder failureRate(double share, int calls, Duration window) {
      if (!(share > 0 && share <= 1) || calls < 1) {
        throw new IllegalArgumentException("no failure rate: " + share + " of " + calls);
      }
      long nanos = Nanos.positive(window);
      rate = () -> new FailureRate(share, calls, nanos);
      return this;
    }

    /**
     * Sets how long the circuit stays open.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder openFor(Duration time) {
      openFor = Nanos.positive(time);
      return this;
    }

    /**
     * Sets how many calls have to succeed for a half open circuit to close, 1 by default. No more
     * are made. Those that have not ended when the time has passed for which the circuit was open
     * count no more, and others are made.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public Builder trials(int successes) {
      if (successes < 1) {
        throw new IllegalArgumentException("less than one trial: " + successes);
      }
      trials = successes;
      return this;
    }

    /**
     * Counts a call as failed which takes longer, though it succeeds.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder slowerThan(Duration limit) {
      slow = Nanos.positive(limit);
      return this;
    }

    /**
     * Says which failures are those of what is called: every {@link Exception}, by default. Other
     * exceptions count as successes, since there was an answer. An {@link Error} that is none of
     * them does not count, and a {@link CancelledError} never does.
     */
    public Builder failingWith(Predicate<? super Throwable> test) {
      failing = test;
      return this;
    }

    /**
     * Tells {@code listener} of each state that the circuit changes to. What it throws goes to the
     * exception handler of the loop.
     */
    public Builder onChange(Consumer<? super State> listener) {
      this.listener = listener;
      return this;
    }

    /** Makes one. Its circuit is closed. */
    public CircuitBreaker build() {
      List<Limit> limits =
          Stream.of(Optional.ofNullable(inARow), Optional.ofNullable(rate))
              .flatMap(Optional::stream)
              .map(Supplier::get)
              .toList();
      return new CircuitBreaker(
          new Circuit(
              limits.isEmpty() ? List.of(new FailuresInARow(FAILURES)) : limits,
              new Circuit.Rules(openFor, trials, slow, failing, listener)));
    }
  }
}
