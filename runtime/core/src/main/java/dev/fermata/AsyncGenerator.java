package dev.fermata;

import dev.fermata.internal.flow.IteratorGenerator;
import dev.fermata.internal.flow.PublisherGenerator;
import dev.fermata.machine.GeneratorHandle;
import dev.fermata.machine.GeneratorMachine;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Elements made by an {@code @Async} body, one at a time, as its consumer asks for them. {@code
 * awaitEach} walks through it and closes it when it is left early.
 *
 * <p>The body begins at the first {@link #moveNext}. It runs in the task, and sees the context
 * variables, of whoever asks for the next element; one at a time, or it is an {@link
 * IllegalStateException}. A failure, a cancellation included, ends it.
 *
 * <p>It belongs to the loop on which it has begun, and is moved on and closed there. If the program
 * loses it before its end, the loop closes it in a task of its own, after the garbage collector has
 * found that; one that is never brought to its end nor lost, when the loop shuts down. In debug
 * mode the exception handler is told where such a generator was begun.
 *
 * <p>In asyncio: an asynchronous generator.
 *
 * @param <T> the type of the elements
 */
public sealed interface AsyncGenerator<T> extends AsyncIterable<T>, AsyncIterator<T>, AsyncCloseable
    permits GeneratorHandle {

  /** Returns a generator that emits the elements of {@code source}. */
  static <T> AsyncGenerator<T> from(Iterable<? extends T> source) {
    return GeneratorMachine.generator(new IteratorGenerator<>(source::iterator, () -> {}));
  }

  /** Returns a generator that emits the elements of {@code source}, and closes it at its end. */
  static <T> AsyncGenerator<T> from(Stream<? extends T> source) {
    return GeneratorMachine.generator(new IteratorGenerator<>(source::iterator, source::close));
  }

  /**
   * Returns a generator that emits the elements of {@code source}, asking for one at a time. It
   * cancels its subscription when it is closed.
   */
  static <T> AsyncGenerator<T> from(Flow.Publisher<? extends T> source) {
    return GeneratorMachine.generator(new PublisherGenerator<>(source));
  }

  /** Returns this generator: it can be walked through once. */
  @Override
  AsyncGenerator<T> iterator();

  /**
   * Moves to the next element, after throwing {@code failure} at the {@code emit} where the body
   * stands. A body that has not begun fails with it at once; one that has ended stays ended.
   *
   * <p>In asyncio: {@code athrow}.
   *
   * @return as {@link #moveNext}: true if there is an element, now {@link #current}
   */
  Coroutine<Boolean> throwIn(Throwable failure);

  /**
   * Ends the generator: throws {@link GeneratorClosed} at the {@code emit} where the body stands,
   * so that its {@code finally} blocks run. Nothing happens if it has ended; a body that has not
   * begun never runs. Another failure of the body, or of a resource that it leaves, is the failure
   * of this; a body that emits gets an {@link IllegalStateException} there.
   *
   * <p>In asyncio: {@code aclose}.
   */
  @Override
  Coroutine<Void> closeAsync();
}
