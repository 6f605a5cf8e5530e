package dev.fermata.testing.explore;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.Outcome;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.Timeout;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named task of a scenario, with a time limit around it that strikes only when the run wants it.
 *
 * <p>One that was cancelled has to end cancelled; one that was out of time, by an {@link
 * AsyncTimeoutException}; any other one normally. What else is right for it, it has to be told.
 */
public final class Participant {
  private final String name;
  private final Coroutine<?> body;
  private final List<Class<? extends Throwable>> expected = new ArrayList<>();
  private boolean mayIgnoreCancellation;
  private long deadline = Clock.NEVER;
  private @Nullable Timeout limit;
  private @Nullable Task<Object> task;
  private boolean cancelled;
  private boolean expired;
  private boolean ignoredLimit;
  private int requestsLeft;

  Participant(String name, Coroutine<?> body) {
    this.name = name;
    this.body = body;
  }

  /** Lets it end with such a failure, even if nothing was done to it. */
  public Participant mayEndWith(Class<? extends Throwable> failure) {
    expected.add(failure);
    return this;
  }

  /** Lets it end normally though it was cancelled, or out of time. */
  public Participant mayIgnoreCancellation() {
    mayIgnoreCancellation = true;
    return this;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns how it ended. */
  public Outcome<Object> outcome() {
    return started().outcome();
  }

  /** Returns whether it ended normally. */
  public boolean hasSucceeded() {
    return outcome() instanceof Outcome.Success;
  }

  Task<Object> start(long limitedTo) {
    deadline = limitedTo;
    expired = limitedTo != Clock.NEVER;
    Task<Object> started = Coroutines.start(Programs.co(this::run), name);
    task = started;
    return started;
  }

  private @Nullable Object run() throws Throwable {
    Timeout scope = Coroutines.timeoutAt(deadline);
    limit = scope;
    Throwable failure = null;
    try {
      Object result = Coroutines.await(body);
      ignoredLimit = scope.expired();
      return result;
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      limit = null;
      try {
        Bodies.exit(scope, failure);
      } finally {
        requestsLeft = Tasks.current().cancelRequests();
      }
    }
  }

  private Task<Object> started() {
    Task<Object> present = task;
    if (present == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return present;
  }

  /** Returns whether it runs within its time limit. */
  boolean isLimited() {
    return limit != null;
  }

  /** Cancels it; returns whether it was not done. */
  boolean cancel() {
    boolean struck = started().cancel();
    cancelled |= struck;
    return struck;
  }

  /** Lets its time be over; returns whether it was not. */
  boolean expire(long now) {
    Timeout scope = limit;
    if (scope == null || scope.expired()) {
      return false;
    }
    expired = true;
    scope.reschedule(now);
    return true;
  }

  /** Says what is wrong about how it ended. */
  Optional<String> complaint() {
    body.discard(); // a task that was cancelled at once has not come to it
    Throwable failure =
        started().outcome() instanceof Outcome.Failure<Object> failed ? failed.error() : null;
    if (started().isCancelled()) {
      return cancelled || isExpected(CancelledError.class)
          ? Optional.empty()
          : Optional.of(name + " was cancelled, but nobody did that");
    }
    if (failure != null) {
      boolean right =
          isExpected(failure.getClass())
              || (failure instanceof AsyncTimeoutException && expired && !cancelled);
      return right ? leftover() : Optional.of(name + " failed: " + failure);
    }
    if ((cancelled || ignoredLimit) && !mayIgnoreCancellation) {
      return Optional.of(name + " was cancelled, but ended as if it had not been");
    }
    return leftover();
  }

  private Optional<String> leftover() {
    return requestsLeft == 0 || cancelled
        ? Optional.empty()
        : Optional.of(name + " has " + requestsLeft + " requests for cancellation left");
  }

  private boolean isExpected(Class<?> type) {
    return expected.stream().anyMatch(each -> each.isAssignableFrom(type));
  }

  @Nullable Throwable failure() {
    return started().outcome() instanceof Outcome.Failure<Object> failed ? failed.error() : null;
  }
}
