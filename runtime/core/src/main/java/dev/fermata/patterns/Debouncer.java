package dev.fermata.patterns;

import dev.fermata.AsyncScope;
import dev.fermata.Coroutine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Does something when nothing has happened for a while, with the last of what was submitted.
 *
 * <pre>{@code
 * try (var search = Debouncer.of(Duration.ofMillis(300), this::search)) {
 *   for (String text : awaitEach(typed)) {
 *     search.submit(text);
 *   }
 * }
 * }</pre>
 *
 * <p>The action runs as a task of its own, one run at a time: what is submitted meanwhile waits
 * until that has ended. A failure of it is told to the exception handler of the loop.
 *
 * <p>At the end of the {@code try}, what was submitted last is done at once, and waited for. If the
 * body has failed or was cancelled it is dropped, and a run that is under way is cancelled.
 *
 * <p>It belongs to the loop that first uses it, and is for the thread of that loop.
 *
 * @param <T> the type of what is submitted
 */
public final class Debouncer<T> implements AsyncScope {
  private final long quiet;
  private final long longest;
  private final Deliveries<T> deliveries;

  /** When the first was submitted of those that wait. */
  private long first;

  private Debouncer(long quiet, long longest, AsyncFunction<? super T, ?, ?> action) {
    this.quiet = quiet;
    this.longest = longest;
    this.deliveries = new AsyncDeliveries<>("Debouncer", action);
  }

  /**
   * Makes one.
   *
   * @param quiet how long nothing is to be submitted before the action runs
   * @param action is given what was submitted last
   * @throws IllegalArgumentException if the time is not positive
   */
  public static <T> Debouncer<T> of(Duration quiet, AsyncFunction<? super T, ?, ?> action) {
    return new Debouncer<>(Nanos.positive(quiet), Nanos.LONGEST, action);
  }

  /**
   * Makes one that does not wait for ever, though things are submitted all the time.
   *
   * @param quiet how long nothing is to be submitted before the action runs
   * @param longest how long a submission waits at most
   * @param action is given what was submitted last
   * @throws IllegalArgumentException if one of the times is not positive
   */
  public static <T> Debouncer<T> of(
      Duration quiet, Duration longest, AsyncFunction<? super T, ?, ?> action) {
    return new Debouncer<>(Nanos.positive(quiet), Nanos.positive(longest), action);
  }

  /**
   * Has the action run with {@code value}, if nothing else is submitted before that.
   *
   * @throws IllegalStateException if this is closed or belongs to another loop, or outside a loop
   */
  public void submit(T value) {
    long now = deliveries.now();
    if (!deliveries.isPending()) {
      first = now;
    }
    deliveries.submit(value, Math.min(now + quiet, first + longest));
  }

  /** Returns whether something was submitted that was neither dropped nor given to the action. */
  public boolean isPending() {
    return deliveries.isPending();
  }

  /** Drops what was submitted and has not been given to the action. */
  public void drop() {
    deliveries.drop();
  }

  /**
   * Has the action run at once with what was submitted last, if that has not been done, and waits
   * until it does not run any more. A cancellation ends the waiting only.
   */
  public Coroutine<Void> flush() {
    return deliveries.flush();
  }

  /**
   * Closes it: nothing can be submitted any more.
   *
   * @param failureOrNull what the body has thrown, for which what is under way is cancelled; null
   *     to {@link #flush}
   */
  @Override
  public Coroutine<Void> exit(@Nullable Throwable failureOrNull) {
    return deliveries.exit(failureOrNull);
  }

  @Override
  public String toString() {
    return deliveries.toString();
  }
}
