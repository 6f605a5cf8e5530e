package dev.fermata.machine;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.internal.body.OriginalCoroutine;
import dev.fermata.internal.body.OriginalGenerator;
import dev.fermata.internal.body.Words;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Original-body mode: with {@code -Dfermata.bodies=original} a generated method runs the user's own
 * method in place of the machine, in a thread that takes turns with the loop.
 *
 * <p>Plain Java cannot tell a resource how its body failed, nor close what a loop has left. So a
 * body that needs that has a second, direct form in the generated class, which uses {@link #each}
 * and {@link #exit}:
 *
 * <pre>{@code
 * var r = resource();                             // try (var r = resource()) { … }
 * Throwable failure = null;
 * try {
 *   …
 * } catch (Throwable thrown) {
 *   failure = thrown;
 *   throw thrown;
 * } finally {
 *   Bodies.exit(r, failure);
 * }
 * }</pre>
 *
 * <p>A loop over {@code awaitEach(source)} becomes the same, with {@code Bodies.each(source)} as
 * the resource, and the loop as the body.
 */
public final class Bodies {
  /** Whether this program runs in original-body mode. */
  public static final boolean ORIGINAL = "original".equals(System.getProperty("fermata.bodies"));

  private Bodies() {}

  /**
   * Returns a coroutine that runs a body, and then what the body has returned.
   *
   * @param body says whose body it is
   * @param original runs it
   */
  public static <T> Coroutine<T> coroutine(
      Body body, Original<? extends Coroutine<? extends T>> original) {
    return OriginalCoroutine.of(body, original);
  }

  /**
   * Returns a generator that runs a body.
   *
   * @param body says whose body it is
   * @param original runs it
   */
  public static <T> AsyncGenerator<T> generator(
      Body body, Original<? extends AsyncGenerator<? extends T>> original) {
    return GeneratorMachine.generator(new OriginalGenerator<>(body, original));
  }

  /**
   * Returns a coroutine that runs a body, and then awaits the stage that the body has returned.
   *
   * @param body says whose body it is
   * @param original runs it
   */
  public static <T> Coroutine<T> stage(
      Body body, Original<? extends CompletionStage<? extends T>> original) {
    return OriginalCoroutine.ofStage(body, original);
  }

  /**
   * Walks through {@code source} in the thread of a body.
   *
   * @return what to iterate over, and to {@linkplain #exit leave} when that ends
   */
  public static <T> Each<T> each(AsyncIterable<? extends T> source) {
    return Words.awaitEach(source);
  }

  /**
   * Walks through {@code source} in the thread of a body.
   *
   * @return what to iterate over, and to {@linkplain #exit leave} when that ends
   */
  public static <T> Each<T> each(Flow.Publisher<? extends T> source) {
    return Words.awaitEach(source);
  }

  /**
   * Leaves a resource in the thread of a body, as {@link Resources#exit} does.
   *
   * @param resource what to leave; nothing happens if it is null
   * @param failureOrNull what the body of the {@code try} has thrown
   */
  public static void exit(@Nullable AsyncCloseable resource, @Nullable Throwable failureOrNull) {
    Words.exit(resource, failureOrNull);
  }

  /**
   * A walk through something asynchronous, in the thread of a body.
   *
   * @param <T> the type of the elements
   */
  public interface Each<T> extends Iterable<T>, AsyncCloseable {
    /** Closes what is walked through, unless that has come to its end. */
    @Override
    Coroutine<Void> closeAsync();
  }

  /**
   * The original body of a method.
   *
   * @param <R> what the method returns
   */
  @FunctionalInterface
  public interface Original<R> {
    /**
     * Runs it.
     *
     * @throws Throwable whatever it throws
     */
    R run() throws Throwable;
  }
}
