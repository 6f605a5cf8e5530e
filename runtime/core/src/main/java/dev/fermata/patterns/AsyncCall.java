package dev.fermata.patterns;

import dev.fermata.Awaitable;
import java.util.concurrent.CompletionStage;

/**
 * A call that can be made any number of times, each time with an outcome of its own: {@code () ->
 * fetch(uri)}, where {@code fetch} is an {@code @Async} method.
 *
 * @param <T> the type of the value
 * @param <X> the type of the checked exceptions that the call is declared to throw; {@code
 *     RuntimeException} if there are none
 */
@FunctionalInterface
public interface AsyncCall<T, X extends Throwable> {
  /**
   * Returns what is to be awaited, a new coroutine in most cases.
   *
   * @throws X as an {@code @Async} method is declared to throw what it fails with when it is
   *     awaited. What this throws is the failure of the call, too
   */
  Awaitable<? extends T> begin() throws X;

  /**
   * Makes one of a method that returns a stage: {@code stage(() -> http.sendAsync(request,
   * ofString()))}.
   *
   * @param call what makes the stage, each time a new one
   */
  static <T, X extends Throwable> AsyncCall<T, X> stage(StageCall<T, X> call) {
    return () -> AsyncStages.await(call.begin());
  }

  /**
   * What makes a stage.
   *
   * @param <T> the type of the value
   * @param <X> the type of the checked exceptions that the call is declared to throw
   */
  @FunctionalInterface
  interface StageCall<T, X extends Throwable> {
    /**
     * Returns a new stage.
     *
     * @throws X as the failure of the call
     */
    CompletionStage<? extends T> begin() throws X;
  }
}
