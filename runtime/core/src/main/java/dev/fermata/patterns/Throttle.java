package dev.fermata.patterns;

import dev.fermata.AsyncScope;
import dev.fermata.Coroutine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Does something at most once in a period, with the last of what was submitted.
 *
 * <pre>{@code
 * try (var progress = Throttle.of(Duration.ofMillis(100), this::show)) {
 *   for (int percent = 0; percent <= 100; percent++) {
 *     progress.submit(percent);
 *     await(work());
 *   }
 * } // 100 was shown
 * }</pre>
 *
 * <p>The first submission is given to the action at once. What is submitted in the period that
 * begins with that waits for the end of it, and only the last of it is given to the action. {@link
 * #leading} and {@link #trailing} leave one of the two out.
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
public final class Throttle<T> implements AsyncScope {
  private final Edges edges;
  private final long period;
  private final Deliveries<T> deliveries;

  private Throttle(Edges edges, Duration period, AsyncFunction<? super T, ?, ?> action) {
    this.edges = edges;
    this.period = Nanos.positive(period);
    this.deliveries = new AsyncDeliveries<>("Throttle", action);
  }

  /**
   * Makes one that runs its action at the beginning of a period, and at its end if something was
   * submitted since.
   *
   * @param period how long it is from the beginning of a run to that of the next, at least
   * @param action is given what was submitted last
   * @throws IllegalArgumentException if the time is not positive
   */
  public static <T> Throttle<T> of(Duration period, AsyncFunction<? super T, ?, ?> action) {
    return new Throttle<>(Edges.BOTH, period, action);
  }

  /**
   * Makes one that runs its action at the beginning of a period only. What is submitted later in it
   * is dropped.
   *
   * @param period how long it is from the beginning of a run to that of the next, at least
   * @param action is given what was submitted first
   * @throws IllegalArgumentException if the time is not positive
   */
  public static <T> Throttle<T> leading(Duration period, AsyncFunction<? super T, ?, ?> action) {
    return new Throttle<>(Edges.LEADING, period, action);
  }

  /**
   * Makes one that runs its action at the end of a period only. The period begins with a
   * submission.
   *
   * @param period how long it is from the first submission to the run
   * @param action is given what was submitted last
   * @throws IllegalArgumentException if the time is not positive
   */
  public static <T> Throttle<T> trailing(Duration period, AsyncFunction<? super T, ?, ?> action) {
    return new Throttle<>(Edges.TRAILING, period, action);
  }

  /**
   * Has the action run with {@code value}, if it is to run and nothing else is submitted before
   * that.
   *
   * @throws IllegalStateException if this is closed or belongs to another loop, or outside a loop
   */
  public void submit(T value) {
    long now = deliveries.now();
    long next = deliveries.nextAfter(period);
    if (edges == Edges.TRAILING) {
      deliveries.submit(value, deliveries.isPending() ? deliveries.due() : now + period);
    } else if (edges == Edges.BOTH || next == now) {
      deliveries.submit(value, next);
    }
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

  /** When in a period the action runs. */
  private enum Edges {
    BOTH,
    LEADING,
    TRAILING
  }
}
