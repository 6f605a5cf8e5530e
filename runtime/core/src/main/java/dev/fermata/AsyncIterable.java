package dev.fermata;

import dev.fermata.internal.flow.BlockingIterator;
import dev.fermata.internal.flow.Collecting;
import dev.fermata.internal.flow.LoopPublisher;
import dev.fermata.internal.task.Loop;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * What {@code awaitEach} walks through: elements of which each may take time to come.
 *
 * <p>The other methods hand the elements to code that cannot await. Each of them takes a walk of
 * its own, as {@link #iterator} gives it; a generator can be walked through once. A walk takes
 * place in a task of its own on a loop: the one that is named, or that of the thread that calls, or
 * else the one that all threads share that run none. Context variables are as in the code that
 * begins it.
 *
 * <p>In asyncio: an asynchronous iterable ({@code __aiter__}).
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T> {
  /** Returns an iterator that stands before the first element. */
  AsyncIterator<T> iterator();

  /**
   * Returns a coroutine that walks through all elements, in the task that awaits it, and gives them
   * as a list. When it fails or is cancelled before the end, the iterator is closed, if it is
   * {@link AsyncCloseable}.
   *
   * <p>In asyncio: {@code [x async for x in iterable]}.
   */
  default Coroutine<List<T>> toList() {
    return new Collecting<>(this);
  }

  /**
   * Returns a publisher of the elements, on the loop of this thread or else the shared one.
   *
   * @see #toPublisher(EventLoop)
   */
  default Flow.Publisher<T> toPublisher() {
    return new LoopPublisher<>(this, Loop.currentOrShared());
  }

  /**
   * Returns a publisher of the elements. Each subscriber has a walk of its own, from the beginning,
   * that goes no further than it has requested. It is told on the thread of the loop, and may
   * request and cancel in any thread.
   *
   * <p>Cancelling a subscription cancels the step that is being awaited, and closes the iterator; a
   * failure of that goes to the exception handler of the loop. A failure of the walk goes to {@code
   * onError}; so does a {@link CancelledError} if the loop is shut down before the end, and a
   * {@link NullPointerException} at an element that is null.
   *
   * @param loop where the walks take place
   */
  default Flow.Publisher<T> toPublisher(EventLoop loop) {
    return new LoopPublisher<>(this, loop);
  }

  /**
   * Returns a stream of the elements, on the loop of this thread or else the shared one.
   *
   * @see #toStream(EventLoop)
   */
  default Stream<T> toStream() {
    return BlockingIterator.stream(this, Loop.currentOrShared());
  }

  /**
   * Returns a stream of the elements for threads that run no loop: it blocks the thread that uses
   * it until the next element is there. It asks for one at a time.
   *
   * <p>To be closed when it is left before its end, by {@code try (…)}: that closes the iterator,
   * and waits until it is closed. If it is lost instead, the iterator is closed after the garbage
   * collector has found that. What the walk fails with is thrown as it is; a thread that is
   * interrupted while it waits throws {@link CancelledError}.
   *
   * <p>Using it on the thread of a loop is an {@link IllegalStateException}.
   *
   * @param loop where the walk takes place
   */
  default Stream<T> toStream(EventLoop loop) {
    return BlockingIterator.stream(this, loop);
  }

  /**
   * Returns the elements for a loop statement, on the loop of this thread or else the shared one.
   *
   * @see #toIterable(EventLoop)
   */
  default Iterable<T> toIterable() {
    return toIterable(Loop.currentOrShared());
  }

  /**
   * Returns the elements for a loop statement in a thread that runs no loop: it blocks the thread
   * until the next element is there. A statement that is left before the end closes nothing; that
   * happens after the garbage collector has found the iterator lost. {@link #toStream(EventLoop)}
   * can be closed.
   *
   * @param loop where the walks take place
   */
  default Iterable<T> toIterable(EventLoop loop) {
    return () -> new BlockingIterator<>(this, loop);
  }
}
