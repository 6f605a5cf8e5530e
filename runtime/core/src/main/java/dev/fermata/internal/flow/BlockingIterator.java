package dev.fermata.internal.flow;

import dev.fermata.AsyncIterable;
import dev.fermata.CancelledError;
import dev.fermata.Context;
import dev.fermata.EventLoop;
import dev.fermata.internal.task.Failures;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Running;
import java.lang.ref.Cleaner;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Walks through something asynchronous in a thread that runs no loop, and that waits for each
 * element.
 *
 * @param <T> the type of the elements
 */
public final class BlockingIterator<T> implements Iterator<T> {
  /** The answer that there is no further element. */
  private static final Object END = new Object();

  private final Answers<T> answers = new Answers<>();
  private final Walk<T> walk;
  private Cleaner.@Nullable Cleanable started;

  /** The answer that is waited for, or taken and not yet passed; null before it is asked for. */
  private @Nullable CompletableFuture<@Nullable Object> answer;

  /** The failure of the walk was thrown, and is to be thrown once. */
  private boolean thrown;

  /** Makes one that begins when it is first asked for an element. */
  public BlockingIterator(AsyncIterable<? extends T> source, EventLoop loop) {
    this.walk = new Walk<>(source, (Loop) loop, answers, true);
  }

  /** Returns a stream of the elements, which closes the walk when it is closed. */
  public static <T> Stream<T> stream(AsyncIterable<? extends T> source, EventLoop loop) {
    BlockingIterator<T> iterator = new BlockingIterator<>(source, loop);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
        .onClose(iterator::close);
  }

  @Override
  public boolean hasNext() {
    return ask() != END;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // is what the walk gave, and T may include null
  public T next() {
    Object taken = ask();
    if (taken == END) {
      throw new NoSuchElementException("there is no further element");
    }
    answer = null;
    return (T) taken;
  }

  private @Nullable Object ask() {
    CompletableFuture<@Nullable Object> awaited = answer;
    if (awaited == null) {
      requireNoLoop();
      if (started == null) {
        // The walk does not know this: when this is lost, it is stopped.
        started = Cleaners.INSTANCE.register(this, walk::stop);
        walk.start(Context.current());
      }
      awaited = answers.expect();
      answer = awaited;
      walk.ask(1);
    }
    try {
      return get(awaited);
    } finally {
      thrown = awaited.isCompletedExceptionally();
    }
  }

  private void requireNoLoop() {
    Loop running = Running.onThisThread().loop();
    if (running != null) {
      throw new IllegalStateException(
          "waiting for an element would block " + running + "; use awaitEach");
    }
  }

  /**
   * Ends the walk: what is walked through is closed when this returns, unless this is the thread of
   * a loop or is interrupted.
   */
  public void close() {
    if (started == null) {
      started = () -> {};
      answer = CompletableFuture.completedFuture(END);
      return;
    }
    started.clean();
    answer = CompletableFuture.completedFuture(END);
    if (thrown || Running.onThisThread().loop() != null) {
      return;
    }
    try {
      get(answers.end());
    } catch (CancelledError cancelled) {
      // The loop was shut down, which has closed it; or this thread is not to wait for that.
    }
  }

  private static @Nullable Object get(CompletableFuture<@Nullable Object> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledError("interrupted while waiting", interrupted);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw Failures.sneak(cause == null ? failed : cause);
    }
  }

  /** What the walk tells. */
  private static final class Answers<T> implements Walk.Listener<T> {
    private final CompletableFuture<@Nullable Object> end = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<@Nullable Object> expected;
    private @Nullable Throwable failure;

    CompletableFuture<@Nullable Object> expect() {
      CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
      expected = future;
      return future;
    }

    CompletableFuture<@Nullable Object> end() {
      return end;
    }

    @Override
    public boolean next(T element) {
      CompletableFuture<@Nullable Object> future = expected;
      if (future != null) {
        future.complete(element);
      }
      return true;
    }

    @Override
    public synchronized void ended(@Nullable Throwable failureOrNull) {
      if (!end.isDone()) {
        failure = failureOrNull;
        complete(end);
      }
      CompletableFuture<@Nullable Object> future = expected;
      if (future != null) {
        complete(future);
      }
    }

    /** As the walk has ended, even if that is over and the loop is closed by now. */
    private void complete(CompletableFuture<@Nullable Object> future) {
      if (failure == null) {
        future.complete(END);
      } else {
        future.completeExceptionally(failure);
      }
    }
  }

  private static final class Cleaners {
    static final Cleaner INSTANCE = Cleaner.create();
  }
}
