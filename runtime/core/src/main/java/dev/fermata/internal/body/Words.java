package dev.fermata.internal.body;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncBlock;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.internal.task.Done;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.GeneratorMachine;
import dev.fermata.machine.Loops;
import dev.fermata.machine.Resources;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What the words of the language do when they are called: in the thread of an original body, what
 * they say; anywhere else, fail.
 */
public final class Words {
  private Words() {}

  /** Awaits in the thread of a body. */
  @SuppressWarnings({"unchecked", "NullAway"}) // an awaitable of T gives a T, which may be null
  public static <T> T await(Awaitable<? extends T> awaitable) {
    if (BodyThread.current() == null && awaitable instanceof Coroutine<?> refused) {
      refused.discard();
    }
    return (T) body("await").await(awaitable);
  }

  /** Awaits in the thread of a body. */
  @SuppressWarnings({"unchecked", "NullAway"}) // a stage of T gives a T, which may be null
  public static <T> T await(CompletionStage<? extends T> stage) {
    return (T) body("await").await(stage);
  }

  /** Emits in the thread of a generator's body. */
  public static void emit(@Nullable Object value) {
    BodyThread body = body("emit");
    body.emit(generator(body, "emit"), value);
  }

  /** Emits in the thread of a generator's body. */
  public static void emitAll(AsyncIterable<?> source) {
    generator(body("emitAll"), "emitAll");
    Each<?> each = new Each<>(source.iterator());
    Throwable failure = null;
    try {
      for (Object value : each) {
        emit(value);
      }
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      exit(each, failure);
    }
  }

  /** Returns a generator that has nothing to emit. */
  public static <T> AsyncGenerator<T> end() {
    return GeneratorMachine.generator(new Nothing<>());
  }

  /** Walks through {@code source} in the thread of a body. */
  public static <T> Bodies.Each<T> awaitEach(AsyncIterable<? extends T> source) {
    body("awaitEach");
    return new Each<>(source.iterator());
  }

  /** Walks through {@code source} in the thread of a body. */
  public static <T> Bodies.Each<T> awaitEach(Flow.Publisher<? extends T> source) {
    body("awaitEach");
    return new Each<>(Loops.iterator(source));
  }

  /** Makes a coroutine of a block, in the thread of a body. */
  public static <T> Coroutine<T> async(AsyncBlock<T> block) {
    return OriginalCoroutine.of(body("async").body().description(), () -> new Done<>(block.run()));
  }

  /** Makes a coroutine of a block, in the thread of a body. */
  public static Coroutine<Void> async(AsyncAction block) {
    return OriginalCoroutine.of(
        body("async").body().description(),
        () -> {
          block.run();
          return new Done<Void>(null);
        });
  }

  /** Leaves a resource in the thread of a body. */
  public static void exit(@Nullable AsyncCloseable resource, @Nullable Throwable failureOrNull) {
    body("close").await(Resources.exit(resource, failureOrNull));
  }

  private static BodyThread body(String word) {
    BodyThread body = BodyThread.current();
    if (body == null) {
      throw Outside.error(word);
    }
    return body;
  }

  private static OriginalGenerator<?> generator(BodyThread thread, String word) {
    if (thread.body() instanceof OriginalGenerator<?> generator) {
      return generator;
    }
    throw new IllegalStateException(
        word + "(…) is for the body of a method that returns an AsyncGenerator");
  }
}
